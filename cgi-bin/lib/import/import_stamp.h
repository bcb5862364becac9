#ifndef IMPORT_STAMP_H
#define IMPORT_STAMP_H

#include "base/pool.h"

/* By what the aids are read: 16 hexadecimal digits that change with the sources
 * of the importer (build_import_id), with the shapes and words of feeds
 * (sql/data/feed-shapes.csv) and with the lists (sql/data/lists.sql) of the
 * share folder.  An aid read by another one is read again, unchanged as it is.
 * In the pool. */
const char *import_stamp(struct pool *, const char *share_dir);

#endif
