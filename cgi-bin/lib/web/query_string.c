/* query_string.c - what the query string of a request asks. */

#include <string.h>

#include "base/str.h"
#include "web/api.h"
#include "web/canonical.h"
#include "web/query_string.h"

static enum rc
read_format(struct pool *pool, const struct route *route, struct request *req,
    struct response *resp, const struct param_pairs *pairs)
{
	static const struct param spec[] = {
		{ .name = "format", .type = PARAM_SLUG }, { 0 }
	};
	struct param_values *v;
	enum rc rc = param_read(pool, spec, pairs, &v, &resp->fault);
	const char *f;

	if (rc != RC_OK || v->n == 0)
		return rc;
	f = v->v[0].s;
	if (strcmp(f, "html") == 0)
		return RC_OK;
	if (strcmp(f, "xml") != 0 && !str_has_word(route->formats, f))
		return response_refuse(resp, "format", f, "unknown-format");
	req->format = f;
	return RC_OK;
}

/* Sends the reader of a page that nginx may keep on to the one spelling of its
 * address. */
static enum rc
check_spelling(struct pool *pool, const struct route *route,
    const struct request *req, struct response *resp,
    const struct param_pairs *pairs)
{
	int path = (int)strcspn(req->url, "?");
	const char *to;

	if (route->post != NULL ||
	    (to = canonical_query(pool, req->params, req->query, pairs,
		 req->format)) == NULL)
		return RC_OK;
	resp->location = pool_printf(pool, "%.*s%s%s", path, req->url,
	    *to != '\0' ? "?" : "", to);
	return RC_MOVED;
}

/* Parameters that say so become arguments of the queries. */
static void
add_args(struct context *ctx, const struct request *req)
{
	arg_text(ctx->pool, &ctx->args, ARG_TODAY, req->today);
	arg_int(ctx->pool, &ctx->args, ARG_DAY, req->day);
	if (*req->slug != '\0')
		arg_text(ctx->pool, &ctx->args, ARG_SLUG, req->slug);
	for (int i = 0; req->params[i].name != NULL; i++) {
		const struct param *p = &req->params[i];
		struct param_values v = req->values[i];
		struct value *to;
		bool number = p->type == PARAM_UINT || p->type == PARAM_ID ||
		    p->type == PARAM_BOOL;

		if (p->arg == ARG_NONE || v.n == 0)
			continue;
		to = pool_take(ctx->pool, v.n * sizeof(*to));
		for (size_t k = 0; k < v.n; k++)
			to[k] = (struct value){ number ? VALUE_INT : VALUE_TEXT,
				v.v[k].i, v.v[k].s, strlen(v.v[k].s) };
		arg_list(ctx->pool, &ctx->args, p->arg, to, v.n);
	}
}

/* The API has one spelling, that of its caller, and leaves out what it does not
 * know. */
static enum rc
read_api(struct context *ctx, struct request *req, struct response *resp,
    const struct param_pairs *pairs)
{
	enum rc rc = api_leave_out(ctx->pool, req, resp);

	param_read(ctx->pool, req->params, pairs, &req->values, &resp->fault);
	if (rc != RC_OK || (rc = api_leave_out(ctx->pool, req, resp)) != RC_OK)
		return rc;
	api_leave_out_names(ctx->pool, req, pairs, resp);
	add_args(ctx, req);
	return RC_OK;
}

enum rc
query_string_read(struct context *ctx, const struct route *route,
    struct request *req, struct response *resp)
{
	struct param_pairs pairs;
	struct param_fault other;
	enum rc rc = param_split(ctx->pool, req->query, &pairs, &resp->fault);
	enum rc read;

	if (route_is_api(route->speaks))
		return read_api(ctx, req, resp, &pairs);
	if (rc == RC_OK)
		rc = read_format(ctx->pool, route, req, resp, &pairs);
	if (rc == RC_OK &&
	    (rc = check_spelling(ctx->pool, route, req, resp, &pairs)) ==
		RC_MOVED)
		return rc;
	read = param_read(ctx->pool, req->params, &pairs, &req->values,
	    rc == RC_OK ? &resp->fault : &other);
	if (rc != RC_OK || (rc = read) != RC_OK)
		return rc;
	add_args(ctx, req);
	return RC_OK;
}
