/* bulk_turn.c - what time does to aids. */

#include <string.h>

#include "bulk/bulk_turn.h"
#include "db/rows.h"
#include "db/version.h"
#include "gen/queries/bulk.h"
#include "indexing/aid_revision.h"
#include "text/day.h"

/* Days around those that passed whose aids are looked at too: an import that
 * ran over midnight, or on a host whose clock is behind, said of its aids how
 * they stood the day before. */
enum { AROUND = 2 };

/* A run. */
struct turn {
	struct db *db;
	const struct conf *conf;
	struct pool *pool;
	struct aid_revision revision;
	unsigned long long made; /* revisions */
	long had, today;         /* the days; had: 0, none is noted */
	bool force;
	bool due;     /* it is another day than the one that is noted */
	bool renamed; /* the site has another address than the one noted */
};

/* Of hosts that differ on the address each would give all aids a revision in
 * turn: only an administrator asks (force). */
static enum rc
read_note(struct turn *t)
{
	char today[11];
	struct result res;
	enum rc rc = query_run(t->db, t->pool, Q_BULK_BASE, NULL, &res);

	if (rc != RC_OK)
		return rc;
	t->today = day_today(today);
	t->had = res.rows > 0 ? (long)rows_int(&bulk_base_row(&res, 0)->day, 0)
			      : 0;
	t->due = t->force || t->had != t->today;
	t->renamed = t->force && res.rows > 0 &&
	    strcmp(bulk_base_row(&res, 0)->address.s, t->conf->base_url) != 0;
	return RC_OK;
}

static enum rc
write_note(struct turn *t)
{
	const struct arg *args = NULL;
	struct result res;

	arg_text(t->pool, &args, ARG_ADDRESS, t->conf->base_url);
	arg_text(t->pool, &args, ARG_TODAY, t->revision.today);
	arg_int(t->pool, &args, ARG_RENAMED, t->renamed);
	return query_run(t->db, t->pool, Q_BULK_BASE_NOTE, args, &res);
}

/* The aids that may stand otherwise, 500 after one another; all of them for an
 * administrator, whose clock may have been wrong. */
static enum rc
turn_pieces(struct turn *t)
{
	const struct arg *args = NULL;
	struct result ids;
	enum rc rc = RC_OK;

	if (t->had != 0 && !t->force) {
		long first = t->had < t->today ? t->had : t->today;
		long last = t->had < t->today ? t->today : t->had;

		arg_int(t->pool, &args, ARG_FIRST, first - AROUND);
		arg_int(t->pool, &args, ARG_LAST, last + AROUND);
	}
	arg_int(t->pool, &args, ARG_AFTER, 0);
	while (rc == RC_OK &&
	    (rc = query_run(t->db, t->pool, Q_BULK_TURNING, args, &ids)) ==
		RC_OK &&
	    ids.rows > 0) {
		struct value *v = pool_take(t->pool, ids.rows * sizeof(*v));

		for (unsigned r = 0; r < ids.rows; r++)
			v[r] = bulk_turning_row(&ids, r)->id;
		rc = aid_revision_write(t->db, t->pool, &t->revision, v,
		    ids.rows, t->renamed, &t->made);
		arg_int(t->pool, &args, ARG_AFTER,
		    rows_int(&v[ids.rows - 1], 0));
	}
	return rc;
}

/* Within a transaction.  The version is taken first, which another run holds
 * until its end: what is read then is what that has left. */
static enum rc
turn_all(struct turn *t)
{
	unsigned long long version;
	enum rc rc = version_bump(t->db, t->pool, &version);

	if (rc == RC_OK)
		rc = read_note(t);
	if (rc != RC_OK || !t->due)
		return rc;
	aid_revision_begin(&t->revision, version);
	rc = turn_pieces(t);
	return rc == RC_OK && t->made > 0 ? write_note(t) : rc;
}

enum rc
bulk_turn(struct db *db, const struct conf *conf, struct pool *pool, bool force)
{
	struct turn t = { .db = db,
		.conf = conf,
		.pool = pool,
		.force = force };
	enum rc rc = read_note(&t);

	if (rc != RC_OK || !t.due || (rc = db_begin(db)) != RC_OK)
		return rc;
	rc = turn_all(&t);
	if (rc == RC_OK && t.made > 0) {
		rc = db_commit(db);
		if (rc == RC_OK)
			version_tell(conf->notice);
		return rc;
	}
	/* Without a revision the data is of no other version. */
	db_rollback(db);
	return rc == RC_OK && t.due ? write_note(&t) : rc;
}
