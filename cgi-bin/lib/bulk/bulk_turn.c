/* bulk_turn.c - what time does to aids. */

#include <string.h>

#include "bulk/bulk_turn.h"
#include "db/rows.h"
#include "db/version.h"
#include "gen/queries/bulk.h"
#include "text/day.h"

/* A run. */
struct turn {
	struct db *db;
	const struct conf *conf;
	struct pool *pool;
	const char *today;
	bool turned;       /* some aids were */
	bool force, noted; /* noted: the address needs no new note */
};

/* Whether the site has another address now than when aids last had a version
 * for it.  Of hosts that differ on it each would give all aids a version in
 * turn: only an administrator asks (force). */
static enum rc
is_renamed(struct turn *t, bool *renamed)
{
	struct result res;
	enum rc rc = query_run(t->db, t->pool, Q_BULK_BASE, NULL, &res);

	*renamed = rc == RC_OK && t->force && res.rows > 0 &&
	    strcmp(bulk_base_row(&res, 0)->address.s, t->conf->base_url) != 0;
	t->noted = res.rows > 0 && !*renamed;
	return rc;
}

/* Within the transaction that gives the versions. */
static enum rc
note_base(struct turn *t)
{
	const struct arg *args = NULL;
	struct result res;

	if (t->noted)
		return RC_OK;
	arg_text(t->pool, &args, ARG_ADDRESS, t->conf->base_url);
	return query_run(t->db, t->pool, Q_BULK_BASE_NOTE, args, &res);
}

/* A version more of those ids, which come with that of the data. */
static enum rc
add_versions(struct turn *t, const struct arg *args, const struct result *ids)
{
	struct value *v = pool_take(t->pool, ids->rows * sizeof(*v));
	struct result res;
	enum rc rc;

	for (unsigned r = 0; r < ids->rows; r++)
		v[r] = bulk_turned_row(ids, r)->id;
	arg_list(t->pool, &args, ARG_IDS, v, ids->rows);
	rc = query_run(t->db, t->pool, Q_BULK_TURN_VERSIONS, args, &res);
	return rc == RC_OK ? query_run(t->db, t->pool, Q_BULK_TURN, args, &res)
			   : rc;
}

/* By pieces, after one another. */
static enum rc
turn_pieces(struct turn *t, const struct arg *args)
{
	unsigned long long version = 0;
	long long after = 0;
	struct result ids;
	enum rc rc;

	for (;;) {
		arg_int(t->pool, &args, ARG_AFTER, after);
		rc = query_run(t->db, t->pool, Q_BULK_TURNED, args, &ids);
		if (rc != RC_OK || ids.rows == 0)
			return rc;
		t->turned = true;
		if (version == 0)
			rc = version_bump(t->db, t->pool, &version);
		arg_int(t->pool, &args, ARG_VERSION, (long long)version);
		if (rc == RC_OK)
			rc = add_versions(t, args, &ids);
		if (rc != RC_OK)
			return rc;
		after = rows_int(&bulk_turned_row(&ids, ids.rows - 1)->id, 0);
	}
}

/* Aids open and close: a version more of each, as an edit makes; of all when
 * the site has another address, which is in each. */
static enum rc
turn_all(struct turn *t)
{
	const struct arg *args = NULL;
	bool renamed;
	char now[20];
	enum rc rc;

	if ((rc = db_begin(t->db)) != RC_OK)
		return rc;
	day_now(now);
	rc = is_renamed(t, &renamed);
	arg_text(t->pool, &args, ARG_TODAY, t->today);
	arg_text(t->pool, &args, ARG_NOW, now);
	arg_int(t->pool, &args, ARG_RENAMED, renamed);
	if (rc == RC_OK)
		rc = turn_pieces(t, args);
	if (rc == RC_OK)
		rc = note_base(t);
	if (rc == RC_OK)
		rc = db_commit(t->db);
	else
		db_rollback(t->db);
	if (rc == RC_OK && t->turned)
		version_tell(t->conf->notice);
	return rc;
}

enum rc
bulk_turn(struct db *db, const struct conf *conf, struct pool *pool,
    const char *today, bool force)
{
	struct turn t = { .db = db,
		.conf = conf,
		.pool = pool,
		.today = today,
		.force = force };

	return turn_all(&t);
}
