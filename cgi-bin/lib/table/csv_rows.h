#ifndef CSV_ROWS_H
#define CSV_ROWS_H

#include "base/rc.h"
#include "table/csv_text.h"

enum { CSV_FIELDS = 200 };

/* A row of a table: its fields, trimmed, without the apostrophe before a
 * formula (csv_table_write) and what misleads (str_drop_hidden). */
struct csv_row {
	char *field[CSV_FIELDS];
	int n;              /* fields; those beyond CSV_FIELDS are counted */
	int filled;         /* of them, up to the last that is not empty */
	unsigned long line; /* from 1, as a spreadsheet shows it: empty ones
			     * count, and a row whose text has several lines
			     * counts as one */
};

/*
 * Gives the rows of a text, from where it stands, before lines below its
 * beginning, but those that are empty; a row lasts until the call returns.  The
 * first result but RC_OK ends the reading and is returned.  RC_BAD_PARAM,
 * logged with the line, for a row over CSV_ROW_MAX or a quotation mark out of
 * its place.
 */
enum rc csv_rows_read(struct csv_text *, unsigned long before,
    enum rc (*take)(void *arg, const struct csv_row *), void *arg);

/* Removes the apostrophe that stands before a formula, in place; returns s. */
char *csv_field_plain(char *s);

/* Whether it is a formula but for apostrophes before it: one is added when it
 * is written and one removed when it is read, so that each comes back. */
bool csv_field_is_apart(const char *s);

#endif
