/* bulk.c - the exports: the whole catalogue as files. */

#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/build.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/say.h"
#include "bulk/bulk.h"
#include "bulk/bulk_files.h"
#include "bulk/bulk_last.h"
#include "bulk/bulk_turn.h"
#include "db/rows.h"
#include "db/version.h"
#include "gen/queries/bulk.h"
#include "text/day.h"

enum { FAILED_RESTS = 300, KEPT = 2 };

/* FAILED_RESTS: seconds, at least, after a run that failed: a disk is not full
 * for a minute.  KEPT: generations, of which the one before the last is for who
 * reads it. */

/* A run. */
struct bulk {
	struct db *db;
	const struct conf *conf;
	struct pool *pool;
	const char *dir;    /* exports_dir */
	const char *folder; /* within it, of this generation */
	char today[11];
	char stamp[BULK_STAMP]; /* what the files are made of */
	long long places;       /* the version of the names of places */
	double begun, rest;
	int lock;
};

/* ---- whether they are due ---- */

static enum rc
read_stamp(struct bulk *b)
{
	struct result res;
	enum rc rc = query_run(b->db, b->pool, Q_BULK_STATE, NULL, &res);

	if (rc == RC_OK)
		b->places = rows_int(&bulk_state_row(&res, 0)->places, 0);
	if (rc == RC_OK)
		snprintf(b->stamp, sizeof(b->stamp), "%lld %s %s %s",
		    rows_int(&bulk_state_row(&res, 0)->version, 0), b->today,
		    b->conf->base_url, build_id);
	return rc;
}

/* Whether it goes on, and for how many seconds; a clock that was ahead then
 * makes none. */
static bool
is_resting(struct bulk *b, double made, double rest)
{
	double now = (double)time(NULL);

	b->rest = made <= now && now < made + rest ? made + rest - now : 0;
	return b->rest > 0;
}

/* The text of a link, which a full disk has room for. */
static void
note_failure(const struct bulk *b, bool failed)
{
	const char *link = pool_printf(b->pool, "%s/failed", b->dir);

	unlink(link);
	if (failed &&
	    symlink(pool_printf(b->pool, "%lld-%.3f", (long long)time(NULL),
			(clock_ms() - b->begun) / 1000),
		link) != 0)
		log_msg(_("cannot write \"%s\": %s"), link, say_error(errno));
}

static enum bulk_done
is_due(struct bulk *b)
{
	struct bulk_last last;
	double rest;

	bulk_last_read(b->pool, b->dir, &last);
	rest = BULK_RESTS_TIMES * last.failed_took;
	if (rest < FAILED_RESTS)
		rest = FAILED_RESTS;
	if (strcmp(last.stamp, b->stamp) == 0) {
		if (last.failed > 0)
			note_failure(b, false);
		return BULK_SAME;
	}
	if (last.failed > 0 && is_resting(b, last.failed, rest))
		return BULK_WAITS;
	return is_resting(b, last.made, BULK_RESTS_TIMES * last.took)
	    ? BULK_RESTS
	    : BULK_MADE;
}

/* As the last of its files. */
static bool
write_stamp(const struct bulk *b)
{
	const char *path = pool_printf(b->pool, "%s/stamp", b->folder);
	FILE *f = fopen(path, "we");
	bool good;

	if (f == NULL)
		return false;
	good = fprintf(f, "%s\n%lld %.3f\n", b->stamp, (long long)time(NULL),
		   (clock_ms() - b->begun) / 1000) > 0;
	return fclose(f) == 0 && good;
}

/* ---- folders ---- */

/* Removes a folder of files; false when something stays. */
static bool
remove_folder(struct bulk *b, const char *path)
{
	glob_t g;

	if (glob(pool_printf(b->pool, "%s/*", path), 0, NULL, &g) == 0) {
		for (size_t i = 0; i < g.gl_pathc; i++)
			unlink(g.gl_pathv[i]);
		globfree(&g);
	}
	return rmdir(path) == 0;
}

/* Removes all generations but the last ones: glob sorts them. */
static void
remove_old(struct bulk *b, size_t kept)
{
	glob_t g;

	if (glob(pool_printf(b->pool, "%s/at-*", b->dir), 0, NULL, &g) != 0)
		return;
	for (size_t i = 0; i + kept < g.gl_pathc; i++)
		remove_folder(b, g.gl_pathv[i]);
	globfree(&g);
}

/* Those that a killed run left: newer than the one that readers have. */
static void
remove_unfinished(struct bulk *b)
{
	char now[256];
	ssize_t n = readlink(pool_printf(b->pool, "%s/current", b->dir), now,
	    sizeof(now) - 1);
	glob_t g;

	now[n > 0 ? n : 0] = '\0';
	if (glob(pool_printf(b->pool, "%s/at-*", b->dir), 0, NULL, &g) != 0)
		return;
	for (size_t i = 0; i < g.gl_pathc; i++)
		if (strcmp(strrchr(g.gl_pathv[i], '/') + 1, now) > 0)
			remove_folder(b, g.gl_pathv[i]);
	globfree(&g);
}

