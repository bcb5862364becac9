#ifndef FEED_TABLE_H
#define FEED_TABLE_H

#include <stdbool.h>

#include <jansson.h>

#include "base/rc.h"
#include "table/csv_text.h"

/* A record of a file; it lasts until what takes it returns. */
struct feed_item {
	unsigned long ordinal; /* as they stand in the file, from 1 */
	unsigned long line;    /* where it begins */
	json_t *value;         /* NULL: it cannot be read */
	const char *why;       /* why not, a message of N_() */
	const char *text;      /* what stands there */
};

/* Called with each record.  Anything but RC_OK ends the reading. */
typedef enum rc feed_taker(void *arg, const struct feed_item *);

/* Whether the first line names two columns or more. */
bool feed_table_is(const struct csv_text *);

/*
 * A table of aids: its first line names the fields, and each other is an aid,
 * given as an object of texts, "" for an empty cell; lines without a word are
 * passed over.  A row whose quotation mark never ends, or ends amid other rows,
 * is given as one that cannot be read, with the line where it opened, logged
 * the first times, and the next lines are read; over a thousand of them:
 * RC_BAD_PARAM.  Otherwise as feed_read.
 */
enum rc feed_table_read(const struct csv_text *, feed_taker *, void *arg);

#endif
