/* program_page.c - what the page of a programme says beside its aids. */

#include "search/program_page.h"
#include "db/rows.h"
#include "gen/queries/search.h"
#include "web/count_header.h"

enum rc
program_put(struct context *ctx, const struct request *req,
    struct response *resp)
{
	struct result res;
	enum rc rc = row_cache_run(ctx->rows, ctx->db, ctx->pool,
	    Q_PROGRAM_BY_SLUG, ctx->args, &res);

	if (rc != RC_OK || res.rows == 0)
		return rc != RC_OK ? rc : RC_NOT_FOUND;
	count_header_event(ctx, req, resp, "program");
	count_header_number(resp, "program",
	    rows_int(&program_by_slug_row(&res, 0)->id, 0));
	rows_append(resp->root, &query_table[Q_PROGRAM_BY_SLUG], &res);
	rc = context_rows(ctx, Q_PROGRAM_FACTS, resp->root, NULL);
	return rc != RC_OK
	    ? rc
	    : context_rows(ctx, Q_PROGRAM_LISTS, resp->root, NULL);
}

enum rc
membership_put(struct context *ctx, struct response *resp, uint32_t place)
{
	arg_int(ctx->pool, &ctx->args, ARG_PLACE, place);
	return context_rows(ctx, Q_PROGRAM_MATCHES, resp->root, NULL);
}
