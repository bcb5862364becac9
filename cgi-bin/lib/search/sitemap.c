/* sitemap.c - what search engines are shown. */

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "db/rows.h"
#include "gen/constants.h"
#include "gen/queries/map.h"
#include "gen/queries/search.h"
#include "search/map.h"
#include "search/sitemap.h"
#include "xml/xml.h"

/* Which one: of "2.xml", as the address has it, 2; of none, 1.  0: no other is
 * the address of one. */
static long
number_of(const char *slug)
{
	size_t digits;

	if (*slug == '\0')
		return 1;
	digits = strspn(slug, "0123456789");
	if (digits == 0 || digits > 4 || *slug == '0' ||
	    strcmp(slug + digits, ".xml") != 0 || strcmp(slug, "1.xml") == 0)
		return 0;
	return strtol(slug, NULL, 10);
}

/* Whether it shows the pages that the site has too. */
static bool
has_pages(const struct context *ctx)
{
	return ctx->portal == NULL || ctx->portal->own_canonical;
}

static enum rc
put_rows(struct context *ctx, struct response *resp, const enum query_id *q)
{
	enum rc rc = RC_OK;

	for (; rc == RC_OK && *q != Q_NONE; q++)
		rc = context_rows(ctx, *q, resp->root, NULL);
	return rc;
}

/* All that is no aid. */
static enum rc
put_others(struct context *ctx, const struct request *req,
    struct response *resp)
{
	enum rc rc = context_rows(ctx,
	    ctx->portal != NULL ? Q_SITEMAP_PORTAL : Q_SITEMAP_SITE, resp->root,
	    NULL);

	if (rc != RC_OK || !has_pages(ctx) ||
	    (rc = map_args(ctx, req, search_corpus(ctx->state))) != RC_OK)
		return rc;
	return put_rows(ctx, resp,
	    QUERIES(Q_SITEMAP_PAGES, Q_SITEMAP_PROGRAMS, Q_SITEMAP_BACKERS,
		Q_SITEMAP_DEPARTMENTS));
}

enum rc
sitemap_put(struct context *ctx, const struct request *req,
    struct response *resp)
{
	long number = number_of(req->slug);
	unsigned aids = 0;
	enum rc rc;

	if (number == 0)
		return RC_NOT_FOUND;
	if ((rc = search_within(ctx->state, ctx, req)) != RC_OK)
		return rc;
	if (number == 1)
		rc = put_others(ctx, req, resp);
	arg_int(ctx->pool, &ctx->args, ARG_OFFSET, (number - 1) * SITEMAP_AIDS);
	if (rc == RC_OK && has_pages(ctx))
		rc = context_rows(ctx, Q_SITEMAP_AIDS, resp->root, &aids);
	return rc == RC_OK && number > 1 && aids == 0 ? RC_NOT_FOUND : rc;
}

/* How many aids they have in all. */
static enum rc
count_aids(struct context *ctx, const struct request *req, long long *aids)
{
	struct result res;
	enum rc rc;

	*aids = 0;
	if (!has_pages(ctx))
		return RC_OK;
	if ((rc = search_within(ctx->state, ctx, req)) == RC_OK)
		rc = query_run(ctx->db, ctx->pool, Q_SITEMAP_COUNT, ctx->args,
		    &res);
	if (rc == RC_OK)
		*aids = rows_int(&sitemap_count_row(&res, 0)->aids, 0);
	return rc;
}

enum rc
sitemap_put_index(struct context *ctx, const struct request *req,
    struct response *resp)
{
	long long aids;
	enum rc rc = count_aids(ctx, req, &aids);

	if (rc != RC_OK)
		return rc;
	xml_set(xml_add(resp->root, "url"), "path", "/sitemap.xml");
	for (long long n = 2; (n - 1) * SITEMAP_AIDS < aids; n++)
		xml_set(xml_add(resp->root, "url"), "path",
		    pool_printf(ctx->pool, "/sitemap-%lld.xml", n));
	return ctx->portal == NULL
	    ? context_rows(ctx, Q_SITEMAP_PORTALS, resp->root, NULL)
	    : RC_OK;
}
