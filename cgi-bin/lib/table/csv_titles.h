#ifndef CSV_TITLES_H
#define CSV_TITLES_H

#include <stdbool.h>
#include <stddef.h>

#include "table/csv_text.h"

/*
 * The line of a table that names its columns.  Spreadsheets are saved with a
 * title and empty lines above it, with whatever separator, and people type its
 * words with or without capitals, accents, blanks, dashes and apostrophes, in
 * the singular or the plural.
 */

enum { CSV_TITLE_MAX = 256 }; /* bytes: a longer cell is no title */

/* Folds a title to its letters and digits, lower-case and without accents, each
 * word in the singular, in size bytes; "N°" is "Numéro".  Returns dst. */
char *csv_title_fold(char *dst, size_t size, const char *title);

/* Whether that folded title, which is not empty, is known in that column, from
 * 0. */
typedef bool csv_title_known(void *arg, int column, const char *folded);

/*
 * Moves t to the line, among the first 20 and the first CSV_ROW_MAX bytes, that
 * has the most known titles, the first one of these, or to the empty lines just
 * before it, and sets the separator by which it has them; *before becomes the
 * number of lines passed.  False when no line has one: t stays as it is, and
 * *before is 0.
 */
bool csv_titles_find(struct csv_text *t, csv_title_known *known, void *arg,
    unsigned long *before);

#endif
