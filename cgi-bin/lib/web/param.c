/* param.c - parameters of a page. */

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "text/date_read.h"
#include "text/day.h"
#include "web/param.h"

enum {
	MAX_VALUES = 100,
	MAX_ITEMS = 1000, /* of lists that commas part */
	MAX_PAIRS = 300,
	MAX_NUMBER_LEN = 18,
	MAX_FAULTS = 50
};

/* The reading of pairs by one table. */
struct param_reader {
	struct pool *pool;
	const struct param *spec;
	struct param_values *values;
	struct param_fault *fault;
	enum rc rc; /* RC_BAD_PARAM after a first fault */
};

/* "name[]" and "name[3]" are "name". */
static void
cut_index(char *name)
{
	char *open = strchr(name, '[');

	if (open != NULL && open != name && name[strlen(name) - 1] == ']')
		*open = '\0';
}

static int
param_find(const struct param *spec, const char *name)
{
	for (int i = 0; spec[i].name != NULL; i++)
		if (strcmp(spec[i].name, name) == 0 ||
		    str_has_word(spec[i].alias, name))
			return i;
	return -1;
}

const char *
param_name(const struct param *spec, const char *name)
{
	int i = param_find(spec, name);

	return i >= 0 ? spec[i].name : NULL;
}

static char *
param_trim(char *s)
{
	char *end;

	s += strspn(s, " \t\r\n");
	end = s + strlen(s);
	while (end > s && strchr(" \t\r\n", end[-1]) != NULL)
		*--end = '\0';
	return s;
}

static const char *
param_read_number(const struct param *p, const char *s, long long *i)
{
	size_t digits = strspn(s, "0123456789");
	bool tail = s[digits] != '\0' &&
	    !(p->type == PARAM_ID && s[digits] == '-');

	if (digits == 0 || tail)
		return "integer";
	*i = digits > MAX_NUMBER_LEN ? -1 : strtoll(s, NULL, 10);
	return *i < 1 || *i > p->max ? "range" : NULL;
}

/* In place, what a program of another's case wrote: "True", "Commune". */
static char *
param_lower(char *s)
{
	for (char *p = s; *p != '\0'; p++)
		*p = (char)tolower((unsigned char)*p);
	return s;
}

static const char *
read_slug(char *s)
{
	for (char *p = s; *p != '\0'; p++) {
		if (*p == '_')
			*p = '-';
		if (strchr("abcdefghijklmnopqrstuvwxyz0123456789-", *p) == NULL)
			return "characters";
	}
	return NULL;
}

/* A day as date_read_day writes it, in the years that pages speak of. */
static const char *
param_read_date(const char *s)
{
	int year;
	const char *end = day_read(s, &year);

	return end != NULL && *end == '\0' && year >= 1970 && year <= 2100
	    ? NULL
	    : "date";
}

static const char *
read_bool(const char *s, long long *i)
{
	*i = str_has_word("true on 1", s);
	return *i || str_has_word("false off 0", s) ? NULL : "boolean";
}

/* How many bytes a value may have. */
static long
longest(const struct param *p)
{
	return p->type == PARAM_TEXT && p->max > 0 ? p->max : 255;
}

/* NULL, or the reason why its type refuses a value. */
static const char *
param_read_typed(const struct param *p, char *s, long long *i)
{
	if ((long)strlen(s) > longest(p))
		return "too-long";
	switch (p->type) {
	case PARAM_UINT:
	case PARAM_ID:
		return param_read_number(p, s, i);
	case PARAM_SLUG:
		return read_slug(param_lower(s));
	case PARAM_CODE:
		return strspn(s,
			   "abcdefghijklmnopqrstuvwxyz"
			   "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.:") ==
			strlen(s)
		    ? NULL
		    : "characters";
	case PARAM_DATE:
		return param_read_date(s);
	case PARAM_BOOL:
		return read_bool(param_lower(s), i);
	default:
		return NULL;
	}
}

/* Checks one value; NULL, or the reason why it is refused. */
static const char *
param_read_value(const struct param *p, char *s, long long *i)
{
	const char *reason = *s != '\0' ? param_read_typed(p, s, i) : NULL;

	return reason == NULL && *s != '\0' && p->check != NULL ? p->check(s)
								: reason;
}

static enum rc
param_refuse(struct param_fault *f, const char *name, const char *value,
    const char *reason, long max)
{
	*f = (struct param_fault){ name, value, reason, max, NULL };
	return RC_BAD_PARAM;
}

/* Adds a fault to those of *to, unless rc is RC_OK; what stands after it is
 * read all the same. */
static enum rc
param_note(struct pool *pool, enum rc before, enum rc rc,
    const struct param_fault *f, struct param_fault *to)
{
	struct param_fault *one;
	int n = 1;

	if (rc == RC_OK)
		return before;
	if (before == RC_OK) {
		*to = *f;
		return rc;
	}
	for (; to->next != NULL; n++)
		to = (struct param_fault *)to->next;
	if (n == MAX_FAULTS)
		return before;
	one = pool_take(pool, sizeof(*one));
	*one = *f;
	to->next = one;
	return before;
}

