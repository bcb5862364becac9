/* cmd_harvest.c - commands: runs of feeds, and what came of them. */

#include <stdlib.h>
#include <string.h>

#include "admin/cmd_harvester.h"
#include "base/log.h"
#include "base/say.h"
#include "db/rows.h"
#include "gen/constants.h"
#include "gen/queries/harvest.h"
#include "harvest/feed_reach.h"
#include "indexing/sheets_stamp.h"
#include "report/report.h"
#include "text/day.h"

/* Of a job that a timer runs nobody reads what it says but for "harvest log",
 * which tells the rows that each run leaves. */
enum { MANY_AIDS = 100 }; /* plans that were good for fewer may be bad */

/* ---- runs ---- */

/* Sheets and shapes are read once for all runs; an import ends each. */
bool
cmd_harvester_open(struct cmd *o, struct cmd_harvester *x)
{
	const char *stamp;

	*x = (struct cmd_harvester){ .pool = pool_new() };
	if (!cmd_sheets(o) ||
	    (x->shapes = cmd_shapes(o, x->pool, &stamp)) == NULL)
		return false;
	day_today(x->today);
	day_now(x->now);
	x->h = (struct harvest){ .db = o->db,
		.conf = &o->conf,
		.xsl = o->xsl,
		.vectors = o->vectors,
		.shapes = x->shapes,
		.stamp = stamp,
		.today = x->today,
		.now = x->now,
		.force = o->options.force };
	return true;
}

void
cmd_harvester_close(struct cmd_harvester *x)
{
	feed_shapes_free(x->shapes);
	pool_free(x->pool);
}

/* A feed that fails stops no other one; a base that does, all. */
static enum rc
run_feed(struct cmd_harvester *x, const char *name, enum rc *worst)
{
	struct pool *pool = pool_new();
	struct feed_settings *s;
	unsigned n;
	enum rc rc = feed_settings_read(x->h.db, pool, name, &s, &n);

	if (rc == RC_OK)
		rc = harvest_run(&x->h, s);
	pool_free(pool);
	if (rc != RC_OK)
		*worst = rc;
	return rc == RC_UNAVAILABLE ? rc : RC_OK;
}

/* The feeds whose time has come. */
static enum rc
run_due(struct cmd_harvester *x, enum rc *worst)
{
	struct result res;
	enum rc rc = query_run(x->h.db, x->pool, Q_FEED_DUE, NULL, &res);

	for (unsigned i = 0; rc == RC_OK && i < res.rows; i++)
		rc = run_feed(x, feed_due_row(&res, i)->name.s, worst);
	if (rc == RC_OK && res.rows == 0)
		say(_("no feed is due: guichet harvest NAME runs one all the "
		      "same"));
	return rc;
}

/* What wrote aids also tells by which sheets they are rendered, and the server
 * what it has now. */
enum rc
cmd_harvester_finish(struct cmd_harvester *x)
{
	struct result res;
	enum rc rc = sheets_stamp_note(x->h.db, x->pool, x->h.conf->share_dir,
	    x->h.written);

	return rc == RC_OK && x->h.written >= MANY_AIDS
	    ? query_run(x->h.db, x->pool, Q_HARVEST_STATISTICS, NULL, &res)
	    : rc;
}

/* guichet harvest [--force] [NAME...]: run by a timer, each hour; those that
 * are named run though they are not due, or paused.  1 when any failed. */
enum rc
cmd_harvest(struct cmd *o, int argc, char **argv)
{
	struct cmd_harvester x;
	enum rc worst = RC_OK, rc = cmd_harvester_open(o, &x) ? RC_OK : RC_FAIL;

	for (int i = 0; rc == RC_OK && i < argc; i++)
		rc = run_feed(&x, argv[i], &worst);
	if (rc == RC_OK && argc == 0)
		rc = run_due(&x, &worst);
	if (rc == RC_OK && x.h.written > 0)
		rc = cmd_harvester_finish(&x);
	cmd_harvester_close(&x);
	return rc == RC_OK ? worst : rc;
}

/* guichet feed test [--fields] NAME|ADDRESS: an address is tried before it is a
 * feed, and may be of a private network, for whoever types it is at this
 * machine. */
enum rc
cmd_feed_test(struct cmd *o, int argc, char **argv)
{
	struct cmd_harvester x;
	struct feed_settings typed, *s = &typed;
	unsigned n;
	enum rc rc;

	(void)argc;
	if (strchr(argv[0], '/') != NULL) {
		feed_settings_new(&typed, "essai", "");
		if (!feed_settings_set(&typed, feed_field_name(FEED_ADDRESS),
			argv[0]))
			return RC_BAD_PARAM;
		feed_settings_set(&typed, feed_field_name(FEED_PRIVATE), "1");
	}
	db_dry_run(o->db);
	rc = cmd_harvester_open(o, &x) ? RC_OK : RC_FAIL;
	if (strchr(argv[0], '/') == NULL && rc == RC_OK)
		rc = feed_settings_read(o->db, x.pool, argv[0], &s, &n);
	if (rc == RC_OK) {
		rc = harvest_test(&x.h, s, o->options.fields);
		feed_reach_say(s);
	}
	cmd_harvester_close(&x);
	return rc;
}

/* ---- what came of them, and of imports of files ---- */

