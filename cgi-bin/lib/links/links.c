/* links.c - a run that visits the links of aids. */

#include <stdlib.h>
#include <string.h>

#include "base/build.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "db/query.h"
#include "db/rows.h"
#include "db/version.h"
#include "fetch/fetch_visits.h"
#include "gen/constants.h"
#include "gen/queries/links.h"
#include "links/link_judge.h"
#include "links/links.h"
#include "text/day.h"

enum {
	MOST = 5000,
	HOUR_MS = 3600 * 1000,
	MAX_WHY = 300,
	/* A server that tells nothing is asked again in a week; one that says
	 * when, then. */
	WEEK = 156 * 3600
};

/* What a run works with. */
struct work {
	struct links_run *run;
	char today[11];
	struct pool *pool; /* of a visit */
	enum rc rc;
	/* Unreached, while no server has answered. */
	struct fetch_seen *kept;
	size_t n, size;
	bool reached; /* one has */
};

/* ---- which addresses ---- */

/* A piece of the aids at a time, whatever ids they have. */
static enum rc
gather(struct links_run *run, struct pool *pool, const char *today)
{
	long long last = 0;
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	for (;;) {
		args = NULL;
		arg_int(pool, &args, ARG_AFTER, last);
		arg_text(pool, &args, ARG_TODAY, today);
		rc = query_run(run->db, pool, Q_LINK_PIECE, args, &res);
		if (rc != RC_OK ||
		    link_piece_row(&res, 0)->last.type == VALUE_NULL)
			break;
		last = rows_int(&link_piece_row(&res, 0)->last, 0);
		arg_int(pool, &args, ARG_LAST, last);
		rc = query_run(run->db, pool, Q_LINK_GATHER, args, &res);
		if (rc != RC_OK)
			break;
	}
	return rc == RC_OK ? query_run(run->db, pool, Q_LINK_FORGET, args, &res)
			   : rc;
}

static enum rc
add_due(struct work *w, struct pool *pool, struct fetch_visits *visits,
    unsigned *n)
{
	char now[20];
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	day_now(now);
	arg_text(pool, &args, ARG_TODAY, w->today);
	arg_text(pool, &args, ARG_NOW, now);
	arg_int(pool, &args, ARG_MOST, MOST);
	rc = query_run(w->run->db, pool, Q_LINK_DUE, args, &res);
	for (unsigned i = 0; rc == RC_OK && i < res.rows; i++)
		fetch_visits_add(visits, link_due_row(&res, i)->address.s);
	*n = rc == RC_OK ? res.rows : 0;
	return rc;
}

/* ---- visits ---- */

/* The arguments of what is noted, of the pool. */
static const struct arg *
seen_args(struct work *w, const struct fetch_seen *seen)
{
	const struct arg *args = NULL;
	char now[20];

	day_now(now);
	arg_text(w->pool, &args, ARG_ADDRESS, seen->address);
	arg_text(w->pool, &args, ARG_NOW, pool_strdup(w->pool, now));
	arg_int(w->pool, &args, ARG_STATUS, seen->status);
	arg_text(w->pool, &args, ARG_WHY,
	    *seen->why == '\0' ? NULL
			       : pool_strndup(w->pool, seen->why,
				     str_cut(seen->why, MAX_WHY)));
	return args;
}

static enum rc
note_unsure(struct work *w, const struct fetch_seen *seen)
{
	const struct arg *args = seen_args(w, seen);
	struct result res;

	arg_int(w->pool, &args, ARG_SECONDS,
	    seen->pause > 0 && seen->pause < WEEK ? seen->pause : WEEK);
	return query_run(w->run->db, w->pool, Q_LINK_UNSURE, args, &res);
}

static enum rc
note_sure(struct work *w, const struct fetch_seen *seen, const char *wrong)
{
	const struct arg *args = seen_args(w, seen);
	struct result res;

	arg_text(w->pool, &args, ARG_TODAY, w->today);
	arg_text(w->pool, &args, ARG_WRONG, wrong);
	arg_text(w->pool, &args, ARG_LEADS_TO,
	    wrong != NULL && *seen->url != '\0' ? seen->url : NULL);
	return query_run(w->run->db, w->pool, Q_LINK_SEEN, args, &res);
}

