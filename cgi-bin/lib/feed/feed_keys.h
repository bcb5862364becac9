#ifndef FEED_KEYS_H
#define FEED_KEYS_H

#include <stdbool.h>

/* The keys of an aid of AT's API, NULL at the end: those that the import reads,
 * and those that it knows and leaves. */
extern const char *const feed_keys[];

/* Whether it is one of them, or of what Guichet's own API says besides; another
 * may be misspelt. */
bool feed_keys_has(const char *key);

/* Whether it is one of them. */
bool feed_keys_is_read(const char *key);

#endif
