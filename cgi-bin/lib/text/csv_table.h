#ifndef CSV_TABLE_H
#define CSV_TABLE_H

#include <stdbool.h>
#include <stdio.h>

#include "base/buf.h"
#include "base/rc.h"

/* Tables that an administrator edits in a spreadsheet: CSV in UTF-8, fields
 * parted by semicolons, the first line naming the columns. */

enum { CSV_TABLE_COLUMNS = 16 };

/*
 * Reads the n bytes of text, whose columns must be the given ones (NULL at the
 * end; case and accents do not count), and calls row for each line but the
 * first and those that are empty: fields are trimmed, line is its number.  The
 * first line that row refuses ends the reading.  RC_BAD_PARAM, logged with the
 * line, for what is no such table.
 */
enum rc csv_table_read(const char *text, size_t n, const char *const *columns,
    enum rc (*row)(void *arg, char **field, unsigned long line), void *arg);

/* Whether the fields of a line hold what they may: at least a byte, but for the
 * last, and at most max[i] of them.  Logged when they do not. */
bool csv_table_fits(const char *const *columns, const size_t *max, char **field,
    unsigned long line);

/* Writes one line; fields are quoted where they must be. */
void csv_table_write(FILE *, const char *const *field, int n);

#endif
