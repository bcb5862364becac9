#ifndef CSV_TEXT_H
#define CSV_TEXT_H

#include "base/buf.h"
#include "base/rc.h"

/*
 * The text of a table as spreadsheets save it, in the encoding that they chose:
 * UTF-8 with or without a byte order mark, UTF-16 ("Unicode text"), or
 * Windows-1252, which is what French spreadsheets call CSV.
 */

/* A table in UTF-8, past its byte order mark and its line "sep=;". */
struct csv_text {
	const char *text; /* within the bytes given, or own */
	size_t n;
	char delim; /* ';', ',' or a tab */
	struct buf own;
};

/*
 * Reads n bytes, which must last as long as t.  The separator is that of the
 * line "sep=", else the first of ";", a tab and "," that the first line has;
 * ";" when it has none.  RC_BAD_PARAM, logged, for what is no text: a workbook,
 * a text whose UTF-8 is damaged here and there.  The caller frees t in any
 * case.
 */
enum rc csv_text_open(struct csv_text *t, const char *bytes, size_t n);
void csv_text_free(struct csv_text *);

/* How many of the n bytes the first line has, its end included: LF, CR LF, or
 * CR. */
size_t csv_text_line(const char *s, size_t n);

#endif
