#ifndef FEED_KEY_H
#define FEED_KEY_H

#include "base/pool.h"
#include "fetch/fetch.h"
#include "harvest/feed_settings.h"

/*
 * The headers to send with each request of a feed, "Name: value", in the pool,
 * NULL at the end: those of its file of keys, or the token that its
 * token_address gives for them, as AT's API does.  They are neither in the base
 * nor in a log.  NULL, and *why says why, when there can be none.
 */
const char *const *feed_key_headers(struct pool *, struct fetch *,
    const struct feed_settings *, const char **why);

#endif
