/* place_list.c - the places that a reader may mean, while they type. */

#include <string.h>

#include "base/str.h"
#include "db/rows.h"
#include "gen/queries/territory.h"
#include "territory/place_list.h"
#include "xml/xml.h"

static const char digits[] = "0123456789";

enum rc
place_list(struct context *ctx, const struct request *req,
    struct response *resp)
{
	struct param_values q = request_values(req, "q");
	enum query_id query = Q_PERIMETER_SUGGEST;
	char *s = pool_take(ctx->pool, 256);
	unsigned n = 0;
	enum rc rc = RC_OK;

	if (q.n == 0)
		return RC_OK;
	xml_add_text(resp->asked, "q", q.v[0].s);
	if (*str_fold_name(s, 256, q.v[0].s) == '\0')
		return RC_OK;
	arg_text(ctx->pool, &ctx->args, ARG_FOLDED, s);
	arg_text(ctx->pool, &ctx->args, ARG_ZIP, s);
	arg_text(ctx->pool, &ctx->args, ARG_CODE, q.v[0].s);
	if (strlen(s) == 5 && strspn(s, digits) == 5)
		query = Q_PERIMETER_BY_ZIP;
	rc = rows_query(ctx->db, ctx->pool, query, ctx->args, resp->root, NULL,
	    &n);
	if (rc == RC_OK && n == 0 && strpbrk(s, digits) != NULL &&
	    strlen(s) <= 9)
		rc = rows_query(ctx->db, ctx->pool, Q_PERIMETER_BY_CODE,
		    ctx->args, xml_child(resp->root, "perimeters"), NULL, NULL);
	return rc;
}
