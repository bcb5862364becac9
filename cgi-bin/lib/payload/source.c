/* source.c - where values come from. */

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "ds/champ_option.h"
#include "payload/source.h"
#include "payload/source_rows.h"
#include "text/normalize.h"

/* ---- lists ---- */

/* Whether the line counts for the source. */
static bool
is_meant(const struct answers *s, const struct source_parsed *p, int line)
{
	return source_known(s, p->fact, line) != NULL &&
	    (p->column == NULL ||
		source_any_is(source_known(s, p->column, line), p->values));
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
		const struct known *k = source_known(s, p->fact, i);

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
		return source_shape(x, c, p->fact, all);
	total.v = answers_amount(x->pool, n);
	return source_shape(x, c, p->fact, &total);
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
		return source_constant(c, p->constant);
	if (p->fact->type == FACT_LIST)
		return c->kind == CHAMP_BLOCK
		    ? source_rows(x, s, c, p->fact, origin, NULL)
		    : NULL;
	if (p->fact->list != NULL)
		return of_lines(x, s, c, p, origin);
	if ((k = source_known(s, p->fact, -1)) == NULL)
		return NULL;
	*origin = k->origin;
	return source_shape(x, c, p->fact, k);
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
	if (p->fact->list == NULL && (k = source_known(s, p->fact, -1)) != NULL)
		cents = answers_cents(k);
	for (int i = 0;
	     p->fact->list != NULL && i < answers_lines(s, p->fact->list); i++)
		if (is_meant(s, p, i))
			cents += answers_cents(source_known(s, p->fact, i));
	return cents % 100 != 0 ? answers_amount(pool, cents) : NULL;
}

/* The lines that a sum adds up: the field where each was typed, and what was
 * read there. */
static void
note_lines(struct pool *pool, const struct answers *s,
    const struct source_parsed *p, json_t *cells)
{
	for (int i = 0; i < answers_lines(s, p->fact->list); i++)
		if (is_meant(s, p, i))
			json_array_append_new(cells,
			    json_pack("{ssss}", "source",
				fact_field(pool, p->fact, i), "value",
				source_known(s, p->fact, i)->v));
}

json_t *
source_cells(struct champ_check *x, const struct answers *s,
    const struct champ *c, const struct source *o)
{
	const struct fact *f = o->parsed->fact;
	json_t *cells = json_array();
	const char *origin;

	if (f == NULL)
		return cells;
	if (c->kind == CHAMP_BLOCK && f->type == FACT_LIST)
		json_decref(source_rows(x, s, c, f, &origin, cells));
	else if (f->type == FACT_AMOUNT && f->list != NULL)
		note_lines(x->pool, s, o->parsed, cells);
	return cells;
}

const char *
source_field(const struct source *o)
{
	const struct fact *f = o->parsed->fact;

	if (f == NULL || f->derived)
		return NULL;
	return f->list != NULL ? f->list->name : f->name;
}

const struct source *
source_open(const struct answers *s, const struct demarche *d,
    const struct champ *c)
{
	for (size_t i = 0; i < d->nsources; i++) {
		const struct source *o = &d->source[i];

		if (o->id == c->id && o->block == c->block &&
		    source_field(o) != NULL && source_holds(s, o, -1))
			return o;
	}
	return NULL;
}

const char *
source_name(const struct answers *s, const struct champ *c,
    const struct source *o)
{
	const struct fact *f = o->parsed->fact;
	const struct known *k;

	if ((c->kind != CHAMP_COMMUNE && c->kind != CHAMP_EPCI &&
		c->kind != CHAMP_DEPARTMENT && c->kind != CHAMP_REGION) ||
	    f == NULL || f->list != NULL ||
	    (k = source_known(s, f, -1)) == NULL || k->wordings == NULL)
		return NULL;
	return source_shown(s->pool, f, k);
}
