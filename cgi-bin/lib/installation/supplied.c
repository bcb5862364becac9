/* supplied.c - where tables that an administrator may replace come from. */

#include <string.h>

#include "base/buf.h"
#include "crypto/digest.h"
#include "db/query.h"
#include "gen/queries/db.h"
#include "installation/supplied.h"

static const struct {
	const char *file, *noted_as;
} tables[SUPPLIED__MAX] = {
	[SUPPLIED_KEYWORDS] = { "data/keywords.csv", "supplied-keywords" },
	[SUPPLIED_PROJECTS] = { "data/projects.csv", "supplied-projects" },
};

/* In place of a digest. */
static const char theirs[] = "own";

const char *
supplied_file(enum supplied_table t)
{
	return tables[t].file;
}

/* A file that cannot be read is missed when it is imported. */
static const char *
digest_of(struct pool *pool, const char *share_dir, enum supplied_table t)
{
	char *hex = pool_take(pool, DIGEST_HEX + 1);
	struct buf b = { 0 };

	buf_put_file(&b,
	    pool_printf(pool, "%s/sql/%s", share_dir, tables[t].file));
	digest_sha256(hex, b.data, b.len);
	buf_free(&b);
	return hex;
}

enum rc
supplied_note(struct db *db, struct pool *pool, const char *share_dir,
    enum supplied_table t, bool own)
{
	const struct arg *args = NULL;
	struct result res;

	arg_text(pool, &args, STAMP_NOTE_IN_NAME, tables[t].noted_as);
	arg_text(pool, &args, STAMP_NOTE_IN_STAMP,
	    own ? theirs : digest_of(pool, share_dir, t));
	return query_run(db, pool, Q_STAMP_NOTE, args, &res);
}

enum rc
supplied_look(struct db *db, struct pool *pool, const char *share_dir,
    enum supplied_table t, enum supplied_state *state)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_text(pool, &args, STAMP_NOTED_IN_NAME, tables[t].noted_as);
	rc = query_run(db, pool, Q_STAMP_NOTED, args, &res);
	if (rc != RC_OK)
		return rc;
	if (res.rows == 0) {
		*state = SUPPLIED_UNKNOWN;
	} else {
		const char *stamp = stamp_noted_row(&res, 0)->stamp.s;

		*state = strcmp(stamp, theirs) == 0 ? SUPPLIED_OWN
		    : strcmp(stamp, digest_of(pool, share_dir, t)) == 0
		    ? SUPPLIED_SAME
		    : SUPPLIED_OLDER;
	}
	return RC_OK;
}
