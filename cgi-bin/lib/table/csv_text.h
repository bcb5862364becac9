#ifndef CSV_TEXT_H
#define CSV_TEXT_H

#include "base/buf.h"
#include "base/rc.h"
#include "table/csv_decoder.h"

/* The text of a table (csv_decoder.h), a line at a time: what is in memory is a
 * row, not the file. */

enum { CSV_ROW_MAX = 8 << 20 }; /* bytes; as much as a record of JSON */

/* A table in UTF-8, past its byte order mark and its line "sep=;". */
struct csv_text {
	struct csv_decoder decoder;
	unsigned long long base; /* place in the text of the window's begin */
	struct buf window;       /* what is at hand */
	size_t at, kept; /* in the window: what comes next; what stays */
	char delim;      /* ';', ',' or a tab */
};

/*
 * Opens the text of a source, as csv_decoder_open does.  The separator is that
 * of the line "sep=", else the first of ";", a tab and "," that the first line
 * has; ";" when it has none.  The caller frees t in any case.
 */
enum rc csv_text_open(struct csv_text *t, struct csv_source *);
void csv_text_free(struct csv_text *);

/* Takes the separator from the next line, as if the text began there. */
void csv_text_find_delim(struct csv_text *);

/* RC_BAD_PARAM, logged, for a text that ended before it was to. */
enum rc csv_text_end(const struct csv_text *);

/* Takes the next line, its end included: LF, CR LF, or CR.  *line is good until
 * the next call.  Returns how many bytes it has, 0 at the end of the text; of a
 * line over CSV_ROW_MAX, which has no end then, that many of them. */
size_t csv_text_line(struct csv_text *t, const char **line);

/* Takes what is at hand, at least a byte; 0 at the end. */
size_t csv_text_block(struct csv_text *t, const char **block);

/* Where in the text the next line begins, in bytes of UTF-8. */
unsigned long long csv_text_tell(const struct csv_text *);

/* What stands from there on, which was taken, is kept until this is called
 * again: at most as much as the caller takes. */
void csv_text_keep(struct csv_text *, unsigned long long from);

/* What stands there, which is kept. */
const char *csv_text_kept(const struct csv_text *, unsigned long long from);

/* Goes back, or on, to there: it is kept, or at hand. */
void csv_text_seek(struct csv_text *, unsigned long long to);

/* What comes next, *n bytes: wanted of them, or more, unless it ends before. */
const char *csv_text_ahead(struct csv_text *, size_t wanted, size_t *n);

/* How many bytes has the line that begins from bytes ahead, as csv_text_line
 * counts them. */
size_t csv_text_span(struct csv_text *, size_t from);

#endif
