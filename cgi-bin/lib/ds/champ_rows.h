#ifndef CHAMP_ROWS_H
#define CHAMP_ROWS_H

#include "ds/champ_when.h"

/*
 * Champs that the rows of a repetition ask on a condition.  A row is an object
 * of values by the keys of their champs; form: the values of the champs of the
 * form, by their places, or NULL when they are not known.
 */

/* Whether the form asks the champ of a block in the row, which has the values
 * of those before it; what is unsure is asked. */
bool champ_row_asks(struct pool *, const struct demarche *,
    const struct champ_value *form, const struct champ *, const json_t *row);

/* The first champ of the block that has a value in the row and is not asked
 * there; NULL: none.  Without that value others may not be asked any more. */
const struct champ *champ_row_unasked(struct pool *, const struct demarche *,
    const struct champ_value *form, const struct champ *block,
    const json_t *row);

#endif
