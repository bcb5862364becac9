/* own_pages.c - pages that say whose the site is, and ask no search. */

#include "search/own_pages.h"
#include "gen/queries/site.h"
#include "site/site.h"
#include "xml/xml.h"

enum rc
own_pages_logo(struct context *ctx, const struct request *req,
    struct response *resp)
{
	struct result res;
	const struct portal_logo_row *row;
	enum rc rc = query_run(ctx->db, ctx->pool, Q_PORTAL_LOGO, ctx->args,
	    &res);

	(void)req;
	if (rc != RC_OK || res.rows == 0)
		return rc != RC_OK ? rc : RC_NOT_FOUND;
	row = portal_logo_row(&res, 0);
	resp->bytes = row->bytes.s;
	resp->bytes_n = row->bytes.n;
	resp->media = row->type.s;
	return RC_OK;
}

enum rc
own_pages_legal(struct context *ctx, const struct request *req,
    struct response *resp)
{
	(void)req;
	site_append_stats(ctx->conf, ctx->portal, resp->root);
	site_append_operator(ctx->conf, ctx->portal, resp->root);
	return RC_OK;
}

enum rc
own_pages_security(struct context *ctx, const struct request *req,
    struct response *resp)
{
	(void)req;
	(void)resp;
	return *ctx->conf->contact != '\0' ? RC_OK : RC_NOT_FOUND;
}
