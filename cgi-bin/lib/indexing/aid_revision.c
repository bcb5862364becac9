/* aid_revision.c - what the public had of an aid, and from when on. */

#include "indexing/aid_revision.h"
#include "gen/queries/index.h"
#include "text/day.h"

void
aid_revision_begin(struct aid_revision *r, unsigned long long version)
{
	r->version = version;
	day_today(r->today);
	day_now(r->now);
}

enum rc
aid_revision_write(struct db *db, struct pool *pool,
    const struct aid_revision *r, const struct value *ids, size_t n, bool all,
    unsigned long long *made)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_list(pool, &args, ARG_IDS, ids, n);
	arg_text(pool, &args, ARG_TODAY, r->today);
	arg_text(pool, &args, ARG_NOW, r->now);
	arg_int(pool, &args, ARG_VERSION, (long long)r->version);
	arg_int(pool, &args, ARG_ALL, all);
	if ((rc = query_run(db, pool, Q_AID_JSON_STAND, args, &res)) != RC_OK ||
	    (rc = query_run(db, pool, Q_AID_REVISION_WRITE, args, &res)) !=
		RC_OK)
		return rc;
	if (made != NULL)
		*made += res.affected;
	return query_run(db, pool, Q_AID_JSON_NUMBER, args, &res);
}
