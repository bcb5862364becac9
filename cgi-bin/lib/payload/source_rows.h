#ifndef SOURCE_ROWS_H
#define SOURCE_ROWS_H

#include "payload/source_known.h"

/* The rows that a list gives for a block, as source_value; cells: NULL, or an
 * array that gets an object for each row (source_cells). */
json_t *source_rows(struct champ_check *, const struct answers *,
    const struct champ *, const struct fact *list, const char **origin,
    json_t *cells);

/* Whether the form asks, in the row of a line, the champ of a block that the
 * source fills; form: values of its champs, by their places. */
bool source_asks_row(const struct demarche *, const struct champ_value *form,
    const struct answers *, const struct champ *, const struct source *,
    int line);

#endif