static enum rc
note(struct work *w, const struct fetch_seen *seen)
{
	const char *wrong = NULL;
	enum link_found found = link_judge(seen, &wrong);
	enum rc rc = found == LINK_FOUND_UNSURE ? note_unsure(w, seen)
						: note_sure(w, seen, wrong);

	w->run->good += found == LINK_FOUND_GOOD;
	w->run->wrong += found == LINK_FOUND_WRONG;
	w->run->unsure += found == LINK_FOUND_UNSURE;
	pool_reset(w->pool);
	return rc;
}

/* Until one server answers, it may be this machine that reaches none. */
static enum rc
note_once_reached(struct work *w, const struct fetch_seen *seen)
{
	enum rc rc = RC_OK;

	w->reached = w->reached || !seen->is_unreached;
	if (!w->reached) {
		if (w->n == w->size) {
			w->size = w->size * 2 + 16;
			w->kept = realloc(w->kept, w->size * sizeof(*w->kept));
			if (w->kept == NULL)
				log_die("links: out of memory");
		}
		w->kept[w->n++] = *seen;
		return RC_OK;
	}
	while (rc == RC_OK && w->n > 0)
		rc = note(w, &w->kept[--w->n]);
	return rc == RC_OK ? note(w, seen) : rc;
}

static void
visit(struct work *w, struct fetch_visits *visits, unsigned total)
{
	double end = clock_ms() + HOUR_MS;
	struct fetch_seen seen;

	while (w->rc == RC_OK && clock_ms() < end &&
	    fetch_visits_next(visits, &seen)) {
		if (w->rc == RC_OK)
			w->rc = note_once_reached(w, &seen);
		say_progress(_("links"), ++w->run->visited, total);
	}
	say_progress_end();
	w->run->left = w->n;
	free(w->kept);
}

/* ---- readers ---- */

static enum rc
tell(struct links_run *run, struct pool *pool, const char *today)
{
	const struct arg *args = NULL;
	unsigned long long version;
	struct result res;
	enum rc rc;

	arg_text(pool, &args, ARG_TODAY, today);
	rc = query_run(run->db, pool, Q_LINK_UNTOLD, args, &res);
	if (rc != RC_OK || rows_int(&link_untold_row(&res, 0)->n, 0) == 0)
		return rc;
	if ((rc = db_begin(run->db)) != RC_OK)
		return rc;
	rc = version_bump(run->db, pool, &version);
	if (rc == RC_OK)
		rc = query_run(run->db, pool, Q_LINK_TELL, args, &res);
	if (rc == RC_OK)
		rc = db_commit(run->db);
	else
		db_rollback(run->db);
	run->told = rc == RC_OK;
	return rc;
}

enum rc
links_run(struct links_run *run)
{
	struct pool *pool = pool_new();
	struct work w = { .run = run, .pool = pool_new() };
	/* A server is told who asks, and where to complain. */
	struct fetch_how how = { .agent = pool_printf(pool, "Guichet/%s (+%s)",
				     build_version, run->conf->base_url),
		.proxy = run->conf->https_proxy,
		.private_allowed = str_is(run->conf->links_private, "yes") };
	struct fetch_visits *visits = fetch_visits_open(&how);
	unsigned total = 0;

	day_today(w.today);
	w.rc = visits != NULL ? gather(run, pool, w.today) : RC_FAIL;
	if (w.rc == RC_OK)
		w.rc = add_due(&w, pool, visits, &total);
	if (w.rc == RC_OK)
		visit(&w, visits, total);
	fetch_visits_close(visits);
	if (w.rc == RC_OK)
		w.rc = tell(run, pool, w.today);
	pool_free(w.pool);
	pool_free(pool);
	return w.rc;
}
