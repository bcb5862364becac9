/* count_run.c - counts the logs of one host. */

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "count/count_known.h"
#include "count/count_line.h"
#include "count/count_log.h"
#include "count/count_month.h"
#include "count/count_run.h"
#include "count/count_seen.h"
#include "count/count_tally.h"
#include "db/query.h"
#include "db/rows.h"
#include "gen/queries/count.h"
#include "text/day.h"

/* BATCH: lines; their counts take some megabytes.  BACK: seconds, more than
 * what nginx holds back before it writes. */
enum { BATCH = 5000, BACK = 60, DAY_SECONDS = 86400 };

struct count_run {
	struct db *db;
	const char *host;
	struct count_known *known;
	struct count_seen *seen;
	struct count_months *months;
	struct count_report report;
	long long last; /* time of the line before; 0: none */
};

enum rc
count_run_open(struct db *db, const struct conf *conf, const char *host,
    struct count_run **run)
{
	struct count_known *known;
	enum rc rc = count_known_read(db, conf, &known);

	*run = NULL;
	if (rc != RC_OK)
		return rc;
	if ((*run = calloc(1, sizeof(**run))) == NULL)
		log_die("count: out of memory");
	**run = (struct count_run){ .db = db,
		.host = host,
		.known = known,
		.seen = count_seen_new(host),
		.months = count_months_new() };
	return RC_OK;
}

void
count_run_close(struct count_run *run)
{
	if (run == NULL)
		return;
	count_known_free(run->known);
	count_seen_free(run->seen);
	count_months_free(run->months);
	free(run);
}

/* ---- a line ---- */

/* A clock that is wrong, or a log that is no log of ours. */
static bool
is_dated(const struct count_line *l)
{
	return strcmp(l->day, "2020-01-01") >= 0 &&
	    l->time < (long long)time(NULL) + DAY_SECONDS;
}

/* What becomes of a line, as a number of the report. */
static enum rc
take_line(struct count_run *run, struct count_tally *tally,
    const struct count_line *l, struct count_report *rep)
{
	uint64_t network;
	bool robot;
	enum rc rc;

	count_most_add(&rep->most, l->network);
	if (!is_dated(l)) {
		rep->undated++;
		return RC_OK;
	}
	if (run->last > l->time + BACK)
		rep->back++;
	run->last = l->time;
	if (!count_known_host(run->known, l->host)) {
		rep->foreign++;
		return RC_OK;
	}
	rc = count_seen_add(run->seen, run->db, l->day, l->minute, l->visitor,
	    &robot);
	if (rc == RC_OK && !robot)
		rc = count_month_bit(run->months, run->db, l->day, l->network,
		    &network);
	if (rc != RC_OK)
		return rc;
	if (robot)
		rep->robots++;
	else if (count_tally_add(tally, run->known, l, network))
		rep->counted++;
	else
		rep->unknown++;
	return RC_OK;
}

static enum rc
read_line(struct count_run *run, struct pool *pool, struct count_tally *tally,
    const char *s, size_t n, struct count_report *rep)
{
	struct count_line l;

	rep->lines++;
	switch (count_line_read(pool, s, n, &l)) {
	case COUNT_READ:
		return take_line(run, tally, &l, rep);
	case COUNT_NO_ANSWER:
		rep->no_answer++;
		return RC_OK;
	default:
		rep->bad++;
		return RC_OK;
	}
}

/* ---- a batch ---- */

/* Where the log is to be read from; whoever else counts waits until the
 * transaction ends. */
static enum rc
find_position(struct count_run *run, const char *digest, uint64_t *position)
{
	struct pool *pool = pool_new();
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	*position = 0;
	arg_text(pool, &args, COUNT_POSITIONS_IN_LOG, digest);
	rc = query_run(run->db, pool, Q_COUNT_TURN, NULL, &res);
	if (rc == RC_OK)
		rc = query_run(run->db, pool, Q_COUNT_POSITIONS, args, &res);
	if (rc == RC_OK && res.rows > 0)
		*position = (uint64_t)
		    rows_int(&count_positions_row(&res, 0)->position, 0);
	pool_free(pool);
	return rc;
}

