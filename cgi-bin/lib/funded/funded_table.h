#ifndef FUNDED_TABLE_H
#define FUNDED_TABLE_H

#include <stdio.h>

#include "db/db.h"

/* Writes the funded projects of a source as a table, one a line, in the order
 * in which they were imported: what funded_import reads.  RC_NOT_FOUND, logged,
 * and no table, when it has none; other errors as query_run. */
enum rc funded_table_export(struct db *, const char *source, FILE *);

#endif
