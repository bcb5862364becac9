/* label_department.c - questions that a form asks in one department alone. */

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "ds/champ_name.h"
#include "payload/label_department.h"

enum { INSIDE = 100 }; /* over the longest name of a department */

/* What the last bracket of a label holds; *before: what precedes it.  False:
 * there is none, or it is too long for a name. */
static bool
in_bracket(const char *label, char inside[INSIDE], size_t *before)
{
	const char *open = strrchr(label, '(');
	const char *end = open != NULL ? strchr(open, ')') : NULL;
	size_t n = end != NULL ? (size_t)(end - open) - 1 : INSIDE;

	if (n >= INSIDE)
		return false;
	*before = (size_t)(open - label);
	memcpy(inside, open + 1, n);
	inside[n] = '\0';
	return true;
}

/* Past "département du", "dép. de l'". */
static const char *
after_words(const char *s)
{
	static const char *const words[] = { "département", "departement",
		"dépt", "dép.", "de la ", "de l’", "de l'", "des ", "du ",
		"de ", "d’", "d'" };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		size_t n = strlen(words[i]);

		if (strncasecmp(s, words[i], n) == 0)
			s += n;
		while (*s == ' ')
			s++;
	}
	return s;
}

/* Past "79 - ", "2A – "; s itself when no code stands there. */
static const char *
after_code(const char *s)
{
	const char *p = s;

	while (isalnum((unsigned char)*p) && p - s < 3)
		p++;
	if (p == s || !isdigit((unsigned char)*s))
		return s;
	while (*p == ' ' || *p == ':')
		p++;
	if (strncmp(p, "–", 3) == 0 || strncmp(p, "—", 3) == 0)
		p += 3;
	else if (*p == '-')
		p++;
	else
		return s;
	while (*p == ' ')
		p++;
	return p;
}

static bool
is_list(const struct champ *c)
{
	return strstr(c->type, "DropDownList") != NULL;
}

/* The department by its name alone; NULL. */
static const char *
by_name(const struct territory *t, const char *inside)
{
	const char *s = after_words(after_code(inside));

	return isdigit((unsigned char)*s) ? NULL : territory_department(t, s);
}

/* Whether all lists of that label stand with departments. */
static bool
is_by_department(const struct territory *t, const struct demarche *d,
    const struct champ *c, size_t before)
{
	char inside[INSIDE];
	size_t n;

	for (size_t i = 0; i < d->n; i++) {
		const char *label = d->champ[i].label;

		if (!is_list(&d->champ[i]) ||
		    strncmp(label, c->label, before + 1) != 0 ||
		    !in_bracket(label, inside, &n) || n != before)
			continue;
		if (by_name(t, inside) == NULL)
			return false;
	}
	return true;
}

static const char *
department_of(struct pool *pool, const struct territory *t,
    const struct demarche *d, const struct champ *c)
{
	char code[4], inside[INSIDE];
	size_t before;
	const char *s;

	if (champ_department(c->label, code, &before) &&
	    territory_department_name(t, code) != NULL)
		return pool_strdup(pool, code);
	if (!is_list(c) || !in_bracket(c->label, inside, &before) ||
	    (s = by_name(t, inside)) == NULL)
		return NULL;
	return is_by_department(t, d, c, before) ? s : NULL;
}

void
label_departments(struct pool *pool, const struct territory *t,
    struct demarche *d)
{
	for (size_t i = 0; i < d->n; i++) {
		struct champ *c = &d->champ[i];
		const char *code = department_of(pool, t, d, c);

		if (code == NULL || strlen(code) >= sizeof(c->department))
			code = "";
		snprintf(c->department, sizeof(c->department), "%s", code);
	}
}
