#ifndef BULK_TABLE_H
#define BULK_TABLE_H

#include <stdio.h>

#include "db/db.h"
#include "feed/feed_shape.h"

/*
 * The aids of a source as a table that a spreadsheet edits and "guichet import
 * aids" takes back: the columns of the shape "modele", in its order.  In a
 * workbook, titles say what they are for, and columns have the words of this
 * base to choose from.
 */

/* Writes the public aids of a source, or with NULL a table without a row: CSV,
 * or a workbook, whose cells hold no text over 32,767 signs, which is said.
 * RC_NOT_FOUND, logged, when the source has none; otherwise fails as query_run
 * does. */
enum rc bulk_table_write(struct db *, const struct feed_shapes *,
    const char *source, bool workbook, FILE *to);

#endif
