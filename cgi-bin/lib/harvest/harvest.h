#ifndef HARVEST_H
#define HARVEST_H

#include <stdbool.h>

#include "base/conf.h"
#include "db/db.h"
#include "harvest/feed_settings.h"
#include "vectors/word_vectors.h"
#include "xml/xsl.h"

/*
 * A run of a feed: what it has is got whole, then taken in one transaction with
 * what it lacks (aid_absent.h), what was understood (import_log.h) and how far
 * it was read.  One that is killed anywhere has taken nothing, and the next one
 * does it all again.  A feed that has not changed costs a row of the log.
 */
struct harvest {
	struct db *db;
	const struct conf *conf;
	const struct xsl *xsl;
	const struct word_vectors *vectors; /* or NULL */
	const struct feed_shapes *shapes;
	const char *stamp;       /* of the importer: import_stamp.h */
	const char *today, *now; /* as aid_import takes them */
	bool force;              /* what was lost is believed, and what did not
	                          * change is read again */
	unsigned long written;   /* aids: the result of all runs */
};

/* Runs a feed, says what came of it, and logs that.  RC_BAD_PARAM: the feed
 * failed; RC_FAIL: the base did, for this one: neither harms another feed.
 * RC_UNAVAILABLE: the base is away. */
enum rc harvest_run(struct harvest *, const struct feed_settings *);

/* The same of the first ten records of what is at address, a page of the web or
 * a path: prints what each field became, and writes nothing.  fields: of all
 * records, what is read of them (feed_fields.h). */
enum rc harvest_test(struct harvest *, const struct feed_settings *,
    bool fields);

#endif
