#ifndef CSV_TABLE_H
#define CSV_TABLE_H

#include <stdbool.h>
#include <stdio.h>

#include "base/buf.h"
#include "base/rc.h"

/* Tables that an administrator edits in a spreadsheet: CSV in UTF-8 whose
 * separator is the semicolon; the first line names the columns. */

enum { CSV_TABLE_COLUMNS = 16 };

/*
 * Reads the n bytes of text, whose columns must be the given ones (NULL at the
 * end; case and accents are ignored), and calls row for each line but the first
 * and those that are empty: fields are trimmed and last until it returns, line
 * is its number from 1.  The first result but RC_OK ends the reading and is
 * returned.  RC_BAD_PARAM, logged with the line, for what is no such table.
 */
enum rc csv_table_read(const char *text, size_t n, const char *const *columns,
    enum rc (*row)(void *arg, char **field, unsigned long line), void *arg);

/* Whether each field of a line has at most max[i] bytes and, but for the last,
 * at least one.  Logged when one has not. */
bool csv_table_fits(const char *const *columns, const size_t *max, char **field,
    unsigned long line);

/* Writes a line of n fields, quoted where they must be. */
void csv_table_write(FILE *, const char *const *field, int n);

#endif
