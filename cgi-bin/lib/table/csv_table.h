#ifndef CSV_TABLE_H
#define CSV_TABLE_H

#include <stdbool.h>
#include <stdio.h>

#include "base/buf.h"
#include "base/rc.h"
#include "table/csv_source.h"

/* Tables that an administrator edits in a spreadsheet: CSV whose separator is
 * the semicolon and whose first line names the columns.  What is written comes
 * back the same, and so does what a spreadsheet made of it (csv_text.h). */

enum { CSV_TABLE_COLUMNS = 16 };

/*
 * Reads the source, a row at a time, whose columns must be the given ones (NULL
 * at the end; folded: csv_titles.h), and calls row for each line after them but
 * those that are empty: fields and line are those of csv_rows.h,
 * and last until it returns.  A title and empty lines may stand before the
 * names of the columns.  Columns after those must be empty, name included.  A
 * line of more or fewer fields is refused: logged, the first 20, and the
 * reading goes on.  The first result but RC_OK ends the reading and is
 * returned.  RC_BAD_PARAM, logged with the line, for what is no such table, a
 * row over CSV_ROW_MAX, or when every line was refused.
 */
enum rc csv_table_read(struct csv_source *, const char *const *columns,
    enum rc (*row)(void *arg, char **field, unsigned long line), void *arg);

/* The same; refuse, called instead of the log, tells how many fields a refused
 * line has and should have. */
enum rc csv_table_read_on(struct csv_source *, const char *const *columns,
    enum rc (*row)(void *arg, char **field, unsigned long line),
    void (*refuse)(void *arg, unsigned long line, int fields, int columns),
    void *arg);

/* *which becomes the first of the columns, NULL at their end, that one of the
 * first lines of the source begins with; RC_NOT_FOUND, not logged, when none
 * does; RC_BAD_PARAM, logged, for what is no text.  The source can then be read
 * from its beginning. */
enum rc csv_table_which(struct csv_source *, const char *const *columns,
    size_t *which);

/* Whether each field of a line has at most max[i] bytes and, but for the last,
 * at least one.  Logged when one has not. */
bool csv_table_fits(const char *const *columns, const size_t *max, char **field,
    unsigned long line);

/* Writes the first line, the names of n columns, after a byte order mark by
 * which spreadsheets know UTF-8. */
void csv_table_begin(FILE *, const char *const *column, int n);

/* Writes a line of n fields, quoted where they must be; one that a spreadsheet
 * would take for a formula gets an apostrophe before it. */
void csv_table_write(FILE *, const char *const *field, int n);

#endif
