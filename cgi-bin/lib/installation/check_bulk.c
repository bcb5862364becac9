/* check_bulk.c - the exports: made, and given. */

#include <errno.h>
#include <pwd.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/say.h"
#include "bulk/bulk.h"
#include "installation/check_answers.h"
#include "installation/review.h"

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

void
check_bulk(struct review *r)
{
	const char *dir = r->conf->exports_dir, *mend = NULL, *fault = NULL;

	if (*dir == '\0')
		return;
	if (!bulk_are(r->pool, r->conf))
		fault = check_missing(r->pool, dir, &mend);
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
