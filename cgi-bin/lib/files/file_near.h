#ifndef FILE_NEAR_H
#define FILE_NEAR_H

#include "base/pool.h"
#include "db/db.h"
#include "db/query.h"

/* The slugs that begin as this one does, as far as some do, parted by commas,
 * in the pool; NULL when none does.  The query takes "begin" alone, and its
 * first column is a slug. */
enum rc file_near_slugs(struct db *, struct pool *, enum query_id,
    const char *slug, const char **near);

#endif
