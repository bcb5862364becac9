/* cmd_status.c - command: how the site goes, at a glance. */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <time.h>

#include "admin/cmd.h"
#include "base/build.h"
#include "base/counters_read.h"
#include "base/say.h"
#include "db/rows.h"
#include "gen/constants.h"
#include "gen/programs.h"
#include "gen/queries/installation.h"
#include "gen/queries/links.h"
#include "installation/review.h"

/* Over this bound an answer is slow: one second, the last that is counted. */
enum { SLOW = COUNTERS_BUCKETS - 1 };

/* "3 d 4 h", "4 h 5 min", "5 min": how long ago. */
static const char *
ago(struct pool *pool, long long seconds)
{
	long long min = seconds > 0 ? seconds / 60 : 0;

	if (min >= 48 * 60)
		return pool_printf(pool, _("%lld days"), min / 1440);
	return min >= 60
	    ? pool_printf(pool, _("%lld h %lld min"), min / 60, min % 60)
	    : pool_printf(pool, _("%lld min"), min);
}

/* ---- programs ---- */

/* What its workers have counted, all in all: since the machine started, for the
 * folder of counters is in memory.  Rates are for who reads /sante/metrics. */
static void
say_counts(const struct counters_file *f)
{
	struct counters *sum = counters_sum(f);
	unsigned long long all = 0, failed = 0, slow = 0;

	if (sum == NULL)
		return;
	for (size_t i = 0; i < COUNTERS_ROUTES; i++) {
		for (size_t a = 0; a < ANSWER__MAX; a++)
			all += sum->answers[i][a];
		failed += sum->answers[i][ANSWER_5XX];
		slow += sum->times[i][SLOW];
	}
	say(_("         answers: %llu; errors (5xx): %llu; slower than a "
	      "second: %llu; lines in the log: %llu"),
	    all, failed, slow,
	    (unsigned long long)sum->count[COUNTER_FAILURES]);
	free(sum);
}

/* A program that was installed and not restarted runs on as it was. */
static void
say_workers(struct pool *pool, const char *name, const struct counters_file *f)
{
	unsigned alive = 0, older = 0;
	uint64_t since = 0;
	const struct counters *c;
	bool now;

	for (size_t i = 0; i < COUNTERS_WORKERS; i++) {
		if ((c = counters_slot(f, i, &now)) == NULL || !now)
			continue;
		alive++;
		older += strncmp(c->build, build_id, sizeof(c->build)) != 0;
		if (since == 0 || counters_get(&c->started) < since)
			since = counters_get(&c->started);
	}
	if (alive == 0)
		say(_("%-8s no process"), name);
	else
		say(_("%-8s processes: %u, the oldest for %s"), name, alive,
		    ago(pool, time(NULL) - (long long)since));
	if (older > 0)
		say(_("         of another version than this one: %u "
		      "(systemctl restart 'guichet-%s@*')"),
		    older, name);
	say_counts(f);
}

/* Jobs have no sheets, and no workers that count: their timers are told. */
static void
say_programs(struct cmd *o, struct pool *pool)
{
	for (const struct program_row *p = program_rows; p->name != NULL; p++) {
		struct counters_file *f;
		char folder[4096];

		conf_run_folder(&o->conf, p->name, folder);
		if (p->sheets == NULL)
			continue;
		if ((f = counters_read(folder)) != NULL)
			say_workers(pool, p->name, f);
		else
			say(_("%-8s has counted nothing: %s"), p->name,
			    say_error(errno));
		counters_free(f);
	}
}

/* ---- the base ---- */

/* A query that fails is logged, and its line left out: the others are told. */

/* Of old data an import that fails, or a timer that was never enabled, is the
 * cause. */
static void
say_data(struct cmd *o, struct pool *pool)
{
	struct result res;
	const struct status_data_row *row;

	if (query_run(o->db, pool, Q_STATUS_DATA, NULL, &res) != RC_OK ||
	    res.rows == 0)
		return;
	row = status_data_row(&res, 0);
	say(_("data     version %lld, of %s ago; aids shown: %lld"),
	    rows_int(&row->version, 0), ago(pool, rows_int(&row->age, 0)),
	    rows_int(&row->aids, 0));
}

/* An import that was refused whole tells nothing of aids: why, instead. */
static void
say_import(const struct import_log_last_row *r, const char *when)
{
	const char *outcome = r->outcome.type == VALUE_TEXT ? r->outcome.s : "";
	const char *why = r->why.type == VALUE_TEXT ? r->why.s : "";

	if (rows_int(&r->is_taken, 0) == 0 && rows_int(&r->is_harvest, 0) != 0)
		say(_("import   %s: FAILED, %s ago: %s"), r->source.s, when,
		    why);
	else if (rows_int(&r->is_taken, 0) == 0)
		say(_("import   %s: REFUSED whole, %s ago"), r->source.s, when);
	else if (strcmp(outcome, IMPORT_OUTCOME_UNCHANGED) == 0)
		say(_("import   %s: %s ago; unchanged"), r->source.s, when);
	else if (strcmp(outcome, IMPORT_OUTCOME_EMPTY) == 0)
		say(_("import   %s: %s ago; its list was EMPTY"), r->source.s,
		    when);
	else
		say(_("import   %s: %s ago; added: %lld, changed: "
		      "%lld, the same: %lld, refused: %lld"),
		    r->source.s, when, rows_int(&r->added, 0),
		    rows_int(&r->changed, 0), rows_int(&r->same, 0),
		    rows_int(&r->refused, 0));
	if (strcmp(outcome, IMPORT_OUTCOME_HELD) == 0)
		say(_("         HELD: %s"), why);
}

