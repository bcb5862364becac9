/* perimeter_union.c - several territories that are one perimeter. */

#include "territory/perimeter_union.h"
#include "db/rows.h"
#include "gen/queries/territory_zone.h"

static enum rc
link_union(struct db *db, struct pool *pool, long long id)
{
	static const enum query_id steps[] = { Q_PERIMETER_UNION_CLEAR,
		Q_PERIMETER_UNION_CLEAR_WIDE, Q_PERIMETER_UNION_LINKS,
		Q_PERIMETER_UNION_LINKS_WIDE };
	const struct arg *args = NULL;
	struct result res;
	enum rc rc = RC_OK;

	arg_int(pool, &args, ARG_PERIMETER_ID, id);
	for (size_t i = 0; rc == RC_OK && i < sizeof(steps) / sizeof(steps[0]);
	     i++)
		rc = query_run(db, pool, steps[i], args, &res);
	return rc;
}

enum rc
perimeter_union_make(struct db *db, struct pool *pool, const char *code,
    const char *name, const long long *members, size_t n, long long *id)
{
	struct value *ids = pool_take(pool, n * sizeof(*ids));
	const struct arg *args = NULL, *of = NULL;
	struct result res;
	enum rc rc;

	arg_text(pool, &args, ARG_CODE, code);
	arg_text(pool, &args, ARG_NAME, name);
	rc = query_run(db, pool, Q_PERIMETER_UNION_ADD, args, &res);
	if (rc != RC_OK)
		return rc;
	*id = (long long)res.last_id;
	/* One row is a new one; two, one that was there. */
	if (res.affected != 1)
		return RC_OK;
	for (size_t i = 0; i < n; i++)
		ids[i] = (struct value){ .type = VALUE_INT, .i = members[i] };
	arg_int(pool, &of, ARG_PERIMETER_ID, *id);
	arg_list(pool, &of, ARG_IDS, ids, n);
	rc = query_run(db, pool, Q_PERIMETER_UNION_MEMBERS, of, &res);
	if (rc == RC_OK)
		rc = link_union(db, pool, *id);
	/* What is in memory of places says what contains them. */
	return rc == RC_OK
	    ? query_run(db, pool, Q_PERIMETER_VERSION, NULL, &res)
	    : rc;
}

enum rc
perimeter_union_link_all(struct db *db, struct pool *pool)
{
	struct result unions;
	enum rc rc = query_run(db, pool, Q_PERIMETER_UNIONS, NULL, &unions);

	for (unsigned i = 0; rc == RC_OK && i < unions.rows; i++)
		rc = link_union(db, pool,
		    rows_int(&perimeter_unions_row(&unions, i)->id, 0));
	return rc;
}
