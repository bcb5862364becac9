#ifndef FEED_VALUE_H
#define FEED_VALUE_H

#include <stdbool.h>
#include <stdint.h>

#include <jansson.h>

#include "base/buf.h"
#include "feed/feed_bytes.h"

/*
 * The text of one JSON value, copied from a feed up to its end.  jansson then
 * says whether it is JSON: here brackets and quotation marks are matched, no
 * more.  A value is bounded, not the file: memory is that of the largest aid.
 * So are the values within it, of a few bytes each, of which jansson makes some
 * hundred.
 *
 * In a file of a record a line, one that lost its end would take those that
 * follow: a line that begins with a brace where no value can stand tells so.
 */

enum { FEED_MAX_VALUE = 8 << 20, FEED_MAX_PARTS = 100000 };

struct feed_value {
	struct buf text;
	unsigned long line; /* where it begins */
	bool over;          /* over a bound: the rest is left out */
	unsigned parts;     /* values within it, about */
	bool marks;         /* it may be a record of a line: see above */
	size_t mark; /* in text: the first line that begins with a brace; 0 */
	unsigned depth;  /* brackets that are open */
	uint64_t arrays; /* of the last 64 of them: 1 for an array */
	char last;       /* byte outside strings but blanks */
};

/* How copying ended. */
enum feed_copied {
	FEED_COPIED,
	FEED_SHORT, /* the file ended, or a NUL byte stands there */
	FEED_LOST   /* another record begins before the end of this one */
};

/* Empties it for a value that begins at the next byte; its room is kept. */
void feed_value_begin(struct feed_value *, const struct feed_bytes *,
    bool marks);

/* Copies the next byte; a string with its quotation marks, which is next; a
 * value up to its end, or to that of the bracket that was opened last; the rest
 * of the line, whatever it holds. */
void feed_value_byte(struct feed_value *, struct feed_bytes *);
enum feed_copied feed_value_string(struct feed_value *, struct feed_bytes *);
enum feed_copied feed_value_rest(struct feed_value *, struct feed_bytes *);
void feed_value_line(struct feed_value *, struct feed_bytes *);

/* Whether a new record begins at the next byte, though this one has not ended.
 */
bool feed_value_is_lost(struct feed_value *, struct feed_bytes *);

/* Gives the bytes from the mark on back, so that the records that the value
 * took are read; false when there are none. */
bool feed_value_back(struct feed_value *, struct feed_bytes *);

/* The value, a reference of the caller's; or NULL, and *e says why.  What is no
 * UTF-8 is read in Windows-1252, as an editor saved it; a number over 64 bits
 * is near enough; a NUL is dropped where it is read; of a key that comes twice
 * the last counts, and *twice is set. */
json_t *feed_value_load(const struct feed_value *, json_error_t *e,
    bool *twice);

#endif