/* A line a run, and why it failed or left something undone. */
static void
say_run(const struct harvest_runs_row *r)
{
	const long long ms = rows_int(&r->ms, 0);
	const char *outcome = r->outcome.type == VALUE_TEXT ? r->outcome.s : "";

	if (strcmp(outcome, IMPORT_OUTCOME_UNCHANGED) == 0) {
		say(_("%lld  %s  %s  unchanged  (%.1f s)"), rows_int(&r->id, 0),
		    r->ended_at.s, r->source.s, (double)ms / 1000);
		return;
	}
	say(_("%lld  %s  %s  added: %lld, changed: %lld, the same: %lld, "
	      "refused: %lld, not understood: %lld, absent: %lld, withdrawn: "
	      "%lld  (%.1f s)"),
	    rows_int(&r->id, 0), r->ended_at.s, r->source.s,
	    rows_int(&r->added, 0), rows_int(&r->changed, 0),
	    rows_int(&r->same, 0), rows_int(&r->refused, 0),
	    rows_int(&r->faults, 0), rows_int(&r->absent, 0),
	    rows_int(&r->withdrawn, 0), (double)ms / 1000);
	if (r->why.type == VALUE_TEXT)
		say("    %s%s",
		    rows_int(&r->is_taken, 0) == 0 ? _("FAILED: ") : "",
		    r->why.s);
	if (strcmp(outcome, IMPORT_OUTCOME_EMPTY) == 0)
		say(_("    EMPTY: its list has no aid"));
}

/* The last runs come first, for it is of them that something is asked. */
static enum rc
say_runs(struct cmd *o, struct pool *pool, const char *name)
{
	const struct arg *args = NULL;
	struct result res;
	struct feed_settings *s;
	unsigned n;
	enum rc rc;

	if (name != NULL)
		arg_text(pool, &args, ARG_NAME, name);
	rc = query_run(o->db, pool, Q_HARVEST_RUNS, args, &res);
	for (unsigned i = 0; rc == RC_OK && i < res.rows; i++)
		say_run(harvest_runs_row(&res, i));
	if (rc == RC_OK && res.rows == 0 && name != NULL)
		rc = feed_settings_read(o->db, pool, name, &s, &n);
	if (rc == RC_OK && res.rows == 0)
		say(_("no run yet"));
	return rc;
}

/* Each aid that the run brought, changed or withdrew, and each fault. */
static enum rc
say_details(struct cmd *o, struct pool *pool, const char *run)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_int(pool, &args, ARG_ID, strtoll(run, NULL, 10));
	rc = query_run(o->db, pool, Q_HARVEST_RUN_KNOWN, args, &res);
	if (rc == RC_OK && res.rows == 0) {
		log_msg(_("no run has the number %s: see guichet harvest log"),
		    run);
		rc = RC_NOT_FOUND;
	}
	if (rc == RC_OK)
		rc = query_run(o->db, pool, Q_HARVEST_CHANGES, args, &res);
	for (unsigned i = 0; rc == RC_OK && i < res.rows; i++) {
		const struct harvest_changes_row *r = harvest_changes_row(&res,
		    i);
		bool gone = strcmp(r->status.s, AID_JSON_WITHDRAWN) == 0;

		say("%s %lld  %s",
		    gone                               ? _("withdrawn")
			: rows_int(&r->number, 0) == 1 ? _("new      ")
						       : _("changed  "),
		    rows_int(&r->aid_id, 0), r->slug.s);
	}
	if (rc == RC_OK)
		rc = query_run(o->db, pool, Q_HARVEST_FAULTS, args, &res);
	for (unsigned i = 0; rc == RC_OK && i < res.rows; i++) {
		const struct harvest_faults_row *r = harvest_faults_row(&res,
		    i);

		say(_("record %lld (%s), \"%s\": %s: \"%s\""),
		    rows_int(&r->record, 0),
		    r->source_id.type == VALUE_TEXT ? r->source_id.s : "-",
		    r->field.s, r->reason.s, r->value.s);
	}
	return rc;
}

/* guichet harvest log [NAME|NUMBER]: the last runs, or all of one. */
enum rc
cmd_harvest_log(struct cmd *o, int argc, char **argv)
{
	struct pool *pool = pool_new();
	bool is_run = argc > 0 &&
	    strspn(argv[0], "0123456789") == strlen(argv[0]);
	enum rc rc = is_run ? say_details(o, pool, argv[0])
			    : say_runs(o, pool, argc > 0 ? argv[0] : NULL);

	pool_free(pool);
	return rc;
}

/* guichet harvest report --html FOLDER: what harvest log, review, duplicates
 * and links list say, as pages. */
enum rc
cmd_harvest_report(struct cmd *o, int argc, char **argv)
{
	static const char *const rooms[] = { "report", NULL };
	struct pool *pool;
	struct xsl *xsl;
	unsigned n = 0;
	enum rc rc = RC_FAIL;

	(void)argc;
	(void)argv;
	if (o->options.html == NULL) {
		log_msg(_("in which folder? --html FOLDER"));
		return RC_BAD_PARAM;
	}
	pool = pool_new();
	xsl = xsl_open(pool_printf(pool, "%s/xsl", o->conf.share_dir), rooms);
	if (xsl != NULL)
		rc = report_write(o->db, &o->conf, xsl, o->options.html, &n);
	if (rc == RC_OK)
		say(ngettext("%u page: %s/index.html",
			"%u pages: %s/index.html", n),
		    n, o->options.html);
	xsl_close(xsl);
	pool_free(pool);
	return rc;
}
