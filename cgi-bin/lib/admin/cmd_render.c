/*
 * cmd_render.c - what commands render again: some aids.
 *
 * Aids bear names of backers and programmes, and links to their pages, rendered
 * ahead.
 */

#include <assert.h>

#include "admin/cmd.h"
#include "db/rows.h"
#include "db/version.h"
#include "gen/queries/backers.h"
#include "gen/queries/programs.h"
#include "index/indexer.h"
#include "index/stop_words.h"

/* The queries answer ids, and are asked alike. */
static_assert(COLUMN(backer_aids, id) == 0 && COLUMN(program_aids, id) == 0,
    "the first column is the id");

/* Adds them to the index again, by batches. */
static enum rc
render_batches(struct cmd *o, struct pool *pool, struct indexer *x,
    enum query_id query, long long id)
{
	unsigned long long version = 0;
	long long after = 0, ids[500];
	struct result res;
	enum rc rc = version_bump(o->db, pool, &version);

	while (rc == RC_OK) {
		const struct arg *args = NULL;

		arg_int(pool, &args, ARG_ID, id);
		arg_int(pool, &args, ARG_AFTER, after);
		rc = query_run(o->db, pool, query, args, &res);
		if (rc != RC_OK || res.rows == 0)
			break;
		for (unsigned i = 0; i < res.rows; i++)
			ids[i] = after = rows_int(&result_row(&res, query,
						      i)[0],
			    0);
		rc = indexer_add(x, ids, res.rows, version);
		pool_reset(pool);
	}
	return rc == RC_OK ? indexer_finish(x) : rc;
}

enum rc
cmd_render_aids(struct cmd *o, enum query_id query, long long id)
{
	struct pool *pool = pool_new();
	struct words *words = words_new();
	struct indexer *x = NULL;
	enum rc rc = cmd_sheets(o) ? stop_words_load(o->db, words) : RC_FAIL;

	if (rc == RC_OK && (rc = db_begin(o->db)) == RC_OK) {
		x = indexer_new(o->db, o->xsl, words);
		rc = render_batches(o, pool, x, query, id);
		if (rc == RC_OK)
			rc = db_commit(o->db);
		else
			db_rollback(o->db);
	}
	indexer_free(x);
	words_free(words);
	pool_free(pool);
	return rc;
}
