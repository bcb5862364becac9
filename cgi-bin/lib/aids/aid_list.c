/*
 * aid_list.c - a list of aids, as a page or for machines.
 *
 * A page shows cards (aid_cards.h); tables, feeds and calendars are made of
 * what was rendered too (aid_export.h).  XML reads the facts of each aid by one
 * query for each kind of fact.
 */

#include <stdbool.h>
#include <string.h>

#include "aids/aid_cards.h"
#include "aids/aid_export.h"
#include "aids/aid_list.h"
#include "aids/aid_pages.h"
#include "aids/aid_score.h"
#include "db/rows.h"
#include "gen/queries/aids.h"
#include "index/summary.h"
#include "web/url.h"
#include "xml/xml.h"

/* The facts of aids, in the order of the document. */
static const enum query_id fact_queries[] = { Q_AID_FACTS, Q_AID_FINANCERS,
	Q_AID_INSTRUCTORS, Q_AID_PROGRAMS, Q_AID_AUDIENCES, Q_AID_TYPES,
	Q_AID_STEPS, Q_AID_DESTINATIONS, Q_AID_CATEGORIES, Q_NONE };

const struct value *
aid_list_ids(struct context *ctx, const struct rank_hit *hit, size_t n)
{
	struct value *ids = pool_take(ctx->pool, n * sizeof(*ids));

	for (size_t i = 0; i < n; i++)
		ids[i] = (struct value){ .type = VALUE_INT,
			.i = hit[i].aid->id };
	arg_list(ctx->pool, &ctx->args, ARG_IDS, ids, n);
	return ids;
}

enum rc
aid_list_facts(struct context *ctx, struct response *resp, xmlNodePtr *aids)
{
	enum rc rc = RC_OK;

	for (int i = 0; rc == RC_OK && fact_queries[i] != Q_NONE; i++)
		rc = rows_query(ctx->db, ctx->pool, fact_queries[i], ctx->args,
		    resp->root, i == 0 ? aids : NULL, NULL);
	if (rc == RC_OK)
		summary_set_all(*aids);
	return rc;
}

void
aid_list_links(struct pool *pool, const struct request *req,
    struct response *resp, const char *const *formats)
{
	xmlNodePtr links = xml_add(resp->root, "links"), n;
	const char *to = url_with(pool, req, NULL, NULL, "format", "");

	/* What url_with sets comes last: a page adds the formats itself. */
	xml_set(links, "to", to);
	for (; req->format != NULL && *formats != NULL; formats++) {
		n = xml_add(links, "link");
		xml_set(n, "format", *formats);
		xml_set(n, "href", pool_printf(pool, "%s%s", to, *formats));
	}
}

/* Tells of each aid that its perimeter holds only a part of the place, or that
 * it only says the words weakly. */
static void
put_parts(const struct rank_hit *hit, size_t n, xmlNodePtr aids)
{
	xmlNodePtr aid = aids->children;

	for (size_t i = 0; aid != NULL && i < n; i++, aid = aid->next) {
		xml_set(aid, "part", hit[i].part ? "1" : NULL);
		xml_set(aid, "weak", hit[i].weak ? "1" : NULL);
	}
}

/* Explains the ranking. */
static void
put_scores(struct pool *pool, const struct question *q,
    const struct rank_hit *hit, size_t n, xmlNodePtr aids)
{
	size_t i = 0;

	for (xmlNodePtr aid = aids->children;
	     aid != NULL && i < n && q->rank.has_words; aid = aid->next)
		aid_score_put(pool, q, &hit[i++], aid);
}

/* The search of the base, with what was asked here. */
static void
put_search(struct pool *pool, const struct request *req,
    const struct question *q, xmlNodePtr aids)
{
	const char *asked = strchr(url_with(pool, req, "page", NULL, NULL,
				       NULL),
	    '?');

	xml_set(aids, "search",
	    pool_printf(pool, "/aides/?%s%s%s", q->within,
		asked != NULL ? "&" : "", asked != NULL ? asked + 1 : ""));
}

/* How many more answer whose perimeter is not told, with the way to them. */
static void
put_unplaced(struct pool *pool, const struct request *req, unsigned n,
    xmlNodePtr aids)
{
	xml_set_int(aids, "unplaced", n);
	xml_set(aids, "unplaced-href",
	    url_with(pool, req, NULL, NULL, "perimeter_unknown", "1"));
}

/* The aids of a page: cards for readers, facts for XML, or what was rendered
 * for the format. */