static void
param_fault_add(struct param_reader *r, const char *name, const char *value,
    const char *reason, long max)
{
	struct param_fault f;
	enum rc rc = param_refuse(&f, name, value, reason, max);

	r->rc = param_note(r->pool, r->rc, rc, &f, r->fault);
}

/* The bound that a value passed, for what is said of it. */
static long
bound_of(const struct param *p, const char *reason)
{
	if (strcmp(reason, "too-long") == 0)
		return longest(p);
	return strcmp(reason, "range") == 0 ? p->max : 0;
}

/* Whether a list has it already: one that commas part may be long, and who
 * reads it looks. */
static bool
param_has(const struct param *p, const struct param_values *v, const char *s)
{
	for (size_t i = 0; p->list && !p->commas && i < v->n; i++)
		if (strcmp(v->v[i].s, s) == 0)
			return true;
	return false;
}

/* False when there is no room for it. */
static bool
param_keep(struct param_reader *r, int k, const char *name, char *s)
{
	const struct param *p = &r->spec[k];
	struct param_values *to = &r->values[k];
	size_t max = p->commas ? MAX_ITEMS : MAX_VALUES;
	const char *reason;
	char *day;
	long long i = 0;

	if (p->type == PARAM_DATE &&
	    (day = date_read_day(r->pool, s, NULL)) != NULL)
		s = day;
	if ((reason = param_read_value(p, s, &i)) != NULL) {
		param_fault_add(r, name, strlen(s) > 100 ? NULL : s, reason,
		    bound_of(p, reason));
		return true;
	}
	if (param_has(p, to, s))
		return true;
	if (to->n == max) {
		param_fault_add(r, name, NULL, "too-many", (long)max);
		return false;
	}
	if (to->v == NULL)
		to->v = pool_take(r->pool,
		    (p->list ? max : 1) * sizeof(*to->v));
	if (!p->list)
		to->n = 0;
	to->v[to->n++] = (struct param_value){ s, i };
	return true;
}

/* A value, or each of those of a list. */
static void
param_take(struct param_reader *r, int k, const char *name, char *s)
{
	const struct param *p = &r->spec[k];
	char *one;

	if (p->type == PARAM_TEXT)
		str_drop_hidden(s);
	s = param_trim(s);
	if (*s == '\0' || (p->commas && s[strspn(s, ", ")] == '\0')) {
		if (p->keeps_empty)
			param_keep(r, k, name, pool_strdup(r->pool, ""));
		return;
	}
	if (!p->commas)
		param_keep(r, k, name, s);
	while (p->commas && (one = strsep(&s, ", ")) != NULL)
		if (*one != '\0' && !param_keep(r, k, name, one))
			return;
}

static enum rc
param_split_pair(char *s, struct param_pair *p, struct param_fault *fault)
{
	p->name = s;
	if ((p->value = strchr(s, '=')) != NULL)
		*p->value++ = '\0';
	if (!str_url_decode(s) || !str_is_xml(s, strlen(s)))
		return param_refuse(fault, NULL, NULL, "utf8", 0);
	cut_index(s);
	return RC_OK;
}

enum rc
param_split(struct pool *pool, const char *query, struct param_pairs *pairs,
    struct param_fault *fault)
{
	char *copy = pool_strdup(pool, query), *s;
	size_t max = 1;
	enum rc first = RC_OK;

	for (const char *p = query; *p != '\0'; p++)
		max += *p == '&';
	if (max > MAX_PAIRS)
		max = MAX_PAIRS;
	pairs->n = 0;
	pairs->pair = pool_room(pool, (max + 1) * sizeof(*pairs->pair));
	while ((s = strsep(&copy, "&")) != NULL) {
		struct param_fault f = { NULL };
		struct param_pair p;
		enum rc rc = param_split_pair(s, &p, &f);

		if (rc == RC_OK && pairs->n == MAX_PAIRS)
			rc = param_refuse(&f, p.name, NULL, "too-many",
			    MAX_PAIRS);
		if (rc == RC_OK)
			pairs->pair[pairs->n++] = p;
		else
			first = param_note(pool, first, rc, &f, fault);
	}
	return first;
}

static void
param_read_pair(struct param_reader *r, const struct param_pair *p)
{
	int k = param_find(r->spec, p->name);

	if (k >= 0 && p->value == NULL && r->spec[k].keeps_empty)
		param_take(r, k, p->name, pool_strdup(r->pool, ""));
	if (k < 0 || p->value == NULL)
		return;
	if (str_url_decode(p->value) && str_is_xml(p->value, strlen(p->value)))
		param_take(r, k, p->name, p->value);
	else
		param_fault_add(r, p->name, NULL, "utf8", 0);
}

enum rc
param_read(struct pool *pool, const struct param *spec,
    const struct param_pairs *pairs, struct param_values **values,
    struct param_fault *fault)
{
	struct param_reader r = { pool, spec, NULL, fault, RC_OK };
	size_t n = 0;

	while (spec[n].name != NULL)
		n++;
	r.values = *values = pool_take(pool, (n + 1) * sizeof(**values));
	for (size_t i = 0; i < pairs->n; i++)
		param_read_pair(&r, &pairs->pair[i]);
	return r.rc;
}
