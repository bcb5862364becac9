/* source.c - where values come from. */

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "ds/champ_option.h"
#include "payload/source.h"
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

static const struct known *
get(const struct answers *s, const struct fact *f, int line)
{
	return answers_get(s, f->name, f->list != NULL ? line : -1);
}

static bool
any_is(const struct known *k, const char *values)
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
	bool so = any_is(get(s, t->fact, line), t->values);

	if (t->fact->list != NULL && line < 0)
		for (int i = 0; i < answers_lines(s, t->fact->list); i++)
			so |= any_is(get(s, t->fact, i), t->values);
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
static const char *
shown(struct pool *pool, const struct fact *f, const struct known *k)
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
	const char *s = shown(pool, f, k);

	while ((k = k->next) != NULL)
		s = pool_printf(pool, "%s, %s", s, shown(pool, f, k));
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
			option = shown(x->pool, f, k);
		if (option != NULL) {
			json_array_append_new(to, json_string(option));
		} else if (f->list == NULL) {
			one = json_string(shown(x->pool, f, k));
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
static json_t *
shape(struct champ_check *x, const struct champ *c, const struct fact *f,
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

/* ---- lists ---- */

/* Whether the line counts for the source. */
static bool
is_meant(const struct answers *s, const struct source_parsed *p, int line)
{
	return get(s, p->fact, line) != NULL &&
	    (p->column == NULL || any_is(get(s, p->column, line), p->values));
}

/* The column of the lines that count, as one value or several.  Amounts are
 * added up in cents, for floating point would lose some. */
static json_t *
of_lines(struct champ_check *x, const struct answers *s, const struct champ *c,
    const struct source_parsed *p, const char **origin)
{
	bool sum = p->fact->type == FACT_AMOUNT;
	struct known *all = NULL, **last = &all, total = { .v = NULL };
	long long n = 0;

	for (int i = 0; i < answers_lines(s, p->fact->list); i++) {
		const struct known *k = get(s, p->fact, i);

		if (!is_meant(s, p, i))
			continue;
		*origin = k->origin;
		*last = pool_take(x->pool, sizeof(**last));
		**last = *k;
		(*last)->next = NULL;
		last = &(*last)->next;
		n += sum ? answers_cents(k) : 0;
	}
	if (all == NULL)
		return NULL;
	if (!sum)
		return shape(x, c, p->fact, all);
	total.v = answers_amount(x->pool, n);
	return shape(x, c, p->fact, &total);
}

/* A multiple list is an array even of one, though DS takes a single string too
 * (DS 1.6): what reads a payload then knows one shape. */
static json_t *
constant_of(const struct champ *c, const char *constant)
{
	return c->kind == CHAMP_LISTS ? json_pack("[s]", constant)
				      : json_string(constant);
}

/* A child's value of one line, by the first of its sources that says something,
 * and *of what; *asked: one of them knew something. */
static json_t *
cell_of(struct champ_check *x, const struct answers *s,
    const struct champ *child, const struct fact *list, int line,
    const struct known **of, bool *asked)
{
	const struct demarche *d = x->demarche;
	json_t *v = NULL;

	for (size_t i = 0; v == NULL && i < d->nsources; i++) {
		const struct source *o = &d->source[i];
		const struct source_parsed *p = o->parsed;
		const struct known *k = NULL;

		if (o->id != child->id || o->block != child->block ||
		    !p->valid ||
		    (p->constant == NULL &&
			(p->fact->list != list ||
			    (k = get(s, p->fact, line)) == NULL)) ||
		    !source_holds(s, o, line))
			continue;
		if (p->constant != NULL) {
			v = constant_of(child, p->constant);
			continue;
		}
		*asked = true;
		if ((v = shape(x, child, p->fact, k)) != NULL)
			*of = k;
	}
	return v;
}

/* Notes the amount that a cell of whole euros rounds. */
static void
note_exact(struct champ_check *x, const struct champ *child,
    const struct known *of, json_t *exact)
{
	if (exact != NULL && of != NULL && child->kind == CHAMP_INTEGER &&
	    strchr(of->v, '.') != NULL && answers_cents(of) % 100 != 0)
		json_object_set_new(exact, champ_key(x->pool, child->id),
		    json_string(answers_amount(x->pool, answers_cents(of))));
}

/* One line as a row of the block, of the children that have a source in that
 * list; NULL when it has nothing for them but constants, or not what the form
 * wants of each row: a line of "DETR" has no place in a list of other
 * funders. */
static json_t *
row_of(struct champ_check *x, const struct answers *s, const struct champ *c,
    const struct fact *list, int line, const char **origin, json_t *exact)
{
	const struct demarche *d = x->demarche;
	json_t *row = json_object(), *v;
	const char *said = NULL;
	bool fits = true;

	for (size_t i = 0; i < d->n; i++) {
		const struct champ *child = &d->champ[i];
		const struct known *of = NULL;
		bool asked = false;

		if (child->block != c->id)
			continue;
		v = cell_of(x, s, child, list, line, &of, &asked);
		note_exact(x, child, of, exact);
		said = of != NULL ? of->origin : said;
		if (v != NULL)
			json_object_set_new(row, champ_key(x->pool, child->id),
			    v);
		else
			fits &= !(asked && child->required);
	}
	if (fits && said != NULL) {
		*origin = said;
		return row;
	}
	json_decref(row);
	return NULL;
}

/* exact: NULL, or an array that gets an object for each row. */
static json_t *
rows_of(struct champ_check *x, const struct answers *s, const struct champ *c,
    const struct fact *list, const char **origin, json_t *exact)
{
	json_t *to = json_array(), *row;

	for (int line = 0; line < answers_lines(s, list); line++) {
		json_t *of = json_object();

		row = row_of(x, s, c, list, line, origin, of);
		if (row != NULL)
			json_array_append_new(to, row);
		if (row != NULL && exact != NULL)
			json_array_append(exact, of);
		json_decref(of);
	}
	if (json_array_size(to) > 0)
		return to;
	json_decref(to);
	return NULL;
}

json_t *
source_value(struct champ_check *x, const struct answers *s,
    const struct champ *c, const struct source *o, const char **origin)
{
	const struct source_parsed *p = o->parsed;
	const struct known *k;

	assert(p != NULL);
	if (!p->valid || !source_holds(s, o, -1))
		return NULL;
	*origin = "constant";
	if (p->constant != NULL)
		return constant_of(c, p->constant);
	if (p->fact->type == FACT_LIST)
		return c->kind == CHAMP_BLOCK
		    ? rows_of(x, s, c, p->fact, origin, NULL)
		    : NULL;
	if (p->fact->list != NULL)
		return of_lines(x, s, c, p, origin);
	if ((k = get(s, p->fact, -1)) == NULL)
		return NULL;
	*origin = k->origin;
	return shape(x, c, p->fact, k);
}

const char *
source_exact(struct pool *pool, const struct answers *s, const struct champ *c,
    const struct source *o)
{
	const struct source_parsed *p = o->parsed;
	const struct known *k;
	long long cents = 0;

	if (c->kind != CHAMP_INTEGER || p->fact == NULL ||
	    p->fact->type != FACT_AMOUNT)
		return NULL;
	if (p->fact->list == NULL && (k = get(s, p->fact, -1)) != NULL)
		cents = answers_cents(k);
	for (int i = 0;
	     p->fact->list != NULL && i < answers_lines(s, p->fact->list); i++)
		if (is_meant(s, p, i))
			cents += answers_cents(get(s, p->fact, i));
	return cents % 100 != 0 ? answers_amount(pool, cents) : NULL;
}

json_t *
source_exact_rows(struct champ_check *x, const struct answers *s,
    const struct champ *c, const struct source *o)
{
	json_t *exact = json_array();
	const char *origin;

	if (c->kind == CHAMP_BLOCK && o->parsed->fact != NULL &&
	    o->parsed->fact->type == FACT_LIST)
		json_decref(rows_of(x, s, c, o->parsed->fact, &origin, exact));
	return exact;
}

const char *
source_name(const struct answers *s, const struct champ *c,
    const struct source *o)
{
	const struct fact *f = o->parsed->fact;
	const struct known *k;

	if ((c->kind != CHAMP_COMMUNE && c->kind != CHAMP_EPCI &&
		c->kind != CHAMP_DEPARTMENT && c->kind != CHAMP_REGION) ||
	    f == NULL || f->list != NULL || (k = get(s, f, -1)) == NULL ||
	    k->wordings == NULL)
		return NULL;
	return shown(s->pool, f, k);
}
