/* aid_link.c - the links of an aid to other sites, counted. */

#include <string.h>

#include "db/rows.h"
#include "gen/queries/search.h"
#include "search/aid_link.h"
#include "search/search_base.h"
#include "web/count_header.h"

/* The end of their addresses, and what is counted of each. */
static const struct {
	const char *path, *event;
} links[] = {
	[AID_LINK_MORE] = { "informations", "more" },
	[AID_LINK_APPLY] = { "candidature", "apply" },
};

enum rc
aid_link_follow(struct context *ctx, const struct request *req,
    struct response *resp, struct corpus *corpus, enum aid_link link)
{
	const struct aid_links_row *row;
	const struct value *to;
	struct aid_within within;
	struct result res;
	long long id;
	const char *slug;
	enum rc rc = query_run(ctx->db, ctx->pool, Q_AID_LINKS, ctx->args,
	    &res);

	if (rc == RC_OK && res.rows == 0)
		rc = RC_NOT_FOUND;
	if (rc == RC_OK && ctx->portal != NULL)
		rc = search_base_within(ctx, req, corpus, &within);
	if (rc != RC_OK)
		return rc;
	row = aid_links_row(&res, 0);
	to = link == AID_LINK_MORE ? &row->origin_url : &row->application_url;
	id = rows_int(&row->id, 0);
	if (to->type == VALUE_NULL ||
	    (ctx->portal != NULL && !aid_is_within(&within, (uint32_t)id)))
		return RC_NOT_FOUND;
	slug = rows_text(ctx->pool, &row->slug);
	if (strcmp(slug, req->slug) != 0) {
		resp->location = pool_printf(ctx->pool, "/aides/%s/vers/%s/",
		    slug, links[link].path);
		return RC_MOVED;
	}
	resp->location = rows_text(ctx->pool, to);
	count_header_event(ctx, req, resp, links[link].event);
	count_header_number(resp, "aid", id);
	return RC_SEE_OTHER;
}
