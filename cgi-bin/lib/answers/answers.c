/* answers.c - what is known. */

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "answers/answers.h"
#include "base/str.h"
#include "text/date_read.h"
#include "text/day.h"
#include "text/normalize.h"

enum { MAX_TEXT = 500, MAX_LONGTEXT = 20000, MAX_FAULTS = 1000 };

struct answers_entry {
	const struct fact *fact;
	int line;
	struct known *known;
	struct answers_entry *next;
};

struct answers *
answers_new(struct pool *pool, const struct facts *facts,
    struct territory *territory)
{
	struct answers *s = pool_take(pool, sizeof(*s));

	*s = (struct answers){ .pool = pool,
		.facts = facts,
		.territory = territory };
	s->last_fault = &s->fault;
	return s;
}

static struct answers_entry *
answers_find(const struct answers *s, const char *name, int line)
{
	struct answers_entry *e = s->entry;

	while (
	    e != NULL && (e->line != line || strcmp(e->fact->name, name) != 0))
		e = e->next;
	return e;
}

const struct known *
answers_get(const struct answers *s, const char *name, int line)
{
	const struct answers_entry *e = answers_find(s, name, line);

	return e != NULL ? e->known : NULL;
}

int
answers_lines(const struct answers *s, const struct fact *list)
{
	int n = 0;

	for (const struct answers_entry *e = s->entry; e != NULL; e = e->next)
		if (e->fact->list == list && e->known != NULL && e->line >= n)
			n = e->line + 1;
	return n;
}

/* "Deux-Sèvres | 79 - Deux-Sèvres | 79" of a department or region; else
 * NULL. */
static const char *
names_of(const struct answers *s, const struct fact *f, const char *code)
{
	const char *name = f->type == FACT_DEPARTMENT
	    ? territory_department_name(s->territory, code)
	    : f->type == FACT_REGION ? territory_region_name(s->territory, code)
				     : NULL;

	return name == NULL
	    ? NULL
	    : pool_printf(s->pool, "%s | %s - %s | %s", name, code, name, code);
}

static struct known *
answers_join(struct answers *s, const struct fact *f, int line, const char *v,
    const char *wordings, const char *with, const char *origin)
{
	struct known *k = pool_take(s->pool, sizeof(*k)), *last;
	struct answers_entry *e = answers_find(s, f->name, line);

	if (wordings == NULL)
		wordings = names_of(s, f, v);
	*k = (struct known){ .v = v,
		.wordings = wordings,
		.with = with,
		.origin = origin };
	if (e == NULL) {
		e = pool_take(s->pool, sizeof(*e));
		*e = (struct answers_entry){ f, line, k, s->entry };
		s->entry = e;
		return k;
	}
	if (e->known == NULL)
		return e->known = k;
	for (last = e->known; last->next != NULL; last = last->next)
		if (strcmp(last->v, v) == 0)
			return last;
	if (strcmp(last->v, v) != 0)
		last->next = k;
	return k;
}

void
answers_put(struct answers *s, const char *name, int line, const char *v,
    const char *wordings, const char *with, const char *origin)
{
	const struct fact *f = facts_find(s->facts, name);

	if (f != NULL && v != NULL && *v != '\0' &&
	    answers_find(s, name, line) == NULL)
		answers_join(s, f, line, v, wordings, with, origin);
}

void
answers_blank(struct answers *s, const char *name)
{
	const struct fact *f = facts_find(s->facts, name);
	struct answers_entry *e;

	if (f == NULL || answers_find(s, name, -1) != NULL)
		return;
	e = pool_take(s->pool, sizeof(*e));
	*e = (struct answers_entry){ f, -1, NULL, s->entry };
	s->entry = e;
}

/* ---- what was typed ---- */

void
answers_add_fault(struct answers *s, const struct fact *f, const char *name,
    int line, const char *typed, const char *reason)
{
	struct answers_fault *x;

	if (s->faults++ >= MAX_FAULTS)
		return;
	x = pool_take(s->pool, sizeof(*x));
	*x = (struct answers_fault){ f, name, line, typed, reason, NULL };
	*s->last_fault = x;
	s->last_fault = &x->next;
}

