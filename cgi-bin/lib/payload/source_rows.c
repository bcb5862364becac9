/* source_rows.c - a repetition, out of the lines of a list. */

#include <stdlib.h>
#include <string.h>

#include "ds/champ_rows.h"
#include "payload/source_rows.h"

/* What a cell comes from. */
struct cell {
	const struct fact *fact;
	const struct known *of; /* NULL: it is empty, or a constant */
	bool asked;             /* one of its sources knew something */
};

/* A child's value of one line, by the first of its sources that says something.
 */
static json_t *
cell_of(struct champ_check *x, const struct answers *s,
    const struct champ *child, const struct fact *list, int line,
    struct cell *cell)
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
			    (k = source_known(s, p->fact, line)) == NULL)) ||
		    !source_holds(s, o, line))
			continue;
		if (p->constant != NULL) {
			v = source_constant(child, p->constant);
			continue;
		}
		cell->asked = true;
		cell->fact = p->fact;
		if ((v = source_shape(x, child, p->fact, k)) != NULL)
			cell->of = k;
	}
	return v;
}

/* Notes of a cell where it was typed, when it was read as an amount or a day,
 * and the amount that whole euros round. */
static void
note_cell(struct champ_check *x, const struct champ *child,
    const struct cell *cell, int line, json_t *cells)
{
	const struct known *of = cell->of;
	json_t *note;

	if (cells == NULL || of == NULL ||
	    (cell->fact->type != FACT_AMOUNT && cell->fact->type != FACT_DATE))
		return;
	note = json_object();
	json_object_set_new(note, "source",
	    json_string(fact_field(x->pool, cell->fact, line)));
	if (child->kind == CHAMP_INTEGER && strchr(of->v, '.') != NULL &&
	    answers_cents(of) % 100 != 0)
		json_object_set_new(note, "exact",
		    json_string(answers_amount(x->pool, answers_cents(of))));
	json_object_set_new(cells, champ_key(x->pool, child->id), note);
}

/* The cells of one line, of the children that have a source in that list and
 * that the form asks there; *origin: of one that is no constant, or NULL;
 * *fits: whatever the form wants of each row, and is known, is there. */
static json_t *
cells_of(struct champ_check *x, const struct answers *s, const struct champ *c,
    const struct fact *list, int line, const char **origin, bool *fits,
    json_t *cells)
{
	const struct demarche *d = x->demarche;
	json_t *row = json_object(), *v;

	*origin = NULL;
	*fits = true;
	for (size_t i = 0; i < d->n; i++) {
		const struct champ *child = &d->champ[i];
		struct cell cell = { .fact = NULL };

		if (child->block != c->id ||
		    !champ_row_asks(x->pool, d, x->value, child, row))
			continue;
		v = cell_of(x, s, child, list, line, &cell);
		note_cell(x, child, &cell, line, cells);
		*origin = cell.of != NULL ? cell.of->origin : *origin;
		if (v != NULL)
			json_object_set_new(row, champ_key(x->pool, child->id),
			    v);
		else
			*fits &= !(cell.asked && child->required);
	}
	return row;
}

/* One line as a row of the block; NULL when it has nothing for it but
 * constants, or not what the form wants of each row: a line of "DETR" has no
 * place in a list of other funders. */
static json_t *
row_of(struct champ_check *x, const struct answers *s, const struct champ *c,
    const struct fact *list, int line, const char **origin, json_t *cells)
{
	const char *said;
	bool fits;
	json_t *row = cells_of(x, s, c, list, line, &said, &fits, cells);

	if (fits && said != NULL) {
		*origin = said;
		return row;
	}
	json_decref(row);
	return NULL;
}

/* cells: NULL, or an array that gets an object for each row. */
json_t *
source_rows(struct champ_check *x, const struct answers *s,
    const struct champ *c, const struct fact *list, const char **origin,
    json_t *cells)
{
	json_t *to = json_array(), *row;

	for (int line = 0; line < answers_lines(s, list); line++) {
		json_t *of = json_object();

		row = row_of(x, s, c, list, line, origin, of);
		if (row != NULL)
			json_array_append_new(to, row);
		if (row != NULL && cells != NULL)
			json_array_append(cells, of);
		json_decref(of);
	}
	if (json_array_size(to) > 0)
		return to;
	json_decref(to);
	return NULL;
}

bool
source_asks_row(const struct demarche *d, const struct champ_value *form,
    const struct answers *s, const struct champ *c, const struct source *o,
    int line)
{
	const struct champ *block = demarche_champ(d, c->block, 0);
	const struct fact *f = o->parsed->fact;
	struct champ_check x = { .pool = s->pool,
		.territory = s->territory,
		.demarche = d,
		.value = form };
	const char *origin;
	json_t *row;
	bool asks, fits;

	if (c->when == NULL || block == NULL || f == NULL || f->list == NULL)
		return true;
	x.last = &x.refusal;
	row = cells_of(&x, s, block, f->list, line, &origin, &fits, NULL);
	asks = champ_row_asks(x.pool, d, form, c, row);
	json_decref(row);
	return asks;
}
