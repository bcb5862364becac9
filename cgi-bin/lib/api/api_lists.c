/*
 * api_lists.c - lists of names.
 *
 * Rows become elements, and a stylesheet the keys of AT: here is only how many
 * of them are asked.
 */

#include <assert.h>
#include <limits.h>

#include "api/api_lists.h"
#include "api/api_page.h"
#include "base/str.h"
#include "db/rows.h"
#include "gen/queries/api.h"
#include "xml/xml.h"

const struct param api_list_params[] = { API_PAGE_ROWS, { 0 } };

const struct param api_backer_params[] = { API_PAGE_ROWS,
	{ "q", PARAM_TEXT, .max = 200, .arg = ARG_Q },
	{ "has_financed_aids", PARAM_BOOL, .arg = ARG_FINANCED },
	{ "has_published_financed_aids", PARAM_BOOL, .arg = ARG_PUBLISHED },
	{ "backer_group_id", PARAM_ID, .alias = "backerGroup", .max = 65535,
	    .arg = ARG_BACKER_GROUPS },
	{ 0 } };

const struct param api_project_params[] = { API_PAGE_ROWS,
	{ "q", PARAM_TEXT, .max = 200, .arg = ARG_Q },
	{ "project_reference_category_id", PARAM_ID, .max = UINT32_MAX,
	    .arg = ARG_CATEGORY },
	{ 0 } };

/* ---- whole ---- */

enum rc
api_whole_list(struct context *ctx, const struct request *req,
    struct response *resp)
{
	xmlNodePtr list = xml_child(resp->root, "list");

	api_page_put(ctx, req, resp, NULL,
	    list != NULL ? xmlChildElementCount(list) : 0, NULL);
	return RC_OK;
}

enum rc
api_synonyms(struct context *ctx, const struct request *req,
    struct response *resp)
{
	xmlNodePtr list = xml_child(resp->root, "list");
	xmlNodePtr n = list != NULL ? list->children : NULL;
	char slug[400];

	/* No stylesheet folds a name. */
	for (; n != NULL; n = n->next)
		if (n->children != NULL)
			xml_set(n, "slug",
			    str_slug(slug, sizeof(slug),
				(const char *)n->children->content));
	return api_whole_list(ctx, req, resp);
}

/* ---- by pages ---- */

/* All counts are read as one of them. */
enum { COUNT = COLUMN(api_backers_count, n) };
static_assert(COUNT == COLUMN(api_backer_groups_count, n), "read by put_rows");
static_assert(COUNT == COLUMN(api_projects_count, n), "read by put_rows");
static_assert(COUNT == COLUMN(api_project_categories_count, n),
    "read by put_rows");

/* The rows of a query that are those of the page; beyond the last the list is
 * empty, and what it would have is counted all the same. */
static enum rc
put_rows(struct context *ctx, const struct request *req, struct response *resp,
    enum query_id count, enum query_id rows)
{
	struct api_page page = api_page_read(req);
	struct result res;
	size_t total;
	enum rc rc = row_cache_run(ctx->rows, ctx->db, ctx->pool, count,
	    ctx->args, &res);

	if (rc != RC_OK)
		return rc;
	total = (size_t)rows_int(&res.row[0][COUNT], 0);
	if (api_page_window(&page, total) > 0) {
		arg_int(ctx->pool, &ctx->args, ARG_ROWS, (long long)page.per);
		arg_int(ctx->pool, &ctx->args, ARG_OFFSET,
		    (long long)page.from);
		rc = context_rows(ctx, rows, resp->root, NULL);
	} else {
		xml_add(resp->root, "list");
	}
	api_page_put(ctx, req, resp, &page, total, NULL);
	return rc;
}

enum rc
api_backers(struct context *ctx, const struct request *req,
    struct response *resp)
{
	return put_rows(ctx, req, resp, Q_API_BACKERS_COUNT, Q_API_BACKERS);
}

enum rc
api_backer_groups(struct context *ctx, const struct request *req,
    struct response *resp)
{
	return put_rows(ctx, req, resp, Q_API_BACKER_GROUPS_COUNT,
	    Q_API_BACKER_GROUPS);
}

enum rc
api_projects(struct context *ctx, const struct request *req,
    struct response *resp)
{
	return put_rows(ctx, req, resp, Q_API_PROJECTS_COUNT, Q_API_PROJECTS);
}

enum rc
api_project_categories(struct context *ctx, const struct request *req,
    struct response *resp)
{
	return put_rows(ctx, req, resp, Q_API_PROJECT_CATEGORIES_COUNT,
	    Q_API_PROJECT_CATEGORIES);
}
