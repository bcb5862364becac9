#ifndef FEED_BYTES_H
#define FEED_BYTES_H

#include <stdbool.h>

#include <zlib.h>

#include "base/buf.h"

/* The bytes of a feed's file, plain or gzip, as a stream; or those of a text in
 * memory. */

enum { FEED_BLOCK = 1 << 16, FEED_END = -1 };

struct feed_bytes {
	gzFile f;
	unsigned char block[FEED_BLOCK];
	const unsigned char *data; /* block, what was given back, or a text */
	size_t at, n;              /* in data */
	struct buf back;           /* what was given back, then the block */
	bool whole;                /* data is a text in memory */
	bool begins;               /* a line does, with what comes next */
	unsigned long line;        /* of what comes next, from 1 */
};

/* Opens the file, past a byte order mark of UTF-8; false, with errno, when it
 * cannot.  The caller closes it. */
bool feed_bytes_open(struct feed_bytes *, const char *path);
void feed_bytes_close(struct feed_bytes *);

/* From here on the bytes are those of a text, which must outlive them. */
void feed_bytes_turn(struct feed_bytes *, const char *text, size_t n);

/* Peeks at the next byte; FEED_END after the last, or where reading fails. */
int feed_bytes_peek(struct feed_bytes *);

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

/* Appends the rest of the file; false when it is over 256 MB. */
bool feed_bytes_rest(struct feed_bytes *, struct buf *);

/* Why the file cannot be read further, in words to translate; NULL: it can, or
 * it has ended. */
const char *feed_bytes_fault(const struct feed_bytes *);

#endif
