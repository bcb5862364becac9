#ifndef FEED_TABLE_H
#define FEED_TABLE_H

#include <stdbool.h>

#include <jansson.h>

#include "base/rc.h"
#include "text/csv_text.h"

/* Called with each value, numbered from 1 as they stand in the file, NULL for
 * an object that is not JSON; it lasts until the function returns.  Anything
 * but RC_OK ends the reading. */
typedef enum rc feed_taker(void *arg, unsigned long ordinal, json_t *object);

/* Whether the first line names two columns or more. */
bool feed_table_is(const struct csv_text *);

/*
 * A table of aids: its first line names the fields, and each other is an aid,
 * given as an object of texts, "" for an empty cell; lines without a word are
 * passed over.  RC_BAD_PARAM, logged, when a quotation mark never ends.
 * Otherwise as feed_read.
 */
enum rc feed_table_read(const struct csv_text *, feed_taker *, void *arg);

#endif