static enum rc
move(struct count_run *run, const struct count_log *log)
{
	struct pool *pool = pool_new();
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_text(pool, &args, COUNT_LOG_MOVE_IN_HOST, run->host);
	arg_text(pool, &args, COUNT_LOG_MOVE_IN_LOG, count_log_digest(log));
	arg_int(pool, &args, COUNT_LOG_MOVE_IN_POSITION,
	    (long long)count_log_position(log));
	rc = query_run(run->db, pool, Q_COUNT_LOG_MOVE, args, &res);
	pool_free(pool);
	return rc;
}

/* Reads lines, BATCH at most, within the transaction. */
static enum rc
read_lines(struct count_run *run, struct count_log *log,
    struct count_tally *tally, struct count_report *rep)
{
	struct pool *pool = pool_new();
	enum rc rc = RC_OK;
	char *line;
	size_t n;

	for (int i = 0; rc == RC_OK && i < BATCH &&
	     (line = count_log_line(log, &n)) != NULL;
	     i++) {
		rc = read_line(run, pool, tally, line, n, rep);
		pool_reset(pool);
	}
	pool_free(pool);
	return rc;
}

/* One batch; *more says whether there was anything in it. */
static enum rc
count_batch(struct count_run *run, struct count_log *log, bool *more)
{
	struct count_tally *tally = count_tally_new();
	struct count_report rep = run->report;
	uint64_t position = 0;
	enum rc rc;

	if ((rc = db_begin(run->db)) == RC_OK)
		rc = find_position(run, count_log_digest(log), &position);
	if (rc == RC_OK && position != count_log_position(log))
		count_log_seek(log, position);
	if (rc == RC_OK)
		rc = read_lines(run, log, tally, &rep);
	*more = rep.lines > run->report.lines;
	if (rc == RC_OK && *more && (rc = move(run, log)) == RC_OK &&
	    (rc = count_tally_write(tally, run->db)) == RC_OK &&
	    (rc = count_seen_write(run->seen, run->db)) == RC_OK &&
	    (rc = db_commit(run->db)) == RC_OK)
		run->report = rep;
	count_seen_drop(run->seen);
	count_months_drop(run->months);
	if (db_in_transaction(run->db))
		db_rollback(run->db);
	count_tally_free(tally);
	return rc;
}

enum rc
count_run_log(struct count_run *run, const char *path)
{
	const char *fault;
	struct count_log *log = count_log_open(path, &fault);
	bool more = log != NULL;
	enum rc rc = RC_OK;

	run->last = 0;
	while (rc == RC_OK && more)
		rc = count_batch(run, log, &more);
	if (rc == RC_OK && log != NULL && count_log_is_cut(log))
		fault = _("its compression is damaged, or is not whole yet");
	if (fault != NULL) {
		log_msg(_("the log %s: %s"), path, fault);
		run->report.faults++;
	}
	run->report.logs += log != NULL;
	count_log_close(log);
	return rc;
}

enum rc
count_run_end(struct count_run *run)
{
	struct pool *pool = pool_new();
	const struct arg *args = NULL;
	struct result res;
	char day[11];

	day_local(time(NULL) - COUNT_DAYS_LATE * DAY_SECONDS, day);
	arg_text(pool, &args, COUNT_SEEN_FORGET_IN_HOST, run->host);
	arg_text(pool, &args, COUNT_SEEN_FORGET_IN_DAY, day);
	enum rc rc = query_run(run->db, pool, Q_COUNT_SEEN_FORGET, args, &res);
	if (rc == RC_OK)
		rc = query_run(run->db, pool, Q_COUNT_LOG_TODAY, NULL, &res);
	pool_free(pool);
	return rc == RC_OK ? count_months_end(run->db) : rc;
}

const struct count_report *
count_run_report(const struct count_run *run)
{
	return &run->report;
}
