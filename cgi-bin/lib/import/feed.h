#ifndef FEED_H
#define FEED_H

#include <jansson.h>

#include "base/rc.h"

/*
 * A file of aids as AT's API gives them, plain or gzip: a JSON array, pages
 * {"results": [...]}, or one object a line.
 */

/* Given each object with its place in the file, from 1.  Anything but RC_OK
 * stops the reading. */
typedef enum rc feed_taker(void *arg, unsigned long place, json_t *object);

/*
 * Reads path and gives its objects to fn.  RC_BAD_PARAM, logged with the place,
 * when the file cannot be read, is cut short, is not of one of the shapes, or
 * has a line over 16 MB or a total over 512 MB; what fn was given until then
 * is the caller's to forget.
 */
enum rc feed_read(const char *path, feed_taker *fn, void *arg);

#endif
