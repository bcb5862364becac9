#ifndef FEED_H
#define FEED_H

#include <jansson.h>

#include "base/rc.h"

/*
 * A file of aids as AT's API gives them, plain or gzip, with a byte order mark
 * or none: arrays, pages {"results": [...]} or objects, one after another.  It
 * is read as a stream: one aid is in memory at a time, whatever the file's
 * size.
 */

/* Called with each value, numbered from 1 as they stand in the file; it lasts
 * until the function returns.  Anything but RC_OK ends the reading. */
typedef enum rc feed_taker(void *arg, unsigned long ordinal, json_t *object);

/*
 * Reads path and calls fn with each of its objects.  RC_BAD_PARAM, logged with
 * the line, when the file cannot be read, is cut short, has another shape, or
 * has an object over 16 MB; the caller then undoes what fn did.  RC_OK, or
 * what fn returned.
 */
enum rc feed_read(const char *path, feed_taker *fn, void *arg);

#endif
