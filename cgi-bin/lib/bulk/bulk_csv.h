#ifndef BULK_CSV_H
#define BULK_CSV_H

#include "bulk/bulk_file.h"

/*
 * JSON of the API as a table (RFC 4180, parted by commas): a column for each
 * key of the objects, which all have the same, in their order.  A text is as it
 * is, a list of texts or numbers is parted by "|", an object or a list of
 * objects stays JSON, null is empty.  What a spreadsheet would take for a
 * formula gets an apostrophe before it.
 */

/* Appends the line of titles, the keys of the object: "{...", well-formed JSON
 * without blanks between its parts, whose last brace may be missing. */
void bulk_csv_titles(struct buf *, const char *object);

/* Appends the line of the object. */
void bulk_csv_row(struct buf *, const char *object);

/* Appends the object to a file whose rows are counted, with the titles before
 * the first one. */
void bulk_csv_put(struct bulk_file *, const char *object);

#endif
