#ifndef FEED_BYTES_H
#define FEED_BYTES_H

#include <stdbool.h>

#include "base/buf.h"
#include "table/csv_text.h"

/* The bytes of a feed's file, plain or gzip, or of the text that they are. */

enum { FEED_BLOCK = 1 << 16, FEED_END = -1 };

struct feed_bytes {
	struct csv_source in;
	struct csv_text *text; /* NULL: the bytes are those of the file */
	unsigned char block[FEED_BLOCK];
	const unsigned char *data; /* block, what was given back, or of text */
	size_t at, n;              /* in data */
	struct buf back;           /* what was given back, then the block */
	bool begins;               /* a line does, with what comes next */
	unsigned long line;        /* of what comes next, from 1 */
};

/* Opens the file, past a byte order mark of UTF-8; false, with errno, when it
 * cannot.  The caller closes it. */
bool feed_bytes_open(struct feed_bytes *, const char *path);
void feed_bytes_close(struct feed_bytes *);

/* The file's text, from the byte at begin of what is at hand on; csv_text_open
 * says the rest. */
enum rc feed_bytes_text(struct feed_bytes *, size_t begin, struct csv_text *);

/* From here on the bytes are those of a text, which must outlive them. */
void feed_bytes_turn(struct feed_bytes *, struct csv_text *);

/* Peeks at the next byte; FEED_END after the last, or where reading fails. */
int feed_bytes_peek(struct feed_bytes *);

/* Takes up to n of the bytes that are at hand: how many; 0 at the end. */
size_t feed_bytes_block(struct feed_bytes *, char *to, size_t n);

/* Skips blanks, then peeks. */
int feed_bytes_peek_mark(struct feed_bytes *);

/* Reads the next byte; FEED_END likewise. */
int feed_bytes_take(struct feed_bytes *);

/* Takes the bytes that stand before the next NUL, end of line, quotation mark
 * or backslash, as many as are at hand: how many, from *s on, until the next
 * call. */
size_t feed_bytes_run(struct feed_bytes *, const char **s);

/* Gives back the last n bytes that were taken, a copy of which is s: they come
 * next, at the beginning of a line. */
void feed_bytes_back(struct feed_bytes *, const char *s, size_t n);

/* Whether the byte that follows the first line and blanks is that, as far as a
 * block tells; nothing is taken. */
bool feed_bytes_second_line(struct feed_bytes *, char c);

/* Whether the file begins as what Windows calls Unicode: UTF-16. */
bool feed_bytes_is_utf16(struct feed_bytes *);

#endif
