/* harvest.c - a run of a feed. */

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/build.h"
#include "base/log.h"
#include "base/say.h"
#include "db/rows.h"
#include "gen/constants.h"
#include "gen/queries/harvest.h"
#include "harvest/feed_fields.h"
#include "harvest/feed_show.h"
#include "harvest/feed_walk.h"
#include "harvest/harvest.h"
#include "harvest/import_log.h"
#include "harvest/override.h"
#include "import/aid_import.h"

enum { TEST_RECORDS = 10 };

/* A run on its way. */
struct run {
	struct harvest *h;
	const struct feed_settings *feed;
	struct pool *pool;
	struct feed_walk walk;
	struct aid_absent absent;
	struct aid_import import;
	struct timespec begun;
	long long attempt; /* its row of the log */
	bool logged;       /* with what was taken */
	bool same;         /* nothing changed */
};

static unsigned
elapsed(const struct run *r)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (unsigned)((now.tv_sec - r->begun.tv_sec) * 1000 +
	    (now.tv_nsec - r->begun.tv_nsec) / 1000000);
}

/* What its numbers do not tell. */
static const char *
outcome_of(const struct run *r)
{
	if (r->same)
		return IMPORT_OUTCOME_UNCHANGED;
	if (r->absent.held)
		return IMPORT_OUTCOME_HELD;
	return r->walk.whole && r->import.count.read == 0 ? IMPORT_OUTCOME_EMPTY
							  : NULL;
}

/* Adds the row of the run, with why it failed or was not whole, or NULL. */
static enum rc
log_run(struct run *r, bool taken, unsigned long long version, const char *why)
{
	const struct import_entry e = { .id = r->attempt,
		.source = r->feed->name,
		.is_harvest = true,
		.taken = taken,
		.count = &r->import.count,
		.absent = &r->absent,
		.version = version,
		.ms = elapsed(r),
		.faults = r->import.refused_file,
		.why = why,
		.outcome = taken ? outcome_of(r) : NULL };

	return import_log_add(r->h->db, &e);
}

/* Logs a run that failed, by a new connection when it lost its own.  Of a base
 * that takes the row the next feed may ask more. */
static enum rc
fail(struct run *r, enum rc rc, const char *why)
{
	/* The next message takes its place. */
	if (log_run(r, false, 0, pool_strdup(r->pool, why)) != RC_OK)
		return RC_UNAVAILABLE;
	return rc == RC_UNAVAILABLE ? RC_FAIL : rc;
}

/* How far the feed was read, and its row of the log, with what it brought. */
static enum rc
note_taken(void *arg, unsigned long long version)
{
	struct run *r = arg;
	const struct feed_walk *w = &r->walk;
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_text(r->pool, &args, ARG_NAME, r->feed->name);
	arg_text(r->pool, &args, ARG_ETAG, w->etag);
	arg_text(r->pool, &args, ARG_MODIFIED, w->modified);
	arg_text(r->pool, &args, ARG_DIGEST, w->digest);
	arg_text(r->pool, &args, ARG_CURSOR, w->cursor);
	arg_text(r->pool, &args, ARG_IMPORTER, r->h->stamp);
	arg_int(r->pool, &args, ARG_WHOLE, w->whole);
	/* What was held is looked at again the next time. */
	rc = r->absent.held
	    ? RC_OK
	    : query_run(r->h->db, r->pool, Q_FEED_TAKEN, args, &res);
	if (rc == RC_OK)
		rc = log_run(r, true, version,
		    r->absent.held ? log_last() : w->why);
	r->logged = rc == RC_OK;
	return rc;
}

/* The row of a run that found nothing new. */
static enum rc
note_same(struct run *r)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc = RC_OK;

	arg_text(r->pool, &args, ARG_NAME, r->feed->name);
	r->same = true;
	if (r->walk.whole)
		rc = query_run(r->h->db, r->pool, Q_FEED_WALKED, args, &res);
	return rc == RC_OK ? log_run(r, true, 0, NULL) : rc;
}

/* How what was got is read. */
static void
set_import(struct run *r)
{
	struct harvest *h = r->h;
	const char *news = r->feed->field[FEED_NEWS];
	const char *licence = r->feed->field[FEED_LICENCE];

	r->absent.whole = r->walk.whole;
	r->absent.grace = feed_settings_number(r->feed, FEED_GRACE);
	r->absent.force = h->force;
	r->import = (struct aid_import){ .source = r->feed->name,
		.shapes = h->shapes,
		.stamp = h->stamp,
		.vectors = h->vectors,
		.today = h->today,
		.now = h->now,
		.force = h->force,
		.news = strcmp(news, AID_STATUS_PUBLISHED) != 0 ? news : NULL,
		.licence = *licence != '\0' ? licence : NULL,
		.absent = &r->absent,
		.last = note_taken,
		.arg = r };
}

