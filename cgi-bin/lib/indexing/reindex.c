/* reindex.c - aids that are indexed and rendered again, for what they bear
 * changed. */

#include "indexing/reindex.h"
#include "db/rows.h"
#include "db/version.h"
#include "index/stop_words.h"
#include "indexing/indexer.h"
#include "text/day.h"

/* Ids that are asked for at a time, at most: the limit of the queries. */
enum { ASKED = 500 };

/* By batches: a region has thousands of aids. */
static enum rc
reindex_batches(struct db *db, struct pool *pool, struct indexer *x,
    enum query_id query, long long id)
{
	unsigned long long version = 0;
	long long after = 0, ids[ASKED];
	char today[11];
	struct result res;
	enum rc rc = version_bump(db, pool, &version);

	day_today(today);
	while (rc == RC_OK) {
		const struct arg *args = NULL;
		unsigned n;

		arg_int(pool, &args, ARG_ID, id);
		arg_int(pool, &args, ARG_AFTER, after);
		arg_text(pool, &args, ARG_TODAY, today);
		rc = query_run(db, pool, query, args, &res);
		if (rc != RC_OK || res.rows == 0)
			break;
		for (n = 0; n < res.rows && n < ASKED; n++)
			ids[n] = after = rows_int(&result_row(&res, query,
						      n)[0],
			    0);
		rc = indexer_add(x, ids, n, version);
		pool_reset(pool);
	}
	return rc == RC_OK ? indexer_finish(x) : rc;
}

enum rc
reindex_aids(struct db *db, const char *share_dir, enum query_id query,
    long long id)
{
	struct pool *pool = pool_new();
	struct words *words = words_new();
	struct xsl *xsl = xsl_open(pool_printf(pool, "%s/xsl", share_dir),
	    indexer_sheets);
	const char *why;
	struct word_vectors *vectors = word_vectors_open(share_dir, &why);
	struct indexer *x = NULL;
	enum rc rc = xsl != NULL ? stop_words_load(db, words) : RC_FAIL;

	if (rc == RC_OK) {
		x = indexer_new(db, xsl, words, vectors);
		rc = reindex_batches(db, pool, x, query, id);
	}
	indexer_free(x);
	words_free(words);
	word_vectors_close(vectors);
	xsl_close(xsl);
	pool_free(pool);
	return rc;
}