static const char *
answers_read_boolean(const char *s)
{
	static const char *const yes[] = { "oui", "true", "vrai", "1", "on",
		"yes" };
	static const char *const no[] = { "non", "false", "faux", "0", "off",
		"no" };
	char folded[16];

	str_fold(folded, sizeof(folded), s);
	for (size_t i = 0; i < 6; i++) {
		if (strcmp(yes[i], folded) == 0)
			return "true";
		if (strcmp(no[i], folded) == 0)
			return "false";
	}
	return NULL;
}

/* Whether one of the wordings, parted by " | ", is the folded text. */
static bool
answers_is_said(const char *wordings, const char *folded)
{
	char word[600], own[600];

	for (const char *p = wordings; *p != '\0';) {
		const char *end = strstr(p, " | ");
		size_t n = end != NULL ? (size_t)(end - p) : strlen(p);

		snprintf(word, sizeof(word), "%.*s", (int)n, p);
		if (strcmp(str_fold(own, sizeof(own), word), folded) == 0)
			return true;
		p += end != NULL ? n + 3 : n;
	}
	return false;
}

/* A value of the choice by its name, its label or a wording. */
static const struct fact_value *
read_choice(const struct fact *f, const char *s)
{
	const struct fact_value *v = fact_value(f, s);
	char folded[600];

	str_fold(folded, sizeof(folded), s);
	for (size_t i = 0; v == NULL && i < f->nvalues && folded[0] != '\0';
	     i++)
		if (answers_is_said(f->value[i].label, folded) ||
		    answers_is_said(f->value[i].wordings, folded))
			v = &f->value[i];
	return v;
}

/* DS takes "M." and "Mme" alone, letter for letter. */
static const char *
answers_read_civility(const char *s)
{
	static const char *const sir[] = { "m", "mr", "monsieur", "homme" };
	static const char *const madam[] = { "mme", "madame", "femme", "mlle",
		"mademoiselle" };
	char folded[32];

	str_fold(folded, sizeof(folded), s);
	for (size_t i = 0; i < 4; i++)
		if (strcmp(sir[i], folded) == 0)
			return "M.";
	for (size_t i = 0; i < 5; i++)
		if (strcmp(madam[i], folded) == 0)
			return "Mme";
	return NULL;
}

/* Codes of INSEE: Corsica's have a letter, as in 2A004. */
static const char *
read_code(const char *s, size_t n)
{
	return strlen(s) == n && strspn(s, "0123456789AB") == n ? s : NULL;
}

/* "03-04-27" as "03/04/27": a feed may have it in the order of ISO, and the
 * reader of dates refuses it; a person has it in the French one, and the check
 * shows them how it was read. */
static const char *
french_day(struct pool *pool, const char *t)
{
	enum date_fault fault;
	char *slashed;

	date_read_day(pool, t, &fault);
	if (fault != DATE_UNREADABLE || strchr(t, '-') == NULL)
		return t;
	slashed = pool_strdup(pool, t);
	for (char *c = slashed; *c != '\0'; c++)
		if (*c == '-')
			*c = '/';
	return slashed;
}

/* A day.  A month alone is its first day, and its last for what ends then and
 * for "fin avril 2027". */
static const char *
read_day(struct answers *s, const struct fact *f, const char *t)
{
	static const char end[] = ".end";
	size_t n = strlen(f->name);
	enum date_fault fault;
	char *day = date_read_day(s->pool, t, &fault), *month;
	bool ends = (n > 4 && strcmp(f->name + n - 4, end) == 0) ||
	    strncasecmp(t, "fin ", 4) == 0;
	int y, m;

	if (day != NULL || fault != DATE_MONTH_ONLY ||
	    (month = date_read_month(s->pool, t, NULL)) == NULL ||
	    sscanf(month, "%d-%d", &y, &m) != 2)
		return day;
	for (int d = ends ? 31 : 1; d > 0; d--)
		if (day_exists(y, m, d))
			return pool_printf(s->pool, "%s-%02d", month, d);
	return NULL;
}