/* The number of the last generation that is there, finished or not. */
static unsigned long
last_number(struct bulk *b)
{
	unsigned long last = 0;
	glob_t g;

	if (glob(pool_printf(b->pool, "%s/at-*", b->dir), 0, NULL, &g) != 0)
		return 0;
	last = strtoul(strrchr(g.gl_pathv[g.gl_pathc - 1], '-') + 1, NULL, 10);
	globfree(&g);
	return last;
}

/* Its name sorts after those of before, whatever the clock does. */
static bool
make_folder(struct bulk *b)
{
	struct stat dir;

	b->folder = pool_printf(b->pool, "%s/at-%012lu", b->dir,
	    last_number(b) + 1);
	if (mkdir(b->folder, 0755) != 0 || chmod(b->folder, 0755) != 0)
		return false;
	/* Made by an administrator, it is the job's to clear away. */
	return geteuid() != 0 || fstat(b->lock, &dir) != 0 ||
	    chown(b->folder, dir.st_uid, dir.st_gid) == 0;
}

/* The link changes in one step. */
static bool
show(struct bulk *b)
{
	const char *link = pool_printf(b->pool, "%s/current", b->dir);
	const char *new = pool_printf(b->pool, "%s.new", link);

	unlink(new);
	return symlink(strrchr(b->folder, '/') + 1, new) == 0 &&
	    rename(new, link) == 0;
}

/* ---- a generation ---- */

/* The folder that readers have; NULL: none yet. */
static const char *
shown(struct bulk *b)
{
	const char *path = pool_printf(b->pool, "%s/current", b->dir);

	return access(pool_printf(b->pool, "%s/stamp", path), R_OK) == 0 ? path
									 : NULL;
}

/* All of one moment: the base is read in one transaction. */
static enum bulk_done
make(struct bulk *b)
{
	enum rc rc;

	remove_unfinished(b);
	if (!make_folder(b)) {
		log_msg(_("cannot write \"%s\": %s"), b->dir, say_error(errno));
		note_failure(b, true);
		return BULK_FAILED;
	}
	if ((rc = db_begin(b->db)) == RC_OK && (rc = read_stamp(b)) == RC_OK)
		rc = bulk_files_write(b->db, b->conf, b->folder, shown(b),
		    b->places);
	db_rollback(b->db);
	if (rc == RC_OK && (!write_stamp(b) || !show(b))) {
		log_msg(_("cannot write \"%s\": %s"), b->dir, say_error(errno));
		rc = RC_FAIL;
	}
	if (rc != RC_OK)
		remove_folder(b, b->folder);
	else
		remove_old(b, KEPT);
	note_failure(b, rc != RC_OK);
	return rc == RC_OK ? BULK_MADE : BULK_FAILED;
}

/* One run at a time. */
static enum bulk_done
begin(struct bulk *b)
{
	if (mkdir(b->dir, 0755) == 0)
		chmod(b->dir, 0755);
	b->lock = open(b->dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (b->lock >= 0 && flock(b->lock, LOCK_EX | LOCK_NB) == 0)
		return BULK_MADE;
	if (b->lock >= 0 && errno == EWOULDBLOCK)
		return BULK_BUSY;
	log_msg(_("cannot write \"%s\": %s"), b->dir, say_error(errno));
	return BULK_FAILED;
}

enum bulk_done
bulk_run(struct db *db, const struct conf *conf, bool force,
    struct bulk_times *times)
{
	struct bulk b = { .db = db,
		.conf = conf,
		.pool = pool_new(),
		.dir = conf->exports_dir,
		.begun = clock_ms(),
		.lock = -1 };
	enum bulk_done done = BULK_SAME;

	/* Aids open and close whether files are made or not. */
	day_today(b.today);
	db_read_whole(db, true);
	if (bulk_turn(db, conf, b.pool, force) != RC_OK)
		done = BULK_FAILED;
	else if (*b.dir != '\0')
		done = begin(&b);
	if (done == BULK_MADE && read_stamp(&b) != RC_OK)
		done = BULK_FAILED;
	if (done == BULK_MADE && !force)
		done = is_due(&b);
	if (done == BULK_MADE)
		done = make(&b);
	if (b.lock >= 0)
		close(b.lock);
	pool_free(b.pool);
	*times = (struct bulk_times){ .took = (clock_ms() - b.begun) / 1000,
		.rest = b.rest };
	return done;
}

bool
bulk_are(struct pool *pool, const struct conf *c)
{
	return *c->exports_dir == '\0' ||
	    access(pool_printf(pool, "%s/current/exports.json", c->exports_dir),
		R_OK) == 0;
}
