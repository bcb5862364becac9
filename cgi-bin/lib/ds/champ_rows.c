/* champ_rows.c - champs that the rows of a repetition ask on a condition. */

#include "ds/champ_rows.h"

/* A row while a condition is read. */
struct row_reading {
	struct pool *pool;
	const struct demarche *demarche;
	const struct champ_value *form;
	const json_t *row;
};

/* What may be answered elsewhere is unsure: a champ that DS does not prefill,
 * or that nothing fills. */
static struct champ_value
row_value(void *reading, size_t at)
{
	const struct row_reading *r = reading;
	const struct champ *c = &r->demarche->champ[at];
	const json_t *v;

	if (c->block == 0)
		return r->form != NULL ? r->form[at]
				       : (struct champ_value){ NULL, true };
	v = json_object_get(r->row, champ_key(r->pool, c->id));
	return (struct champ_value){ v,
		v == NULL &&
		    (c->kind == CHAMP_NEVER ||
			!demarche_has_source(r->demarche, c)) };
}

bool
champ_row_asks(struct pool *pool, const struct demarche *d,
    const struct champ_value *form, const struct champ *c, const json_t *row)
{
	struct row_reading r = { pool, d, form, row };

	return c->when == NULL ||
	    champ_when(d, c, row_value, &r) != CHAMP_WHEN_NO;
}

const struct champ *
champ_row_unasked(struct pool *pool, const struct demarche *d,
    const struct champ_value *form, const struct champ *block,
    const json_t *row)
{
	for (size_t i = 0; i < d->n; i++) {
		const struct champ *c = &d->champ[i];

		if (c->block == block->id && c->when != NULL &&
		    json_object_get(row, champ_key(pool, c->id)) != NULL &&
		    !champ_row_asks(pool, d, form, c, row))
			return c;
	}
	return NULL;
}
