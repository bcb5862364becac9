#ifndef FEED_REACH_H
#define FEED_REACH_H

#include "harvest/feed_settings.h"

/* The user as whom the job reads feeds: conf/programs. */
#define FEED_JOB_USER "guichet-harvest"

/*
 * What keeps the job from reading a file of a feed that root reads by hand, in
 * the pool, with what to do; NULL: nothing does, or nobody can tell, for there
 * is no such user, or the caller is not root.  The path may be of a folder: its
 * files count too.  Nothing is changed.
 */
const char *feed_reach_fault(struct pool *, const char *user, const char *path);

/* Why a file of keys is refused, with what to do; NULL: it is closed, or not
 * there yet. */
const char *feed_reach_key_fault(struct pool *, const char *path);

/* Logs what keeps the job from reading the files of the feed. */
void feed_reach_say(const struct feed_settings *);

#endif
