/* champ_name.c - how a champ is named to the administrator. */

#include <ctype.h>
#include <string.h>

#include "base/say.h"
#include "base/str.h"
#include "ds/champ_name.h"

char *
champ_path(struct pool *pool, unsigned long long id, unsigned long long block)
{
	char *key = champ_key(pool, id);

	return block == 0
	    ? key
	    : pool_printf(pool, "%s/%s", champ_key(pool, block), key);
}

bool
champ_path_read(const char *path, unsigned long long *id,
    unsigned long long *block)
{
	const char *child = strchr(path, '/');
	char key[80];

	*block = 0;
	if (child != NULL) {
		if ((size_t)(child - path) >= sizeof(key))
			return false;
		memcpy(key, path, (size_t)(child - path));
		key[child - path] = '\0';
		if ((*block = champ_key_read(key)) == 0)
			return false;
		path = child + 1;
	}
	return (*id = champ_key_read(path)) != 0;
}

static const struct {
	const char *type, *words;
} names[] = {
	{ "Address", N_("address") },
	{ "AnnuaireEducation", N_("school") },
	{ "Carte", N_("map") },
	{ "Checkbox", N_("box to tick") },
	{ "Civilite", N_("civility") },
	{ "Commune", N_("commune") },
	{ "Date", N_("date") },
	{ "Datetime", N_("date and time") },
	{ "DecimalNumber", N_("number") },
	{ "Departement", N_("department") },
	{ "DossierLink", N_("dossier number") },
	{ "DropDownList", N_("choice") },
	{ "Email", N_("e-mail address") },
	{ "Epci", N_("EPCI") },
	{ "Explication", N_("explanation") },
	{ "Formatted", N_("formatted text") },
	{ "HeaderSection", N_("title") },
	{ "Iban", N_("IBAN") },
	{ "IntegerNumber", N_("whole number") },
	{ "LinkedDropDownList", N_("two linked choices") },
	{ "MultipleDropDownList", N_("several choices") },
	{ "Pays", N_("country") },
	{ "Phone", N_("telephone") },
	{ "PieceJustificative", N_("attachment") },
	{ "Region", N_("region") },
	{ "Repetition", N_("block that repeats") },
	{ "Siret", N_("SIRET") },
	{ "Text", N_("short text") },
	{ "Textarea", N_("long text") },
	{ "TitreIdentite", N_("identity document") },
	{ "YesNo", N_("yes or no") },
};

const char *
champ_type_words(const char *type)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(names[i].type, type) == 0)
			return gettext(names[i].words);
	return type;
}

char *
champ_line(struct pool *pool, const char *label, size_t n)
{
	char *s = pool_strdup(pool, label), *to = s;
	size_t cut;

	for (const char *p = s; *p != '\0'; p++) {
		bool blank = strchr(" \t\r\n", *p) != NULL;

		if (!blank)
			*to++ = *p;
		else if (to > s && to[-1] != ' ')
			*to++ = ' ';
	}
	if (to > s && to[-1] == ' ')
		to--;
	*to = '\0';
	if (strlen(s) <= n)
		return s;
	cut = str_cut(s, n - 3);
	for (size_t i = cut; i > cut / 2; i--) {
		if (s[i] == ' ') {
			cut = i;
			break;
		}
	}
	return pool_printf(pool, "%.*s…", (int)cut, s);
}

bool
champ_department(const char *label, char code[4], size_t *before)
{
	const char *open = strrchr(label, '(');
	size_t n = 0;

	if (open == NULL)
		return false;
	*before = (size_t)(open++ - label);
	while (isdigit((unsigned char)open[n]) ||
	    (n == 1 && open[0] == '2' && (open[n] == 'A' || open[n] == 'B')))
		n++;
	if (n < 2 || n > 3 || strncmp(open + n, " - ", 3) != 0)
		return false;
	memcpy(code, open, n);
	code[n] = '\0';
	return true;
}

char *
champ_fold(struct pool *pool, const char *label)
{
	size_t size = 2 * strlen(label) + 4;

	return str_fold(pool_take(pool, size), size, label);
}
