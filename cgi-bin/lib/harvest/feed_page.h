#ifndef FEED_PAGE_H
#define FEED_PAGE_H

#include "base/pool.h"
#include "base/rc.h"
#include "feed/feed_shape.h"

/* What a document says of the list that it is a page of. */
struct feed_page {
	unsigned long records; /* in it */
	long long count;       /* of the whole list; -1: not said */
	const char *next;      /* an address, as it stands there; or NULL */
	const char *cursor;    /* as it says, whoever it is; or NULL */
	struct pool *pool;
};

/* Reads the page at path; texts are in the pool.  RC_BAD_PARAM, logged, when it
 * cannot be read. */
enum rc feed_page_read(const char *path, const struct feed_shapes *,
    struct pool *, struct feed_page *);

/* The address, in the pool, that next is, which may be relative to address;
 * NULL when it is none of the web.  It is asked of the host of address,
 * whatever next says: servers behind another name give their own. */
const char *feed_page_next(struct pool *, const char *address,
    const char *next);

/* The address with one more parameter, percent-encoded, in the pool. */
const char *feed_page_with(struct pool *, const char *address, const char *key,
    const char *value);

#endif
