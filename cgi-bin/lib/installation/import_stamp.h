#ifndef IMPORT_STAMP_H
#define IMPORT_STAMP_H

#include "base/pool.h"
#include "db/db.h"

/* The version of the importer: 16 hexadecimal digits that change with its
 * sources (build_import_id), with the shapes and words of feeds
 * (sql/data/feed-shapes.csv) and the lists (sql/data/lists.sql) of the share
 * folder, and with the base's own shapes (own_shapes.h).  An aid imported
 * by another version is read again, even if unchanged.  In the pool. */
const char *import_stamp(struct pool *, const char *share_dir, struct db *);

#endif
