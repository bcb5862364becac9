/* search_base.c - questions that a page presets. */

#include <math.h>

#include "base/log.h"
#include "search/search_base.h"
#include "xml/xml.h"

/* The ids of a base question in the row cache, by the day and its query. */
static const char kind[] = "base question";

struct base_ids {
	size_t n;
	uint32_t id[]; /* rising */
};

static int
base_by_id(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

/* Reads the base question, as a request whose response nobody sees.  It has no
 * deadline: of words that are left out, one that excludes would widen it. */
static enum rc
base_read(const struct search_base *base, struct context *ctx,
    const struct request *req, struct corpus *corpus, struct question *q)
{
	struct response unseen = { .root = xmlDocGetRootElement(
				       xml_page(ctx->pool, "base")) };
	struct request preset;
	xmlNodePtr ignored;
	enum rc rc = request_with_query(req, ctx->pool, question_params,
	    base->query, &preset, &unseen.fault);

	unseen.asked = xml_add(unseen.root, "asked");
	preset.deadline = INFINITY;
	if (rc == RC_OK)
		rc = question_read(ctx, &preset, &unseen, corpus, q);
	/* Without it, the page would be of all aids. */
	ignored = rc == RC_OK ? xml_child(unseen.asked, "ignored") : NULL;
	if (rc != RC_BAD_PARAM && ignored == NULL &&
	    !(rc == RC_OK && q->place.open))
		return rc;
	log_msg("search: the base question \"%s\" is wrong: %s", base->query,
	    ignored != NULL   ? "unknown value"
		: rc == RC_OK ? "ambiguous place"
			      : unseen.fault.reason);
	return RC_FAIL;
}

/* What it finds, from the row cache. */
static enum rc
base_find(const struct search_base *base, struct context *ctx,
    const struct request *req, struct question *q, const struct base_ids **ids)
{
	const char *key = pool_printf(ctx->pool, "%s %s", req->today,
	    base->query);
	struct question *b = pool_take(ctx->pool, sizeof(*b));
	struct base_ids *found;
	struct rank_hit *hit;
	size_t n;
	enum rc rc;

	if ((*ids = row_cache_find(ctx->rows, kind, key)) != NULL)
		return RC_OK;
	if ((rc = base_read(base, ctx, req, q->corpus, b)) != RC_OK)
		return rc;
	b->rank.keep_duplicates = true;
	hit = rank(ctx->pool, &q->corpus->catalogue, &b->rank, &n, NULL);
	found = pool_take(ctx->pool, sizeof(*found) + n * sizeof(found->id[0]));
	found->n = n;
	for (size_t i = 0; i < n; i++)
		found->id[i] = hit[i].aid->id;
	if (n > 1)
		qsort(found->id, n, sizeof(found->id[0]), base_by_id);
	*ids = row_cache_add(ctx->rows, kind, key, found,
	    sizeof(*found) + n * sizeof(found->id[0]));
	return RC_OK;
}

enum rc
search_base_restrict(const struct search_base *base, struct context *ctx,
    const struct request *req, struct question *q)
{
	const struct base_ids *ids;
	enum rc rc = base_find(base, ctx, req, q, &ids);

	if (rc == RC_OK) {
		question_restrict(q, ids->id, ids->n);
		q->within = base->query;
	}
	return rc;
}
