#ifndef PERIMETER_STAMP_H
#define PERIMETER_STAMP_H

#include <stdbool.h>
#include <stddef.h>

#include "db/db.h"
#include "territory/perimeter_source.h"

/*
 * What the territories of the base were made of and are: a digest of the
 * sources, of what reads them (build_perimeter_id) and of the tables, which a
 * load notes as it ends.  While it stays the same a load would change nothing:
 * a row that another hand changed makes another digest, as a step of the schema
 * may.  Inside a transaction it is of what that wrote.
 *
 * Text in the pool; NULL, logged, when the base does not tell it.
 */
const char *perimeter_stamp(struct db *, struct pool *,
    const struct perimeter_source *, size_t n,
    const struct perimeter_source *facts, size_t nfacts);

/* Whether the last load ended with this stamp. */
bool perimeter_stamp_is_noted(struct db *, struct pool *, const char *stamp);

/* Notes it, in the transaction of what it is of.  RC_FAIL when it is NULL. */
enum rc perimeter_stamp_note(struct db *, struct pool *, const char *stamp);

#endif
