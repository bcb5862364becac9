#ifndef FEED_WALK_H
#define FEED_WALK_H

#include <stdbool.h>

#include "base/pool.h"
#include "feed/feed_shape.h"
#include "fetch/fetch_folder.h"
#include "harvest/feed_settings.h"

/*
 * What a feed has, as files of this machine: a document of the web, all the
 * pages of a list, or files that are here.  Nothing is written to the base.
 *
 * Pages are followed by "next", in the list or in the header Link, on the host
 * of the feed alone, and never twice.  Another Guichet is asked for what
 * changed since its last cursor (api_changes.h), and for all when it refuses
 * that one, and once a week.  A walk ends with the minutes of its feed, and
 * with 1 GB, unpacked.
 */
struct feed_walk {
	struct fetch_folder folder;
	const char *const *paths; /* NULL at the end */
	bool whole;               /* they have all the aids of the feed */
	/* To be noted when something of it is taken; NULL: not said. */
	const char *etag, *modified, *digest, *cursor;
	const char *why; /* why it failed, or is not whole; or NULL */
};

enum feed_walk_end { WALK_GOT, WALK_SAME, WALK_FAILED };

/* How feeds are asked. */
struct feed_walker {
	struct pool *pool; /* of what the walk holds */
	const struct feed_shapes *shapes;
	const char *proxy; /* "": what the environment says */
	const char *agent; /* who asks, for the server's log */
	bool again;        /* even if nothing changed */
	bool one;          /* only the first page */
};

/* WALK_SAME: nothing changed since something was taken.  WALK_FAILED: *why says
 * why; that was not logged.  The caller closes the walk in any case. */
enum feed_walk_end feed_walk(const struct feed_walker *,
    const struct feed_settings *, struct feed_walk *);
void feed_walk_close(struct feed_walk *);

#endif
