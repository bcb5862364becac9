/* normalize_amount.c - amounts of euros, as people write them. */

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "text/normalize.h"

#define DIGITS "0123456789"

enum { MAX_EUROS = 15 }; /* digits: their cents can be added up */

/* What may follow an amount, without blanks and in small letters, and the power
 * of ten that it means.  A longer one goes before its own end. */
static const struct {
	const char *word;
	int power;
} units[] = { { "horstaxes", 0 }, { "horstaxe", 0 }, { "h.t", 0 }, { "ht", 0 },
	{ "toutestaxescomprises", 0 }, { "t.t.c", 0 }, { "ttc", 0 },
	{ "netdetaxes", 0 }, { "netdetaxe", 0 }, { "net", 0 }, { ",-", 0 },
	{ "d'€", 0 }, { "d’€", 0 }, { "€", 0 }, { "d'euros", 0 },
	{ "d’euros", 0 }, { "euros", 0 }, { "euro", 0 }, { "eur", 0 },
	{ "milliers", 3 }, { "mille", 3 }, { "k", 3 }, { "millions", 6 },
	{ "million", 6 }, { "m", 6 }, { "milliards", 9 }, { "milliard", 9 },
	{ "mds", 9 }, { "md", 9 } };

/* What may come before it. */
static const char *const leads[] = { "environ", "env.", "~", "≈", "€", "eur",
	"ht:", "ttc:" };

/* Cuts one unit from the end; false when there is none, or it is a second power
 * of ten. */
static bool
cut_unit(char *s, int *power)
{
	size_t n = strlen(s);

	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		size_t k = strlen(units[i].word);

		if (n <= k || strcmp(s + n - k, units[i].word) != 0)
			continue;
		if (units[i].power > 0 && *power > 0)
			return false;
		*power += units[i].power;
		s[n - k] = '\0';
		return true;
	}
	return false;
}

/* Past what comes before the amount. */
static char *
skip_leads(char *s)
{
	for (size_t i = 0; i < sizeof(leads) / sizeof(leads[0]); i++) {
		size_t n = strlen(leads[i]);

		if (strncmp(s, leads[i], n) == 0)
			return skip_leads(s + n);
	}
	return s;
}

/* "120000€(ht)." to "120000€ht": brackets around no digit, and the full stop
 * of a sentence, go. */
static void
drop_signs(char *s)
{
	char *open = strchr(s, '('), *end = s + strlen(s);

	if (end > s && end[-1] == '.')
		*--end = '\0';
	if (open == NULL || end[-1] != ')' || strpbrk(open, DIGITS) != NULL)
		return;
	memmove(open, open + 1, (size_t)(end - open - 2));
	end[-2] = '\0';
}

/* Whether digits that blanks part go by three, after the first ones: in
 * "12 345 67" one is missing, or a comma, and nobody can tell which. */
static bool
is_grouped(const char *s)
{
	bool after = false;

	for (;;) {
		size_t n = strspn(s, DIGITS), gap;

		if (after && n != 3)
			return false;
		s += n;
		gap = strcspn(s, DIGITS);
		if (s[gap] == '\0')
			return true;
		after = n > 0;
		for (; gap > 0; gap--, s++)
			if ((unsigned char)*s < 0x80 &&
			    !isspace((unsigned char)*s))
				after = false;
	}
}

/* "12.500.000" has thousands: groups of three after a first of one to three;
 * the dots, but not the one before cents, go. */
static void
drop_thousands(char *s, char mark)
{
	char *first = strchr(s, mark), *to = s;
	size_t head = first != NULL ? (size_t)(first - s) : 0;

	if (first == NULL || head < 1 || head > 3)
		return;
	for (const char *p = first; *p == mark; p += 4)
		if (strspn(p + 1, DIGITS) != 3)
			return;
	for (const char *p = s; *p != '\0'; p++)
		if (*p != mark)
			*to++ = *p;
	*to = '\0';
}

/* With both marks, the last is the decimal one; three digits after a single dot
 * are thousands, in French hands, unless thousands or millions are counted:
 * "1.250 M€" is a million and a quarter. */
static void
drop_marks(char *s, bool scaled)
{
	char *dot = strchr(s, '.'), *comma = strchr(s, ',');

	if (dot != NULL && comma != NULL)
		drop_thousands(s,
		    strrchr(s, '.') < strrchr(s, ',') ? '.' : ',');
	else if (dot != NULL &&
	    (strchr(dot + 1, '.') != NULL || (strlen(dot) == 4 && !scaled)))
		drop_thousands(s, '.');
}

/* "1.2" and 3 to "1200": the point goes power digits to the right. */
static char *
scale_up(struct pool *pool, const char *decimal, int power)
{
	size_t whole = strcspn(decimal, ".");
	const char *after = decimal[whole] == '.' ? decimal + whole + 1 : "";

	return normalize_integer(pool,
	    pool_printf(pool, "%.*s%s%.*s", (int)whole, decimal, after,
		power - (int)strlen(after), "000000000"));
}

/* Without blanks, in small letters. */
static char *
squeeze_amount(struct pool *pool, const char *s)
{
	char *p = normalize_squeeze(pool, s);

	for (char *c = p; *c != '\0'; c++)
		*c = (char)tolower((unsigned char)*c);
	return p;
}

bool
normalize_is_taxed(struct pool *pool, const char *s)
{
	const char *p = squeeze_amount(pool, s);

	return strstr(p, "ttc") != NULL || strstr(p, "t.t.c") != NULL ||
	    strstr(p, "toutestaxes") != NULL;
}

char *
normalize_amount(struct pool *pool, const char *s)
{
	char *p = squeeze_amount(pool, s), *dot, *to;
	int power = 0;

	if (!is_grouped(s))
		return NULL;
	drop_signs(p);
	p = skip_leads(p);
	while (cut_unit(p, &power))
		;
	drop_marks(p, power > 0);
	to = normalize_decimal(pool, p, power > 0 ? power : 2);
	if (*p == '-' || to == NULL)
		return NULL;
	if (power > 0)
		to = scale_up(pool, to, power);
	if (strcspn(to, ".") > MAX_EUROS)
		return NULL;
	if ((dot = strchr(to, '.')) != NULL &&
	    strspn(dot + 1, "0") == strlen(dot + 1))
		*dot = '\0';
	return to;
}
