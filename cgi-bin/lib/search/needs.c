/*
 * needs.c - what home begins with.
 *
 * Counts for all of France are kept; those of a place, which are as many as
 * places and structures, are not: they would push out what most readers ask.
 */

#include <string.h>

#include "question/question_read.h"
#include "search/needs.h"
#include "search/suggest.h"
#include "web/url.h"
#include "xml/xml.h"

enum { NEEDS = 12 };

/* What is counted, and for whom. */
struct needs_reading {
	struct context *ctx;
	const struct request *req;
	struct corpus *corpus;
	const struct question *of; /* NULL: for anybody, anywhere */
};

/* How many aids a search for the name of a project finds, as its page says;
 * *late: not all words were read. */
static enum rc
need_search(const struct needs_reading *r, const struct project *p, size_t *n,
    bool *late)
{
	struct context *ctx = r->ctx;
	struct response unseen = { .root = xmlDocGetRootElement(
				       xml_page(ctx->pool, "need")) };
	struct question *q = pool_take(ctx->pool, sizeof(*q));
	struct request named;
	enum rc rc;

	unseen.asked = xml_add(unseen.root, "asked");
	rc = request_with_query(r->req, ctx->pool, question_params,
	    url_query(ctx->pool, "keyword", p->name), &named, &unseen.fault);
	if (rc == RC_OK)
		rc = question_read(ctx, &named, &unseen, r->corpus, q);
	if (rc != RC_OK)
		return rc;
	if (r->of != NULL)
		q->rank = question_asked_by(q, r->of);
	q->rank.count_only = true;
	rank(ctx->pool, &r->corpus->catalogue, &q->rank, n, NULL);
	*late = q->late;
	return RC_OK;
}

static enum rc
need_count(const struct needs_reading *r, const struct project *p, size_t *n)
{
	static const char kind[] = "need";
	struct context *ctx = r->ctx;
	const char *key = pool_printf(ctx->pool, "%s %s", r->req->today,
	    p->slug);
	const size_t *had = r->of == NULL ? row_cache_find(ctx->rows, kind, key)
					  : NULL;
	bool late = false;
	enum rc rc;

	if (had != NULL) {
		*n = *had;
		return RC_OK;
	}
	rc = need_search(r, p, n, &late);
	if (rc == RC_OK && r->of == NULL && !late)
		row_cache_add(ctx->rows, kind, key, n, sizeof(*n));
	return rc;
}

static bool
is_first_of_category(const struct project *all, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (strcmp(all[k].category, all[i].category) == 0)
			return false;
	return true;
}

enum rc
needs_put(struct context *ctx, const struct request *req, struct response *resp,
    struct corpus *corpus, const struct question *of, const char *carry)
{
	struct request own = *req;
	const struct needs_reading r = { ctx, &own, corpus, of };
	xmlNodePtr needs = xml_add(resp->root, "needs");
	size_t n, found = 0;
	const struct project *all = projects_all(corpus->projects, &n);
	enum rc rc = RC_OK;

	request_wait(&own);
	for (size_t i = 0, k = 0; rc == RC_OK && i < n && k < NEEDS; i++) {
		bool counted = of == NULL || !request_is_late(&own);

		if (!is_first_of_category(all, i))
			continue;
		if (counted)
			rc = need_count(&r, &all[i], &found);
		if (rc != RC_OK || (counted && found == 0))
			continue;
		suggest_put(needs, &all[i],
		    suggest_address(ctx->pool, &all[i], carry));
		if (counted)
			xml_set_int(needs->last, "total", (long long)found);
		k++;
	}
	if (of != NULL && request_is_late(&own))
		resp->no_store = true;
	return rc;
}
