/* version.c - the version of the data. */

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/build.h"
#include "base/log.h"
#include "base/say.h"
#include "db/query.h"
#include "db/rows.h"
#include "db/version.h"
#include "gen/queries/db.h"

static enum rc
read_number(struct db *db, struct pool *pool, struct version *v)
{
	struct result res;
	enum rc rc = query_run(db, pool, Q_DATA_VERSION, NULL, &res);
	const struct data_version_row *row;

	if (rc != RC_OK || res.rows == 0)
		return rc;
	row = data_version_row(&res, 0);
	v->number = (unsigned long long)rows_int(&row->version, 0);
	v->changed = rows_int(&row->changed_at, 0);
	v->min_schema = (unsigned)rows_int(&row->readers, 0);
	return RC_OK;
}

bool
version_may_read(const struct version *v)
{
	return v->min_schema <= build_schema;
}

/* Not after a step of the schema that it would misread.  Logged once, for each
 * request meets it. */
static enum rc
may_read(const struct version *v)
{
	static bool told;

	if (version_may_read(v)) {
		told = false;
		return RC_OK;
	}
	if (!told)
		log_msg(_("db: the base is of a newer Guichet: this program "
			  "knows step %u of the schema, and it wants %u"),
		    build_schema, v->min_schema);
	told = true;
	return RC_UNAVAILABLE;
}

/* Who comes second says why nothing happens, and why nothing did. */
enum rc
version_bump(struct db *db, struct pool *pool, unsigned long long *v)
{
	struct version next = { 0 };
	struct result res;
	enum rc rc = query_run(db, pool, Q_VERSION_FREE, NULL, &res);

	if (rc == RC_OK && res.rows == 0)
		say(_("another command writes to the base: this one waits for "
		      "its end, five minutes at most"));
	if (rc == RC_OK)
		rc = query_run(db, pool, Q_VERSION_BUMP, NULL, &res);
	if (rc != RC_OK && db_is_slow(db))
		log_msg(_("another command has written to the base for five "
			  "minutes: nothing was done"));
	if (rc == RC_OK)
		rc = read_number(db, pool, &next);
	*v = next.number;
	return rc;
}

enum rc
version_read(struct version *v, struct db *db, struct pool *pool,
    const char *notice)
{
	struct version now = { .asked = time(NULL) };
	struct stat st = { .st_size = 0 };
	enum rc rc;

	/* Looked at first: what is told while the base answers is asked for
	 * again. */
	if (stat(notice, &st) == 0) {
		now.size = st.st_size;
		now.file = st.st_ino;
	}
	if (v->asked == now.asked && v->size == now.size && v->file == now.file)
		return may_read(v);
	if ((rc = read_number(db, pool, &now)) == RC_OK)
		*v = now;
	return rc == RC_OK ? may_read(v) : rc;
}

void
version_tell(const char *notice)
{
	int fd = open(notice,
	    O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);

	if (fd < 0)
		return;
	if (write(fd, "\n", 1) != 1)
		unlink(notice); /* another file is news too */
	close(fd);
}
