/* context.c - what a handler works with. */

#include "web/context.h"
#include "db/rows.h"

enum rc
context_rows(struct context *ctx, enum query_id query, xmlNodePtr parent,
    unsigned *count)
{
	struct result res;
	enum rc rc = row_cache_run(ctx->rows, ctx->db, ctx->pool, query,
	    ctx->args, &res);

	if (rc == RC_OK)
		rows_append(parent, &query_table[query], &res);
	if (rc == RC_OK && count != NULL)
		*count = res.rows;
	return rc;
}
