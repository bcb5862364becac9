#ifndef RECORD_PLACES_H
#define RECORD_PLACES_H

#include "feed/feed_shape.h"

/*
 * The places of a record that say something: the path of keys to each text,
 * number or boolean that is not empty, "contact.tel", those of an array's items
 * being one.  What no place of a shape, or of AT's API, leads to is read by
 * nothing.
 */
typedef void record_place_taker(void *arg, const char *place, const json_t *);

enum {
	RECORD_PLACE = 512
}; /* bytes, its NUL included: what is longer is cut */

/* Calls fn with each, in the order of the record: one place may come several
 * times. */
void record_places(const json_t *record, record_place_taker *fn, void *arg);

/* The fields of AT's that a place becomes in a record of that shape, NULL for
 * AT's, with ", " between them, in the pool; "" when nothing reads it.  Of an
 * object its name or code is read, and of the objects of "..._full" what more
 * they tell. */
const char *record_place_fields(const struct feed_shapes *, const char *shape,
    struct pool *, const char *place);

/* Of a place that nothing reads, the keys to tell: as few as lead to nothing
 * that is read, in the pool.  NULL when something reads it. */
const char *record_place_unread(const struct feed_shapes *, const char *shape,
    struct pool *, const char *place);

#endif
