#ifndef FEED_PATH_H
#define FEED_PATH_H

#include <stdbool.h>

#include <jansson.h>

#include "base/pool.h"

/* The paths of a shape (feed_shape.h), in a record. */

enum { FEED_PATH_KEY = 256 }; /* bytes of a key, its NUL included */

/* What the path leads to; NULL when it is not there.  A reference of the
 * caller's. */
json_t *feed_path_value(struct pool *, const json_t *record, const char *path);

/* The first key of a term of a path; false when there is none. */
bool feed_path_key(const char *path, char key[FEED_PATH_KEY]);

/* Whether it says nothing: null, or a text or an array without a thing. */
bool feed_path_is_empty(const json_t *);

#endif
