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

/* A job runs each hour; a machine may be off for a night. */
enum { DAY = 86400 };

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

enum rc
count_logs_fault(struct db *db, const struct conf *conf, struct pool *pool,
    const char **fault, long long *last)
{
	char **paths;
	size_t n;
	struct result res;
	enum rc rc = query_run(db, pool, Q_COUNT_LAST, NULL, &res);

	*fault = NULL;
	*last = 0;
	if (rc != RC_OK)
		return rc;
	*last = rows_int(&count_last_row(&res, 0)->last, 0);
	*fault = count_logs(pool, conf->count_log, &paths, &n);
	for (size_t i = 0; *fault == NULL && i < n; i++)
		*fault = log_fault(pool, paths[i], *last);
	return RC_OK;
}
