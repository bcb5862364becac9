/* demarche_link.c - which aids are applied to by which démarche. */

#include "ds/demarche_link.h"
#include "base/log.h"
#include "base/say.h"
#include "db/query.h"
#include "db/rows.h"
#include "ds/demarche.h"
#include "gen/queries/ds.h"

enum { PIECE = 200 };

enum rc
demarche_link(struct db *db, unsigned number, unsigned long *n)
{
	struct pool *pool = pool_new();
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_int(pool, &args, ARG_DEMARCHE, number);
	if ((rc = query_run(db, pool, Q_DEMARCHE_LINK_CLEAR, args, &res)) ==
		RC_OK &&
	    (rc = query_run(db, pool, Q_DEMARCHE_LINK, args, &res)) == RC_OK)
		*n = (unsigned long)res.affected;
	pool_free(pool);
	return rc;
}

enum rc
demarche_link_aids(struct db *db, const long long *ids, size_t n)
{
	struct pool *pool = pool_new();
	enum rc rc = RC_OK;

	for (size_t i = 0; rc == RC_OK && i < n; i += PIECE) {
		size_t k = n - i < PIECE ? n - i : PIECE;
		struct value *v = pool_take(pool, k * sizeof(*v));
		const struct arg *args = NULL;
		struct result res;

		for (size_t m = 0; m < k; m++)
			v[m] = (struct value){ .type = VALUE_INT,
				.i = ids[i + m] };
		arg_list(pool, &args, ARG_IDS, v, k);
		if ((rc = query_run(db, pool, Q_AID_LINK_CLEAR, args, &res)) ==
		    RC_OK)
			rc = query_run(db, pool, Q_AID_LINK, args, &res);
		pool_reset(pool);
	}
	pool_free(pool);
	return rc;
}

static enum rc
say_one(struct db *db, struct pool *pool, unsigned number, const char *slug,
    enum query_id query)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_text(pool, &args, AID_SLUG_TAKEN_IN_SLUG, slug);
	rc = query_run(db, pool, Q_AID_SLUG_TAKEN, args, &res);
	if (rc == RC_OK && res.rows == 0) {
		log_msg(_("no aid has the address \"%s\""), slug);
		return RC_BAD_PARAM;
	}
	if (rc != RC_OK)
		return rc;
	arg_int(pool, &args, ARG_DEMARCHE, number);
	arg_int(pool, &args, ARG_AID,
	    rows_int(&aid_slug_taken_row(&res, 0)->id, 0));
	return query_run(db, pool, query, args, &res);
}

enum rc
demarche_link_say(struct db *db, unsigned number, char *const *slugs, int n,
    bool withdraw)
{
	struct pool *pool = pool_new();
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_int(pool, &args, ARG_NUMBER, number);
	rc = query_run(db, pool, Q_DEMARCHE_BY_NUMBER, args, &res);
	if (rc == RC_OK && res.rows == 0)
		rc = demarche_unknown(number);
	if (rc == RC_OK && (rc = db_begin(db)) == RC_OK) {
		rc = query_run(db, pool, Q_VERSION_BUMP, NULL, &res);
		for (int i = 0; rc == RC_OK && i < n; i++)
			rc = say_one(db, pool, number, slugs[i],
			    withdraw ? Q_DEMARCHE_WITHDRAW : Q_DEMARCHE_OFFER);
		if (rc == RC_OK)
			rc = db_commit(db);
		else
			db_rollback(db);
	}
	pool_free(pool);
	return rc;
}
