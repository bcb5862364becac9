#ifndef OWN_SHAPES_H
#define OWN_SHAPES_H

#include <stdio.h>

#include "base/buf.h"
#include "db/db.h"
#include "feed/feed_shape.h"
#include "table/csv_source.h"

/*
 * Shapes of feeds that an administrator writes: rows of the same table as those
 * that come with Guichet (feed_shape.h), before them, so that a feed of a kind
 * never seen wants no other version.
 */

/* Appends those of the base to a table, as lines.  Fails as query_run does. */
enum rc own_shapes_put(struct db *, struct buf *);

/* The shapes by both, the own ones first; supplied is the table that comes with
 * Guichet, with its line of titles.  NULL, logged, on failure; the caller frees
 * them. */
struct feed_shapes *own_shapes_read(struct db *, const char *supplied,
    size_t n);

/* Replaces them by those of a table; *n of them.  RC_BAD_PARAM, logged with the
 * line, when one is wrong: nothing is then written. */
enum rc own_shapes_import(struct db *, struct csv_source *, unsigned *n);

/* Writes them as that table. */
enum rc own_shapes_export(struct db *, FILE *);

#endif
