/* champ.c - kinds of champs, and their keys. */

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "ds/champ.h"

/*
 * DS 1.6, by name.  Not here, and so never sent: what DS does not prefill
 * (titles, explanations, attachments, linked lists, maps, RNA...), and what
 * only one of its versions does or whose rule no schema shows (Referentiel,
 * PreRempli, the legacy Number).
 */
static const struct {
	const char *type;
	enum champ_kind kind;
} kinds[] = {
	{ "Address", CHAMP_ADDRESS },
	{ "Checkbox", CHAMP_BOOLEAN },
	{ "Civilite", CHAMP_CIVILITY },
	{ "Commune", CHAMP_COMMUNE },
	{ "Date", CHAMP_DATE },
	{ "Datetime", CHAMP_DATETIME },
	{ "DecimalNumber", CHAMP_DECIMAL },
	{ "Departement", CHAMP_DEPARTMENT },
	{ "DossierLink", CHAMP_DOSSIER },
	{ "DropDownList", CHAMP_LIST },
	{ "Email", CHAMP_EMAIL },
	{ "Epci", CHAMP_EPCI },
	{ "Formatted", CHAMP_TEXT },
	{ "Iban", CHAMP_IBAN },
	{ "IntegerNumber", CHAMP_INTEGER },
	{ "MultipleDropDownList", CHAMP_LISTS },
	{ "Pays", CHAMP_COUNTRY },
	{ "Phone", CHAMP_PHONE },
	{ "Region", CHAMP_REGION },
	{ "Repetition", CHAMP_BLOCK },
	{ "Siret", CHAMP_SIRET },
	{ "Text", CHAMP_TEXT },
	{ "Textarea", CHAMP_LONGTEXT },
	{ "YesNo", CHAMP_BOOLEAN },
};

enum champ_kind
champ_kind(const char *type)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(kinds[i].type, type) == 0)
			return kinds[i].kind;
	return CHAMP_NEVER;
}

bool
champ_is_title(const char *option)
{
	size_t n = strlen(option);

	return n >= 4 && strncmp(option, "--", 2) == 0 &&
	    strcmp(option + n - 2, "--") == 0;
}

/* ---- keys ---- */

static const char base64[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

enum { PREFIX_LEN = 6, MAX_PLAIN = 64 };
static const char key_prefix[] = "champ_", plain_prefix[] = "Champ-";

char *
champ_key(struct pool *pool, unsigned long long id)
{
	char *plain = pool_printf(pool, "%s%llu", plain_prefix, id), *key, *p;
	size_t n = strlen(plain);

	p = key = pool_take(pool, PREFIX_LEN + (n + 2) / 3 * 4 + 1);
	memcpy(p, key_prefix, PREFIX_LEN);
	p += PREFIX_LEN;
	for (size_t i = 0; i < n; i += 3) {
		size_t left = n - i < 3 ? n - i : 3;
		unsigned bits = 0;

		for (size_t k = 0; k < 3; k++)
			bits = bits << 8 |
			    (k < left ? (unsigned char)plain[i + k] : 0);
		for (size_t k = 0; k <= left; k++)
			*p++ = base64[bits >> (18 - 6 * k) & 63];
	}
	return key;
}

/* Decodes into plain, closed by a NUL; false for what is no base64, or whose
 * padding is neither absent nor right. */
static bool
decode(const char *s, char plain[MAX_PLAIN])
{
	size_t n = strcspn(s, "="), pad = strlen(s + n), out = 0;
	unsigned bits = 0;
	int have = 0;

	if (n % 4 == 1 || n / 4 * 3 + 3 >= MAX_PLAIN ||
	    strspn(s + n, "=") != pad || (pad > 0 && (n + pad) % 4 != 0) ||
	    pad > 2)
		return false;
	for (size_t i = 0; i < n; i++) {
		const char *at = strchr(base64, s[i]);

		if (at == NULL)
			return false;
		bits = bits << 6 | (unsigned)(at - base64);
		if ((have += 6) >= 8)
			plain[out++] = (char)(bits >> (have -= 8) & 255);
	}
	plain[out] = '\0';
	return strlen(plain) == out;
}

unsigned long long
champ_key_read(const char *key)
{
	char plain[MAX_PLAIN], *p = plain;
	size_t n;

	if (strncmp(key, key_prefix, PREFIX_LEN) == 0)
		key += PREFIX_LEN;
	if (!decode(key, plain))
		return 0;
	while (*p != '\0' && str_is_plain(*p) && (*p < '0' || *p > '9'))
		p++;
	if (p == plain || *p++ != '-')
		return 0;
	n = strspn(p, "0123456789");
	if (n == 0 || n > 18 || (p[n] != '\0' && p[n] != '|'))
		return 0;
	return strtoull(p, NULL, 10);
}
