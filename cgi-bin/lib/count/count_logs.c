/* count_logs.c - the logs of this host, and whether they are counted. */

#include <errno.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "base/say.h"
#include "count/count_line.h"
#include "count/count_log.h"
#include "count/count_logs.h"
#include "db/query.h"
#include "db/rows.h"
#include "gen/constants.h"
#include "gen/queries/count.h"

/* A job runs each hour; a machine may be off for a night; clocks may differ by
 * minutes.  BEGINNING: lines. */
enum { DAY = 86400, AHEAD = 600, BEGINNING = 10000 };

/* Why a folder could not be read; glob asks, and gives no room for an answer.
 */
static int glob_error;

static int
is_closed(const char *path, int error)
{
	(void)path;
	glob_error = error;
	return error != ENOENT && error != ENOTDIR;
}

/* The oldest first: a visitor is known by what they did before. */
static int
compare_age(const void *a, const void *b)
{
	struct stat x, y;

	if (stat(*(char *const *)a, &x) != 0 ||
	    stat(*(char *const *)b, &y) != 0)
		return 0;
	return (x.st_mtime > y.st_mtime) - (x.st_mtime < y.st_mtime);
}

const char *
count_logs(struct pool *pool, const char *log, char ***paths, size_t *n)
{
	glob_t found = { 0 };
	int end = glob(pool_printf(pool, "%s*", log), 0, is_closed, &found);

	*n = end == 0 ? found.gl_pathc : 0;
	*paths = pool_take(pool, (*n + 1) * sizeof(**paths));
	for (size_t i = 0; i < *n; i++)
		(*paths)[i] = pool_strdup(pool, found.gl_pathv[i]);
	qsort(*paths, *n, sizeof(**paths), compare_age);
	globfree(&found);
	return end == 0 || end == GLOB_NOMATCH
	    ? NULL
	    : pool_printf(pool, "%s: %s", log,
		  end == GLOB_ABORTED ? say_error(glob_error)
				      : say_error(ENOMEM));
}

/* Whether its first line is of more than a day ago. */
static bool
is_old(struct pool *pool, struct count_log *log)
{
	struct count_line l;
	size_t n;
	const char *s = count_log_line(log, &n);

	return s != NULL && count_line_read(pool, s, n, &l) != COUNT_BAD &&
	    l.time < (long long)time(NULL) - DAY;
}

/* What is wrong with one, when counting ended at that time. */
static const char *
log_fault(struct pool *pool, const char *path, long long last)
{
	const char *fault;
	struct count_log *log = count_log_open(path, &fault);
	struct stat st;
	bool waits = log != NULL && stat(path, &st) == 0 && st.st_mtime > last;

	if (waits && last == 0)
		waits = is_old(pool, log);
	else if (waits)
		waits = last < (long long)time(NULL) - DAY;
	count_log_close(log);
	if (fault != NULL)
		return pool_printf(pool, "%s: %s", path, fault);
	return waits ? pool_printf(pool,
			   _("%s has lines, and nothing was counted for over a "
			     "day"),
			   path)
		     : NULL;
}

/* Whether the web server writes none: setup made it empty, or what logrotate
 * made of the last is old, too. */
static bool
is_idle(const char *log, char *const *paths, size_t n)
{
	struct stat st;

	if (stat(log, &st) == 0)
		return st.st_size == 0 && st.st_mtime < time(NULL) - DAY;
	if (errno != ENOENT)
		return false;
	return n == 0 || stat(paths[n - 1], &st) != 0 ||
	    st.st_mtime < time(NULL) - DAY;
}

static void
find_fault(const struct conf *conf, struct pool *pool, bool nginx,
    struct count_fault *f)
{
	long long now = (long long)time(NULL);
	char **paths;
	size_t n;

	f->fault = count_logs(pool, conf->count_log, &paths, &n);
	for (size_t i = 0; f->fault == NULL && i < n; i++)
		f->fault = log_fault(pool, paths[i], f->last);
	f->mend = "guichet count; systemctl status guichet-count.timer "
		  "guichet-count.service";
	if (f->fault == NULL && f->last > now + AHEAD) {
		f->fault = _("that day is to come: a clock was ahead");
		f->mend = _("timedatectl, here and where the base is, then "
			    "guichet count");
	} else if (f->fault == NULL && nginx && f->last < now - DAY &&
	    is_idle(conf->count_log, paths, n)) {
		f->fault = pool_printf(pool,
		    _("nginx answers, and writes nothing to %s"),
		    conf->count_log);
		f->mend = _("nginx -t && systemctl reload nginx; see "
			    "guichet-serveur-web(7)");
	}
}

enum rc
count_logs_fault(struct db *db, const struct conf *conf, struct pool *pool,
    bool nginx, struct count_fault *f)
{
	struct result res;
	enum rc rc = query_run(db, pool, Q_COUNT_LAST, NULL, &res);

	*f = (struct count_fault){ 0 };
	if (rc != RC_OK)
		return rc;
	f->last = rows_int(&count_last_row(&res, 0)->last, 0);
	find_fault(conf, pool, nginx, f);
	return RC_OK;
}

void
count_logs_most(struct pool *pool, const char *path, struct count_most *most)
{
	const char *fault;
	struct count_log *log = count_log_open(path, &fault);
	struct count_line l;
	const char *s;
	size_t n;

	*most = (struct count_most){ 0 };
	for (int i = 0; log != NULL && i < BEGINNING &&
	     (s = count_log_line(log, &n)) != NULL;
	     i++)
		if (count_line_read(pool, s, n, &l) == COUNT_READ)
			count_most_add(most, l.network);
	count_log_close(log);
}