/* Reads what was got, and takes it. */
static enum rc
take(struct run *r)
{
	struct harvest *h = r->h;
	struct overrides *overrides;
	enum rc rc;

	set_import(r);
	r->import.refused_file = import_log_faults();
	if (r->import.refused_file == NULL)
		return fail(r, RC_FAIL, log_last());
	rc = overrides_load(h->db, r->feed->name, &overrides);
	r->import.revise = overrides_apply;
	r->import.revise_arg = overrides;
	if (rc == RC_OK)
		rc = aid_import(h->db, h->xsl, &r->import, r->walk.paths);
	overrides_free(overrides);
	if (r->import.wrote)
		h->written += r->import.count.added + r->import.count.changed +
		    r->absent.withdrawn;
	if (rc == RC_OK && r->walk.whole && r->import.count.read == 0)
		say(_("its list is empty: is the address that of the feed?"));
	if (rc == RC_OK && !r->logged)
		rc = log_run(r, true, 0,
		    r->absent.held ? log_last() : r->walk.why);
	if (rc != RC_OK)
		rc = fail(r, rc, log_last());
	fclose(r->import.refused_file);
	return rc;
}

static void
open_run(struct run *r, struct harvest *h, const struct feed_settings *feed)
{
	*r = (struct run){ .h = h, .feed = feed, .pool = pool_new() };
	clock_gettime(CLOCK_MONOTONIC, &r->begun);
	aid_absent_open(&r->absent);
	say("%s: %s", feed->name, feed->field[FEED_ADDRESS]);
}

static void
close_run(struct run *r)
{
	feed_walk_close(&r->walk);
	aid_absent_close(&r->absent);
	pool_free(r->pool);
}

/* A server is told who asks, and where to complain. */
static enum feed_walk_end
walk(struct run *r, bool again, bool one)
{
	const struct harvest *h = r->h;
	const struct feed_walker by = { .pool = r->pool,
		.shapes = h->shapes,
		.proxy = h->conf->https_proxy,
		.agent = pool_printf(r->pool, "Guichet/%s (+%s)", build_version,
		    h->conf->base_url),
		.again = again,
		.one = one };

	return feed_walk(&by, r->feed, &r->walk);
}

/* Whether it is read though it has not changed: aids that it lost are to be
 * withdrawn today, or what it has is read otherwise since. */
static bool
is_pending(struct run *r)
{
	const char *by = r->feed->importer;
	const struct arg *args = NULL;
	struct result res;

	if (r->feed->digest != NULL &&
	    (by == NULL || strcmp(by, r->h->stamp) != 0))
		return true;

	arg_text(r->pool, &args, ARG_NAME, r->feed->name);
	arg_text(r->pool, &args, ARG_TODAY, r->h->today);
	arg_int(r->pool, &args, ARG_DAYS,
	    feed_settings_number(r->feed, FEED_GRACE));
	return query_run(r->h->db, r->pool, Q_FEED_PENDING, args, &res) ==
	    RC_OK &&
	    rows_int(&feed_pending_row(&res, 0)->n, 0) > 0;
}

enum rc
harvest_run(struct harvest *h, const struct feed_settings *feed)
{
	struct run r;
	enum feed_walk_end end;
	enum rc rc = RC_OK;

	open_run(&r, h, feed);
	rc = import_log_begin(h->db, feed->name, &r.attempt);
	if (rc != RC_OK) {
		close_run(&r);
		return rc;
	}
	end = walk(&r, h->force || is_pending(&r), false);
	if (end == WALK_GOT) {
		rc = take(&r);
	} else if (end == WALK_SAME) {
		say(_("nothing changed since it was last read"));
		rc = note_same(&r);
	} else {
		log_msg(_("feed \"%s\": %s"), feed->name, r.walk.why);
		rc = fail(&r, RC_BAD_PARAM, r.walk.why);
	}
	close_run(&r);
	return rc;
}

/* All records, then what was read of them. */
static enum rc
try_fields(struct run *r)
{
	struct feed_fields *fields = feed_fields_new();
	enum rc rc = RC_FAIL;

	r->import.revise = feed_fields_note;
	r->import.revise_arg = fields;
	r->import.refused_file = import_log_faults();
	if (r->import.refused_file != NULL) {
		rc = aid_import(r->h->db, r->h->xsl, &r->import, r->walk.paths);
		feed_fields_say(fields, r->import.refused_file);
		fclose(r->import.refused_file);
	}
	feed_fields_free(fields);
	return rc;
}

enum rc
harvest_test(struct harvest *h, const struct feed_settings *feed, bool fields)
{
	struct run r;
	enum rc rc;

	open_run(&r, h, feed);
	if (walk(&r, true, !fields) != WALK_GOT) {
		log_msg(_("feed \"%s\": %s"), feed->name, r.walk.why);
		rc = RC_BAD_PARAM;
	} else {
		set_import(&r);
		r.import.dry_run = true;
		r.import.absent = NULL;
		r.import.last = NULL;
		r.import.revise = feed_show;
		r.import.most = fields ? 0 : TEST_RECORDS;
		rc = fields
		    ? try_fields(&r)
		    : aid_import(h->db, h->xsl, &r.import, r.walk.paths);
	}
	close_run(&r);
	return rc;
}
