#ifndef TWIN_FOLD_H
#define TWIN_FOLD_H

#include "engine/ranking.h"

/* Near-twins (indexing/twins.h): of those that were found, the best alone is a
 * hit, with the others behind it. */

/* Leaves in what was found the best of each group.  Returns how many go. */
unsigned twin_fold(struct ranking *);

/* The docs that are behind that one: *n of them, in the pool. */
const uint32_t *twin_fold_behind(const struct ranking *, size_t doc, size_t *n);

#endif