/* The last of each source: a feed that stopped is seen though others come
 * daily.  Whole files are refused for what they would lose. */
static void
say_imports(struct cmd *o, struct pool *pool)
{
	struct result res;

	if (query_run(o->db, pool, Q_IMPORT_LOG_LAST, NULL, &res) != RC_OK)
		return;
	if (res.rows == 0)
		say(_("imports  none yet"));
	for (unsigned i = 0; i < res.rows; i++) {
		const struct import_log_last_row *r = import_log_last_row(&res,
		    i);

		say_import(r, ago(pool, rows_int(&r->age, 0)));
	}
}

/* By what became of them: drafts that stay unopened tell of a link that readers
 * did not get, those without an answer of a DS that is slow. */
static void
say_drafts(struct cmd *o, struct pool *pool)
{
	const char *s = "";
	struct result res;

	if (query_run(o->db, pool, Q_STATUS_DRAFTS, NULL, &res) != RC_OK)
		return;
	for (unsigned i = 0; i < res.rows; i++) {
		const struct status_drafts_row *r = status_drafts_row(&res, i);

		s = pool_printf(pool, "%s%s %s: %lld", s, i > 0 ? "," : "",
		    cmd_draft_state(r->state.s), rows_int(&r->count, 0));
	}
	say(_("drafts   in 30 days:%s"), *s != '\0' ? s : _(" none"));
}

/* Many to be seen again at once tell of a network that was away, many not
 * visited yet of a job that does not run. */
static void
say_links(struct cmd *o, struct pool *pool)
{
	struct result res;
	const struct link_counts_row *r;

	if (query_run(o->db, pool, Q_LINK_COUNTS, NULL, &res) != RC_OK)
		return;
	r = link_counts_row(&res, 0);
	say(_("links    of aids: %lld; wrong: %lld (told to readers: %lld), to "
	      "be seen again: %lld, not visited yet: %lld"),
	    rows_int(&r->links, 0), rows_int(&r->wrong, 0),
	    rows_int(&r->told, 0), rows_int(&r->unsure, 0),
	    rows_int(&r->fresh, 0));
}

/* ---- the machine ---- */

/* Where MariaDB, the logs, the cache of nginx and the jobs write, which is one
 * file system on most machines: one line for each. */
static void
say_disk(const struct conf *conf)
{
	const char *const folders[] = { "/var/lib/mysql", "/var/log",
		conf->cache_dir, conf->exports_dir, "/var/tmp", "/" };
	unsigned long had[sizeof(folders) / sizeof(folders[0])];
	struct statvfs v;
	size_t n = 0, k;

	for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++) {
		if (statvfs(folders[i], &v) != 0)
			continue;
		had[n] = v.f_fsid;
		for (k = 0; had[k] != v.f_fsid; k++)
			continue;
		if (k < n)
			continue;
		n++;
		say(_("disk     %s: %llu MB left of %llu"), folders[i],
		    (unsigned long long)v.f_bavail * v.f_frsize / 1000000,
		    (unsigned long long)v.f_blocks * v.f_frsize / 1000000);
	}
}

/* When its timer last started a job: systemd keeps that as the date of a file,
 * for timers that catch up (Persistent=). */
static void
say_timer(struct pool *pool, const char *name)
{
	const char *path = pool_printf(pool,
	    "/var/lib/systemd/timers/stamp-guichet-%s.timer", name);
	struct stat st;

	if (stat(path, &st) == 0)
		say(_("timer    guichet-%s: %s ago"), name,
		    ago(pool, time(NULL) - st.st_mtime));
	else
		say(_("timer    guichet-%s: never (systemctl enable --now "
		      "guichet-%s.timer)"),
		    name, name);
}

/* What failed while nobody looked. */
static void
say_machine(struct pool *pool)
{
	const char *units = machine_failed_units(pool);
	long long age;

	if (!machine_backup_age(&age))
		say(_("backup   guichet-backup.timer never ran: see "
		      "guichet-exploitation(7)"));
	else if (age < 0)
		say(_("backup   none"));
	else
		say(_("backup   %s ago"), ago(pool, age));
	if (*units != '\0')
		say(_("failed   %s (systemctl status)"), units);
}

/* guichet status.  What cannot be told is passed over: guichet check says what
 * is wrong.  RC_FAIL when the base is away. */
enum rc
cmd_status(struct cmd *o, int argc, char **argv)
{
	struct pool *pool = pool_new();
	enum rc rc;

	(void)argc;
	(void)argv;
	say(_("guichet  version %s, build %s"), build_version, build_id);
	say_programs(o, pool);
	if ((rc = db_connect(o->db)) == RC_OK) {
		say_data(o, pool);
		say_imports(o, pool);
		say_links(o, pool);
		say_drafts(o, pool);
	}
	say_disk(&o->conf);
	for (const struct program_row *p = program_rows; p->name != NULL; p++)
		if (p->sheets == NULL)
			say_timer(pool, p->name);
	say_machine(pool);
	pool_free(pool);
	return rc == RC_OK ? RC_OK : RC_FAIL;
}