static enum rc
put_hits(struct context *ctx, const struct request *req, struct response *resp,
    const struct aid_parts *parts, struct question *q,
    const struct rank_hit *hit, size_t n, xmlNodePtr *aids)
{
	const struct value *ids = NULL;
	enum rc rc;

	if (req->format != NULL && n > 0)
		ids = aid_list_ids(ctx, hit, n);
	if (req->format != NULL && n > 0 && strcmp(req->format, "xml") == 0) {
		rc = aid_list_facts(ctx, resp, aids);
		if (rc == RC_OK)
			put_parts(hit, n, *aids);
		if (rc == RC_OK)
			put_scores(ctx->pool, q, hit, n, *aids);
		return rc;
	}
	*aids = xml_add(resp->root, "aids");
	if (req->format == NULL)
		return aid_cards_put(ctx, req, parts, q, hit, n, *aids);
	return aid_export_put(ctx, req->format, ids, n, *aids);
}

static bool
is_shown(const struct question *q, const struct rank_hit *hit)
{
	for (size_t i = 0; i < q->nshown; i++)
		if (q->shown[i].aid == hit->aid)
			return true;
	return false;
}

/* Keeps those that the page does not show above: a card whose first aid is
 * there begins with the next one behind it. */
static size_t
drop_shown(struct pool *pool, const struct question *q, struct rank_hit *hit,
    size_t n)
{
	size_t k = 0;

	for (size_t i = 0; q->nshown > 0 && i < n; i++) {
		struct rank_hit *left = pool_take(pool,
		    (hit[i].twins + 1) * sizeof(*left));
		uint32_t m = 0;

		if (!is_shown(q, &hit[i]))
			left[m++] = hit[i];
		for (uint32_t t = 0; t < hit[i].twins; t++)
			if (!is_shown(q, &hit[i].twin[t]))
				left[m++] = hit[i].twin[t];
		if (m == 0)
			continue;
		hit[k] = left[0];
		hit[k].twin = left + 1;
		hit[k++].twins = m - 1;
	}
	return q->nshown > 0 ? k : n;
}

/* The page that is shown: the last one, when readers kept the address of one
 * that is no more.  Machines that count pages stop at the first that is not
 * found: 0. */
static size_t
page_shown(struct pool *pool, const struct request *req, struct response *resp,
    size_t total)
{
	size_t page = request_page(req), from;

	if (page == 1 || aid_pages_window(req, total, page, &from) > 0)
		return page;
	if (req->format != NULL)
		return 0;
	request_ignore(req, pool, resp->asked, "page",
	    request_values(req, "page").v[0].s);
	return aid_pages_last(req, total);
}

/* A table or a calendar has all aids, a page of a feed a hundred, the newest
 * first, and a page for readers its eighteen. */
enum rc
aid_list_put(struct context *ctx, const struct request *req,
    struct response *resp, const struct aid_parts *parts, struct question *q)
{
	size_t page = request_page(req), from, n, shown;
	struct rank_hit *hit;
	xmlNodePtr aids = NULL;
	enum rc rc = RC_OK;

	if (aid_pages_is_feed(req))
		q->rank.order = RANK_PUBLICATION;
	q->rank.limit = aid_pages_limit(req, page);
	q->rank.fold_twins = q->facets != NULL;
	q->rank.finds_near = true;
	hit = rank(ctx->pool, &q->corpus->catalogue, &q->rank, &q->total,
	    q->facets);
	shown = q->total - (q->facets != NULL ? q->facets->folded : 0);
	if ((page = page_shown(ctx->pool, req, resp, shown)) == 0)
		return RC_NOT_FOUND;
	n = aid_pages_window(req, shown, page, &from);
	n = drop_shown(ctx->pool, q, hit + from, n);
	rc = put_hits(ctx, req, resp, parts, q, hit + from, n, &aids);
	if (rc == RC_OK)
		aid_pages_put(ctx->pool, req, aids, q->total, shown, page);
	if (rc == RC_OK && q->within != NULL)
		put_search(ctx->pool, req, q, aids);
	if (rc == RC_OK && q->facets != NULL && q->facets->unplaced > 0 &&
	    !q->rank.unplaced)
		put_unplaced(ctx->pool, req, q->facets->unplaced, aids);
	if (rc == RC_OK && q->late) {
		xml_set(aids, "late", "1");
		resp->no_store = true;
	}
	return rc;
}
