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

/* Kinds of projects, by their place in projects_all, and how many aids each
 * finds: 0 for one that was not counted, for want of time. */
struct needs {
	size_t n, project[NEEDS], total[NEEDS];
	bool late; /* not all words were read */
};

/* How many aids a search for the name of a project finds, as its page says. */
static enum rc
need_count(const struct needs_reading *r, const struct project *p, size_t *n,
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
	*late |= q->late;
	return RC_OK;
}

static bool
is_first_of_category(const struct project *all, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (strcmp(all[k].category, all[i].category) == 0)
			return false;
	return true;
}

/* The first kind of each category that finds aids. */
static enum rc
find_needs(const struct needs_reading *r, struct needs *needs)
{
	size_t n, found = 0;
	const struct project *all = projects_all(r->corpus->projects, &n);
	enum rc rc = RC_OK;

	for (size_t i = 0; rc == RC_OK && i < n && needs->n < NEEDS; i++) {
		bool counted = r->of == NULL || !request_is_late(r->req);

		if (!is_first_of_category(all, i))
			continue;
		if (counted)
			rc = need_count(r, &all[i], &found, &needs->late);
		if (rc != RC_OK || (counted && found == 0))
			continue;
		needs->project[needs->n] = i;
		needs->total[needs->n++] = counted ? found : 0;
	}
	return rc;
}

/* Those of all of France as they were counted today, or else counts. */
static enum rc
read_needs(const struct needs_reading *r, const struct needs **needs)
{
	static const char kind[] = "needs";
	struct context *ctx = r->ctx;
	struct needs *found;
	enum rc rc;

	if (r->of == NULL &&
	    (*needs = row_cache_find(ctx->rows, kind, r->req->today)) != NULL)
		return RC_OK;
	*needs = found = pool_take(ctx->pool, sizeof(*found));
	rc = find_needs(r, found);
	if (rc == RC_OK && r->of == NULL && !found->late)
		row_cache_add(ctx->rows, kind, r->req->today, found,
		    sizeof(*found));
	return rc;
}

/* Appends them to <needs>; *late, not changed otherwise, when not all words
 * were read. */
static enum rc
put_needs(const struct needs_reading *r, const char *carry, xmlNodePtr list,
    bool *late)
{
	struct pool *pool = r->ctx->pool;
	size_t n;
	const struct project *all = projects_all(r->corpus->projects, &n);
	const struct needs *needs;
	enum rc rc = read_needs(r, &needs);

	for (size_t i = 0; rc == RC_OK && i < needs->n; i++) {
		const struct project *p = &all[needs->project[i]];

		suggest_put(list, p, suggest_address(pool, p, carry));
		if (needs->total[i] > 0)
			xml_set_int(list->last, "total",
			    (long long)needs->total[i]);
	}
	if (rc == RC_OK)
		*late |= needs->late;
	return rc;
}

/* Those of all of France as HTML, kept for the day and the version. */
static enum rc
put_ready(const struct needs_reading *r, xmlNodePtr list)
{
	static const char kind[] = "needs-html";
	struct context *ctx = r->ctx;
	const char *html = row_cache_find(ctx->rows, kind, r->req->today);
	const char *media;
	struct buf b = { 0 };
	xmlDocPtr doc;
	bool late = false;
	enum rc rc;

	if (html != NULL) {
		xml_raw_own(list, html, strlen(html));
		return RC_OK;
	}
	doc = xml_page(ctx->pool, "needs");
	rc = put_needs(r, NULL, xml_add(xmlDocGetRootElement(doc), "needs"),
	    &late);
	if (rc == RC_OK)
		rc = xsl_apply(xsl_find(ctx->xsl, "fragment-needs", NULL), doc,
		    &b, &media);
	if (rc == RC_OK && !late && b.len > 0)
		row_cache_add(ctx->rows, kind, r->req->today, b.data,
		    b.len + 1);
	if (rc == RC_OK)
		xml_raw_take(list, &b);
	buf_free(&b);
	return rc;
}

enum rc
needs_put(struct context *ctx, const struct request *req, struct response *resp,
    struct corpus *corpus, const struct question *of, const char *carry)
{
	struct request own = *req;
	const struct needs_reading r = { ctx, &own, corpus, of };
	xmlNodePtr list = xml_add(resp->root, "needs");
	bool late = false;
	enum rc rc;

	request_wait(&own);
	if (req->format == NULL && of == NULL)
		return put_ready(&r, list);
	rc = put_needs(&r, carry, list, &late);
	if (of != NULL && request_is_late(&own))
		resp->no_store = true;
	return rc;
}
