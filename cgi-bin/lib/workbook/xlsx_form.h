#ifndef XLSX_FORM_H
#define XLSX_FORM_H

#include <stdbool.h>
#include <stddef.h>

/*
 * A workbook to be filled in: a table whose titles say what they want, with the
 * words that a column takes, on a sheet of their own, to choose from.  Other
 * words may be typed, and several.
 */
struct xlsx_form;

enum xlsx_holds { XLSX_HOLDS_TEXT, XLSX_HOLDS_NUMBER, XLSX_HOLDS_DAY };

struct xlsx_column {
	const char *title, *help; /* help: shown beside the title */
	enum xlsx_holds holds;
	const char *const *words; /* to choose from, NULL at the end; or NULL */
};

/* Begins the file at path, of n columns, which must last.  NULL when it cannot
 * be made. */
struct xlsx_form *xlsx_form_new(const char *path,
    const struct xlsx_column *columns, size_t n);

/* Adds a row: a cell of each column, "" for none; what is no number, and no day
 * "2027-03-31", stays text.  False when a text has over 32,767 signs, which is
 * what a cell can hold: it is cut. */
bool xlsx_form_row(struct xlsx_form *, const char *const *cells);

/* Writes and frees it; false when that fails. */
bool xlsx_form_close(struct xlsx_form *);

#endif
