/*
 * suggest.c - kinds of projects, offered to a reader.
 *
 * While a name is typed its beginning counts (projects.h); of a whole question,
 * what its words mean (project_match.h).
 */

#include <string.h>

#include "question/question_read.h"
#include "search/suggest.h"
#include "web/url.h"
#include "xml/xml.h"

enum { NEAR = 4, TYPED = 8 };

static void
put_project(xmlNodePtr projects, const struct project *p, const char *href)
{
	xmlNodePtr n = xml_add(projects, "project");

	xml_set_int(n, "id", p->id);
	xml_set(n, "slug", p->slug);
	xml_set(n, "name", p->name);
	xml_set(n, "category", p->category);
	xml_set(n, "href", href);
}

void
suggest_near(struct context *ctx, const struct request *req,
    struct response *resp, const struct question *q)
{
	struct param_values v = request_values(req, "keyword");
	const struct corpus *c = q->corpus;
	const struct project *best[NEAR];
	xmlNodePtr projects;
	int n;

	if (v.n == 0 || q->project != NULL)
		return;
	n = project_match_best(c->matches, ctx->pool, c->words,
	    q->meant != NULL ? q->meant : v.v[0].s, best, NEAR);
	if (n == 0)
		return;
	projects = xml_add(resp->root, "projects");
	for (int i = 0; i < n; i++)
		put_project(projects, best[i],
		    url_with(ctx->pool, req, NULL, NULL, "keyword",
			best[i]->name));
}

static const char *
address_of(struct pool *pool, const struct project *p)
{
	return pool_printf(pool, "/aides/?%s",
	    url_query(pool, "keyword", p->name));
}

void
suggest_projects(struct context *ctx, const struct request *req,
    struct response *resp, const struct corpus *c)
{
	struct param_values q = request_values(req, "q");
	xmlNodePtr projects = xml_add(resp->root, "projects");
	const struct project *best[TYPED];
	size_t n;
	const struct project *all = projects_all(c->projects, &n);

	if (q.n == 0) {
		for (size_t i = 0; i < n; i++)
			put_project(projects, &all[i],
			    address_of(ctx->pool, &all[i]));
		return;
	}
	xml_add_text(resp->asked, "q", q.v[0].s);
	n = (size_t)projects_suggest(c->projects, c->words, q.v[0].s, true,
	    best, TYPED);
	/* A sentence has words that no name has: what it means, or else the
	 * nearest names. */
	if (n == 0)
		n = (size_t)project_match_best(c->matches, ctx->pool, c->words,
		    q.v[0].s, best, TYPED);
	if (n == 0)
		n = (size_t)projects_suggest(c->projects, c->words, q.v[0].s,
		    false, best, TYPED);
	for (size_t i = 0; i < n; i++)
		put_project(projects, best[i], address_of(ctx->pool, best[i]));
}

/* ---- needs ---- */

enum { NEEDS = 12 };

/* How many aids a search for the name of a project finds, as its page says. */
static enum rc
need_count(struct context *ctx, const struct request *req,
    struct corpus *corpus, const struct project *p, size_t *n)
{
	static const char kind[] = "need";
	const char *key = pool_printf(ctx->pool, "%s %s", req->today, p->slug);
	const size_t *had = row_cache_find(ctx->rows, kind, key);
	struct response unseen = { .root = xmlDocGetRootElement(
				       xml_page(ctx->pool, "need")) };
	struct question *q = pool_take(ctx->pool, sizeof(*q));
	struct request named;
	enum rc rc;

	if (had != NULL) {
		*n = *had;
		return RC_OK;
	}
	unseen.asked = xml_add(unseen.root, "asked");
	rc = request_with_query(req, ctx->pool, question_params,
	    url_query(ctx->pool, "keyword", p->name), &named, &unseen.fault);
	if (rc == RC_OK)
		rc = question_read(ctx, &named, &unseen, corpus, q);
	if (rc != RC_OK)
		return rc;
	q->rank.count_only = true;
	rank(ctx->pool, &corpus->catalogue, &q->rank, n, NULL);
	if (!q->late)
		row_cache_add(ctx->rows, kind, key, n, sizeof(*n));
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

enum rc
suggest_needs(struct context *ctx, const struct request *req,
    struct response *resp, struct corpus *corpus)
{
	xmlNodePtr needs = xml_add(resp->root, "needs");
	size_t n, found;
	const struct project *all = projects_all(corpus->projects, &n);
	enum rc rc = RC_OK;

	for (size_t i = 0, k = 0; rc == RC_OK && i < n && k < NEEDS; i++) {
		if (!is_first_of_category(all, i))
			continue;
		rc = need_count(ctx, req, corpus, &all[i], &found);
		if (rc != RC_OK || found == 0)
			continue;
		put_project(needs, &all[i], address_of(ctx->pool, &all[i]));
		xml_set_int(needs->last, "total", (long long)found);
		k++;
	}
	return rc;
}
