#ifndef FEED_JSON_H
#define FEED_JSON_H

#include <stdbool.h>

#include "feed/feed_file.h"

/* Reads values of JSON, one after another, as feed_read says.  lines: records
 * stand a line each, so that one that cannot be read is lost alone. */
enum rc feed_json_read(struct feed_file *, bool lines);

#endif
