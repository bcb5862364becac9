/* source_known.c - what one known fact says: to a condition, to a champ. */

#include <assert.h>
#include <string.h>

#include "ds/champ_option.h"
#include "payload/source_known.h"
#include "text/normalize.h"

/* ---- conditions ---- */

static bool
source_is_one_of(const char *values, const char *v)
{
	const char *one;
	size_t n;

	while (source_next_value(&values, &one, &n))
		if (strlen(v) == n && strncmp(one, v, n) == 0)
			return true;
	return false;
}

const struct known *
source_known(const struct answers *s, const struct fact *f, int line)
{
	return answers_get(s, f->name, f->list != NULL ? line : -1);
}

bool
source_any_is(const struct known *k, const char *values)
{
	for (; k != NULL; k = k->next)
		if (source_is_one_of(values, k->v))
			return true;
	return false;
}

/* Whether the fact has one of the values: in the line, or in any of its list
 * when no line is meant. */
static bool
is_so(const struct answers *s, const struct source_test *t, int line)
{
	bool so = source_any_is(source_known(s, t->fact, line), t->values);

	if (t->fact->list != NULL && line < 0)
		for (int i = 0; i < answers_lines(s, t->fact->list); i++)
			so |= source_any_is(source_known(s, t->fact, i),
			    t->values);
	return so;
}

bool
source_holds(const struct answers *s, const struct source *o, int line)
{
	assert(o->parsed != NULL);
	if (o->parsed->never)
		return false;
	for (const struct source_test *t = o->parsed->test; t; t = t->next)
		if (is_so(s, t, line) == t->unlike)
			return false;
	return true;
}

/* ---- values ---- */

/* What stands for a value among options: its wordings, else itself. */
static const char *
wordings_of(const struct fact *f, const struct known *k)
{
	if (f->type == FACT_BOOLEAN)
		return strcmp(k->v, "true") == 0 ? "Oui" : "Non";
	return k->wordings != NULL ? k->wordings : k->v;
}

/* As a person reads it. */
const char *
source_shown(struct pool *pool, const struct fact *f, const struct known *k)
{
	const char *w = wordings_of(f, k), *end = strstr(w, " | ");

	if (f->type == FACT_DATE && strlen(k->v) == 10)
		return pool_printf(pool, "%.2s/%.2s/%.4s", k->v + 8, k->v + 5,
		    k->v);
	if (f->type == FACT_AMOUNT && strchr(w, '.') != NULL)
		return pool_printf(pool, "%.*s,%s", (int)strcspn(w, "."), w,
		    strchr(w, '.') + 1);
	return end != NULL ? pool_strndup(pool, w, (size_t)(end - w)) : w;
}

/* All values of choices in one text. */
static const char *
shown_all(struct pool *pool, const struct fact *f, const struct known *k)
{
	const char *s = source_shown(pool, f, k);

	while ((k = k->next) != NULL)
		s = pool_printf(pool, "%s, %s", s, source_shown(pool, f, k));
	return s;
}

/* The options that mean the values.  A fact without an option is refused,
 * unless it comes from the lines of a list: there, a champ for two funders
 * rightly passes over the others. */
static json_t *
options_of(struct champ_check *x, const struct champ *c, const struct fact *f,
    const struct known *k)
{
	json_t *to = json_array(), *one;

	for (; k != NULL; k = k->next) {
		const char *option = champ_option_find(c, wordings_of(f, k));

		if (option == NULL && c->other && c->kind == CHAMP_LIST)
			option = source_shown(x->pool, f, k);
		if (option != NULL) {
			json_array_append_new(to, json_string(option));
		} else if (f->list == NULL) {
			one = json_string(source_shown(x->pool, f, k));
			champ_refuse(x, c, NULL, one, "option");
			json_decref(one);
		}
	}
	if (c->kind == CHAMP_LISTS && json_array_size(to) > 0)
		return to;
	one = json_incref(json_array_get(to, 0));
	json_decref(to);
	return one;
}

/* One fact in the shape of the champ; NULL when it cannot say anything there.
 * DS takes "42" but not "42.0" for an integer, and a commune or an EPCI only
 * beside its postal code or department (DS 1.6). */
json_t *
source_shape(struct champ_check *x, const struct champ *c, const struct fact *f,
    const struct known *k)
{
	switch (c->kind) {
	case CHAMP_LIST:
	case CHAMP_LISTS:
		return options_of(x, c, f, k);
	case CHAMP_INTEGER:
		return json_string(f->type == FACT_AMOUNT
			? normalize_whole(x->pool, k->v)
			: k->v);
	case CHAMP_COMMUNE:
	case CHAMP_EPCI:
		return k->with != NULL ? json_pack("[ss]", k->with, k->v)
				       : NULL;
	case CHAMP_TEXT:
	case CHAMP_LONGTEXT:
		return json_string(shown_all(x->pool, f, k));
	case CHAMP_BLOCK:
		return NULL;
	default:
		return json_string(k->v);
	}
}

/* A multiple list is an array even of one, though DS takes a single string too
 * (DS 1.6): what reads a payload then knows one shape. */
json_t *
source_constant(const struct champ *c, const char *constant)
{
	return c->kind == CHAMP_LISTS ? json_pack("[s]", constant)
				      : json_string(constant);
}
