#ifndef FEED_H
#define FEED_H

#include <jansson.h>

#include "base/rc.h"

/*
 * A file of aids as AT's API gives them, plain or gzip: a JSON array, pages
 * {"results": [...]}, or one object a line.
 */

/* Called with each object, numbered from 1 as they stand in the file; the
 * object lasts until it returns.  Anything but RC_OK ends the reading. */
typedef enum rc feed_taker(void *arg, unsigned long ordinal, json_t *object);

/*
 * Reads path and calls fn with each of its objects.  RC_BAD_PARAM, logged with
 * the line, when the file cannot be read, is cut short, has another shape, or
 * has a line over 16 MB or a total over 512 MB; the caller then undoes what fn
 * did.  RC_OK, or what fn returned.
 */
enum rc feed_read(const char *path, feed_taker *fn, void *arg);

#endif
