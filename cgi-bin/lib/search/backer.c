/* backer.c - the page of a backer, by the addresses that it has or had. */

#include <stdlib.h>
#include <string.h>

#include "db/rows.h"
#include "gen/queries/search.h"
#include "search/backer.h"

/* Binds what the address may say: an id, a slug, or the one before the other.
 * An id that is too great is nobody's. */
static void
backer_args(struct context *ctx, const char *said)
{
	size_t digits = strspn(said, "0123456789");
	bool both = digits > 0 && said[digits] == '-';
	bool is_id = digits > 0 && digits < 10 &&
	    (both || said[digits] == '\0');

	arg_int(ctx->pool, &ctx->args, ARG_ID,
	    is_id ? strtoll(said, NULL, 10) : 0);
	arg_text(ctx->pool, &ctx->args, ARG_NAME,
	    both ? said + digits + 1 : said);
}

enum rc
backer_find(struct context *ctx, const struct request *req,
    struct response *resp, long long *id)
{
	const char *path;
	struct result res;
	enum rc rc;

	backer_args(ctx, req->slug);
	rc = row_cache_run(ctx->rows, ctx->db, ctx->pool, Q_BACKER_FIND,
	    ctx->args, &res);
	if (rc != RC_OK || res.rows == 0)
		return rc != RC_OK ? rc : RC_NOT_FOUND;
	*id = rows_int(&backer_find_row(&res, 0)->id, 0);
	path = pool_printf(ctx->pool, "/partenaires/%lld-%s%s", *id,
	    rows_text(ctx->pool, &backer_find_row(&res, 0)->slug),
	    strchr(strchr(req->path + 1, '/') + 1, '/'));
	if (strcmp(path, req->path) != 0) {
		resp->location = pool_printf(ctx->pool, "%s%s%s", path,
		    *req->query != '\0' ? "?" : "", req->query);
		return RC_MOVED;
	}
	arg_int(ctx->pool, &ctx->args, ARG_ID, *id);
	return context_rows(ctx, Q_BACKER, resp->root, NULL);
}

enum rc
backer_logo(struct context *ctx, const struct request *req,
    struct response *resp)
{
	const struct backer_logo_row *row;
	struct result res;
	enum rc rc;

	backer_args(ctx, req->slug);
	rc = query_run(ctx->db, ctx->pool, Q_BACKER_LOGO, ctx->args, &res);
	if (rc != RC_OK || res.rows == 0)
		return rc != RC_OK ? rc : RC_NOT_FOUND;
	row = backer_logo_row(&res, 0);
	resp->bytes = row->bytes.s;
	resp->bytes_n = row->bytes.n;
	resp->media = row->type.s;
	return RC_OK;
}
