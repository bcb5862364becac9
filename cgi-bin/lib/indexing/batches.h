#ifndef BATCHES_H
#define BATCHES_H

#include "db/query.h"

/* Aids that are read as one document are in memory together: how many at once
 * depends on the length of their texts. */

/* Parts n aids, whose ids v holds, in batches of a megabyte, or of an aid that
 * is longer: v comes back in order, and sizes, of n at least, tells how many
 * aids each of the *batches takes.  The ids must be those of aids.  Fails as
 * query_run does. */
enum rc batches_part(struct db *, struct pool *, struct value *v, size_t n,
    size_t *sizes, size_t *batches);

#endif
