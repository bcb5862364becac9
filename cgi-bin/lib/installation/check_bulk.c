/* check_bulk.c - the exports: made, and given. */

#include <errno.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "base/say.h"
#include "bulk/bulk.h"
#include "bulk/bulk_last.h"
#include "db/query.h"
#include "db/rows.h"
#include "gen/queries/installation.h"
#include "installation/check_answers.h"
#include "installation/review.h"
#include "text/day.h"

/* The folder that the unit lets the job write. */
#define OF_JOB "/var/lib/guichet/exports"

static const char *
correct_setting(struct pool *pool)
{
	return pool_printf(pool, _("correct exports_dir in %s"), conf_path());
}

/* What is to be done so that the job can write there; NULL: it can, or this
 * machine has none. */
static const char *
unwritable(struct pool *pool, const char *dir, const struct stat *is)
{
	const struct passwd *job = getpwnam("guichet-bulk");

	if (job == NULL)
		return NULL;
	if (strcmp(dir, OF_JOB) != 0)
		return pool_printf(pool,
		    _("the unit guichet-bulk writes there if a drop-in says "
		      "ReadWritePaths=%s (see guichet.conf(5)) and after chown "
		      "guichet-bulk %s; then systemctl start guichet-bulk"),
		    dir, dir);
	return is->st_uid != job->pw_uid && is->st_uid != 0
	    ? pool_printf(pool, "chown -R guichet-bulk %s", dir)
	    : NULL;
}

/* Why there are no files, and *mend. */
static const char *
check_missing(struct pool *pool, const char *dir, const char **mend)
{
	const char *slash = strrchr(dir, '/'), *above, *how;
	struct stat is = { .st_uid = 0 };
	bool there = stat(dir, &is) == 0;

	*mend = correct_setting(pool);
	if (there && !S_ISDIR(is.st_mode))
		return pool_printf(pool, _("%s is no folder"), dir);
	if (!there && errno != ENOENT)
		return pool_printf(pool, "%s: %s", dir, say_error(errno));
	above = pool_strndup(pool, dir,
	    slash > dir ? (size_t)(slash - dir) : 1);
	if (!there && stat(above, &is) != 0) {
		*mend = pool_printf(pool, _("mkdir -p %s, or %s"), dir, *mend);
		return pool_printf(pool, "%s: %s", above, say_error(errno));
	}
	how = unwritable(pool, dir, &is);
	*mend = how != NULL ? how
			    : _("systemctl enable --now guichet-bulk.timer, or "
				"guichet bulk");
	return pool_printf(pool, _("none is in %s"), dir);
}

/* ---- whether they are of what the base holds ---- */

enum { LATE = 180 }; /* seconds: the job's minute, and a busy machine */

/* For how many seconds the data and the day are others than the files'. */
static double
since_changed(struct review *r, const struct bulk_last *last)
{
	time_t now = time(NULL);
	struct result res;
	char today[11];
	double age = 0;
	struct tm tm;

	day_today(today);
	localtime_r(&now, &tm);
	if (strstr(last->stamp, today) == NULL)
		age = tm.tm_hour * 3600 + tm.tm_min * 60 + tm.tm_sec;
	if (query_run(r->db, r->pool, Q_STATUS_DATA, NULL, &res) == RC_OK &&
	    res.rows > 0 &&
	    rows_int(&status_data_row(&res, 0)->version, 0) !=
		strtoll(last->stamp, NULL, 10) &&
	    (double)rows_int(&status_data_row(&res, 0)->age, 0) > age)
		age = (double)rows_int(&status_data_row(&res, 0)->age, 0);
	return age;
}

/* Why the files are of before, and *mend; NULL: they are not, or the job has
 * time still. */
static const char *
check_late(struct review *r, const char **mend)
{
	struct bulk_last last;
	double now = (double)time(NULL), late, rest;

	bulk_last_read(r->pool, r->conf->exports_dir, &last);
	if (last.failed > 0) {
		*mend = pool_printf(r->pool,
		    _("journalctl -u guichet-bulk says why; df %s and df -i "
		      "%s, whether room is missing; then guichet bulk --force"),
		    r->conf->exports_dir, r->conf->exports_dir);
		return pool_printf(r->pool,
		    _("the last run failed, %.0f min ago: they lack what "
		      "changed since the one before"),
		    (now - last.failed) / 60);
	}
	/* They may rest for long after a run that was. */
	late = since_changed(r, &last);
	rest = now - last.made - BULK_RESTS_TIMES * last.took;
	if (rest < late)
		late = rest;
	*mend = _("systemctl status guichet-bulk.timer guichet-bulk");
	return late > LATE + 2 * last.took
	    ? pool_printf(r->pool,
		  _("they lack what changed %.0f min ago, and should have it"),
		  late / 60)
	    : NULL;
}

void
check_bulk(struct review *r)
{
	const char *dir = r->conf->exports_dir, *mend = NULL, *fault = NULL;

	if (*dir == '\0')
		return;
	if (!bulk_are(r->pool, r->conf))
		fault = check_missing(r->pool, dir, &mend);
	else
		fault = check_late(r, &mend);
	review_line(r, _("the exports are made"), fault, mend);
}

/* By their list, which is a file of the same folder. */
void
check_bulk_given(struct review *r)
{
	const char *dir = r->conf->exports_dir;

	if (*dir == '\0' || !r->answers || !bulk_are(r->pool, r->conf))
		return;
	review_line(r, _("nginx gives the exports"),
	    check_answers_file(r->pool,
		pool_printf(r->pool, "%s/api/exports/", r->conf->base_url),
		pool_printf(r->pool, "%s/current/exports.json", dir)),
	    pool_printf(r->pool,
		_("its location of /guichet-exports/ wants \"alias "
		  "%s/current/;\", see guichet-serveur-web(7), then nginx -t "
		  "and systemctl reload nginx"),
		dir));
}