/* The canonical spelling, NULL when it is none. */
static const char *
canonical(struct answers *s, const struct fact *f, const char *typed)
{
	const char *t = normalize_text(s->pool, typed);

	switch (f->type) {
	case FACT_INTEGER:
		return normalize_integer(s->pool, t);
	case FACT_AMOUNT:
		return normalize_amount(s->pool, t);
	case FACT_DATE:
		return read_day(s, f, french_day(s->pool, t));
	case FACT_BOOLEAN:
		return answers_read_boolean(t);
	case FACT_CIVILITY:
		return answers_read_civility(t);
	case FACT_EMAIL:
		return normalize_email(s->pool, t);
	case FACT_PHONE:
		return normalize_phone(s->pool, t);
	case FACT_SIREN:
		return normalize_siren(s->pool, t);
	case FACT_SIRET:
		return normalize_siret(s->pool, t);
	case FACT_COMMUNE:
		return read_code(t, 5);
	case FACT_EPCI:
		return normalize_siren(s->pool, t);
	case FACT_DEPARTMENT:
		return territory_department(s->territory, t);
	case FACT_REGION:
		return territory_region(s->territory, t);
	case FACT_LIST:
		return NULL;
	default:
		return t;
	}
}

/* Why it is none: of a date, that no calendar has it, or that it is none. */
static const char *
answers_reason(struct answers *s, const struct fact *f, const char *t)
{
	enum date_fault fault = DATE_UNREADABLE;

	if (f->type == FACT_DATE)
		date_read_day(s->pool, french_day(s->pool, t), &fault);
	return fault == DATE_NO_SUCH_DAY ? "no-such-day" : f->type_name;
}

static void
read_one(struct answers *s, const struct fact *f, int line, const char *typed)
{
	const char *t = normalize_text(s->pool, typed), *v;
	const struct fact_value *choice;
	size_t max = f->type == FACT_LONGTEXT ? MAX_LONGTEXT : MAX_TEXT;

	if (*t == '\0')
		return;
	if (strlen(t) > max || !str_is_xml(t, strlen(t))) {
		answers_add_fault(s, f, f->name, line,
		    str_clean(pool_strndup(s->pool, t, str_cut(t, max))),
		    strlen(t) > max ? "too-long" : "text");
		return;
	}
	if (f->type == FACT_CHOICE || f->type == FACT_CHOICES) {
		if ((choice = read_choice(f, t)) != NULL)
			answers_join(s, f, line, choice->value,
			    pool_printf(s->pool, "%s | %s", choice->label,
				choice->wordings),
			    NULL, "reader");
		else
			answers_add_fault(s, f, f->name, line, t, "choice");
	} else if ((v = canonical(s, f, t)) != NULL) {
		answers_join(s, f, line, v, NULL, NULL, "reader")->taxed =
		    f->type == FACT_AMOUNT && normalize_is_taxed(s->pool, t);
	} else {
		answers_add_fault(s, f, f->name, line, t,
		    answers_reason(s, f, t));
	}
}

void
answers_refuse(struct answers *s, const char *name, int line, const char *typed,
    const char *reason)
{
	answers_add_fault(s, facts_find(s->facts, name), name, line, typed,
	    reason);
}

void
answers_read(struct answers *s, const char *name, int line,
    const char *const *typed, size_t n)
{
	const struct fact *f = facts_find(s->facts, name);
	bool many = f != NULL && f->type == FACT_CHOICES;

	if (f == NULL || (f->list != NULL) != (line >= 0)) {
		answers_add_fault(s, NULL, name, line, n > 0 ? typed[0] : "",
		    "fact");
		return;
	}
	if (answers_find(s, name, line) != NULL)
		return;
	/* Of a name that came twice the last counts, but for choices. */
	for (size_t i = many ? 0 : n > 0 ? n - 1 : 0; i < n; i++)
		read_one(s, f, line, typed[i]);
}

/* ---- amounts ---- */

long long
answers_cents(const struct known *k)
{
	const char *dot = strchr(k->v, '.');
	long long n = strtoll(k->v, NULL, 10) * 100;

	if (dot != NULL)
		n += (dot[1] - '0') * 10 + (dot[2] != '\0' ? dot[2] - '0' : 0);
	return n;
}

char *
answers_amount(struct pool *pool, long long cents)
{
	return pool_printf(pool, cents % 100 != 0 ? "%lld.%02lld" : "%lld",
	    cents / 100, cents % 100);
}
