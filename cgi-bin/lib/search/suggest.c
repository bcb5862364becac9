/*
 * suggest.c - project types, offered to a reader.
 *
 * While a name is typed its beginning counts (projects.h); of a whole question,
 * what its words mean (project_match.h).
 */

#include <string.h>

#include "base/str.h"
#include "gen/constants.h"
#include "question/question_read.h"
#include "search/suggest.h"
#include "web/url.h"
#include "xml/xml.h"

enum { TYPED = 8, WORDS = 3 };

void
suggest_put(xmlNodePtr projects, const struct project *p, const char *href)
{
	xmlNodePtr n = xml_add(projects, "project");

	xml_set_int(n, "id", p->id);
	xml_set(n, "slug", p->slug);
	xml_set(n, "name", p->name);
	xml_set(n, "category", p->category);
	xml_set(n, "href", href);
}

/* How many aids other words find, with the other criteria as they are and
 * within the same base; *href is their address. */
static enum rc
count_words(struct context *ctx, const struct request *req,
    const struct question *q, const char *words, const char **href, size_t *n)
{
	struct question *other = pool_take(ctx->pool, sizeof(*other));
	struct response unseen = { .root = xmlDocGetRootElement(
				       xml_page(ctx->pool, "words")) };
	struct request asked;
	enum rc rc;

	*n = 0;
	*href = url_with(ctx->pool, req, NULL, NULL, "keyword", words);
	unseen.asked = xml_add(unseen.root, "asked");
	rc = request_with_query(req, ctx->pool, question_params,
	    strchr(*href, '?') + 1, &asked, &unseen.fault);
	if (rc == RC_OK)
		rc = question_read(ctx, &asked, &unseen, q->corpus, other);
	if (rc == RC_BAD_PARAM) /* too long */
		return RC_OK;
	if (rc != RC_OK)
		return rc;
	if (q->base > 0)
		question_restrict(other, q->rank.set[q->base - 1].id,
		    q->rank.set[q->base - 1].n, q->rank.set[q->base - 1].bits);
	other->rank.count_only = true;
	if (other->name[QUESTION_WORDS] != NULL)
		rank(ctx->pool, &q->corpus->catalogue, &other->rank, n, NULL);
	return RC_OK;
}

enum rc
suggest_near(struct context *ctx, const struct request *req,
    struct response *resp, const struct question *q, bool counted)
{
	const struct project *const *best = NULL;
	xmlNodePtr projects = NULL;
	const char *href;
	enum rc rc = RC_OK;
	size_t found = 0;
	int n = 0;

	if (q->aim != NULL) {
		best = q->aim->project;
		n = q->aim->projects;
	}
	for (int i = 0; i < n && rc == RC_OK; i++) {
		if (counted)
			rc = count_words(ctx, req, q, best[i]->name, &href,
			    &found);
		else
			href = url_with(ctx->pool, req, NULL, NULL, "keyword",
			    best[i]->name);
		if (rc != RC_OK || (counted && found == 0))
			continue;
		if (projects == NULL)
			projects = xml_add(resp->root, "projects");
		suggest_put(projects, best[i], href);
		if (counted)
			xml_set_int(projects->last, "total", (long long)found);
	}
	return rc;
}

/* ---- near words ---- */

/* Other words as an element of that name, when they find more than least. */
static enum rc
put_words(struct context *ctx, const struct request *req,
    const struct question *q, const char *words, size_t least,
    const char *element, xmlNodePtr relax)
{
	const char *href;
	size_t n;
	xmlNodePtr e;
	enum rc rc = count_words(ctx, req, q, words, &href, &n);

	if (rc != RC_OK || n <= least)
		return rc;
	e = xml_add(relax, element);
	xml_set(e, "name", words);
	xml_set(e, "href", href);
	xml_set_int(e, "total", (long long)n);
	return RC_OK;
}

/* The text without quotes of any kind; NULL when it has none. */
static const char *
without_quotes(struct pool *pool, const char *s)
{
	static const char *const quotes[] = { "\"", "\xc2\xab", "\xc2\xbb",
		"\xe2\x80\x9c", "\xe2\x80\x9d" };
	char *copy = pool_strdup(pool, s), *at;
	bool any = false;

	for (size_t i = 0; i < sizeof(quotes) / sizeof(quotes[0]); i++)
		for (size_t n = strlen(quotes[i]);
		     (at = strstr(copy, quotes[i])) != NULL; any = true)
			memmove(at, at + n, strlen(at + n) + 1);
	return any ? copy : NULL;
}

/* The first word as it was typed that was mended; NULL for none.  One that no
 * aid bears and that was not has no near word: see spelling_correct. */
static const char *
mended_word(struct pool *pool, xmlNodePtr asked)
{
	for (xmlNodePtr n = asked->children; n != NULL; n = n->next) {
		xmlChar *typed;
		const char *s;

		if (strcmp((const char *)n->name, "word") != 0 ||
		    xmlHasProp(n, (const xmlChar *)"mended") == NULL)
			continue;
		typed = xmlGetProp(n, (const xmlChar *)"asked");
		s = pool_strdup(pool, (const char *)typed);
		xmlFree(typed);
		return s;
	}
	return NULL;
}

enum rc
suggest_words(struct context *ctx, const struct request *req,
    struct response *resp, const struct question *q)
{
	struct param_values v = request_values(req, "keyword");
	xmlNodePtr relax = xml_child(resp->root, "relax");
	const char *s = v.n > 0 ? v.v[0].s : "", *typed, *at, *near[WORDS];
	const char *plain = without_quotes(ctx->pool, s);
	const struct spelling *spelling;
	char folded[WORD_SIZE];
	enum rc rc = RC_OK;
	int n;

	if (plain != NULL)
		rc = put_words(ctx, req, q, plain, q->total, "word", relax);
	if (rc != RC_OK ||
	    (typed = mended_word(ctx->pool, resp->asked)) == NULL ||
	    (at = strstr(s, typed)) == NULL ||
	    (rc = corpus_spelling(q->corpus, ctx->db, &spelling)) != RC_OK)
		return rc;
	n = spelling_near(spelling, str_fold(folded, sizeof(folded), typed),
	    near, WORDS);
	for (int i = 0; i < n && rc == RC_OK; i++)
		rc = put_words(ctx, req, q,
		    pool_printf(ctx->pool, "%.*s%s%s", (int)(at - s), s,
			near[i], at + strlen(typed)),
		    q->total, "word", relax);
	return rc;
}

/* The request for aids that do not tell their territory. */
static enum rc
ask_unplaced(struct context *ctx, const struct request *req,
    struct response *resp, struct request *asked)
{
	const char *href = url_with(ctx->pool, req, NULL, NULL,
	    "perimeter_unknown", "1");

	return request_with_query(req, ctx->pool, question_params,
	    strchr(href, '?') + 1, asked, &resp->fault);
}

enum rc
suggest_general(struct context *ctx, const struct request *req,
    struct response *resp, const struct question *q)
{
	struct param_values v = request_values(req, "keyword");
	xmlNodePtr relax = xml_child(resp->root, "relax"), last;
	struct request asked;
	enum rc rc;

	if (v.n == 0 || strcmp(v.v[0].s, GENERAL_ANY) == 0)
		return RC_OK;
	last = relax->last;
	rc = put_words(ctx, req, q, GENERAL_ANY, 0, "general", relax);
	if (rc != RC_OK || relax->last != last || !q->rank.has_place ||
	    q->rank.unplaced)
		return rc;
	if ((rc = ask_unplaced(ctx, req, resp, &asked)) == RC_OK)
		rc = put_words(ctx, &asked, q, GENERAL_ANY, 0, "general",
		    relax);
	if (relax->last != last)
		xml_set(relax->last, "unplaced", "1");
	return rc;
}

/* ---- while one types ---- */

const char *
suggest_address(struct pool *pool, const struct project *p, const char *carry)
{
	return pool_printf(pool, "/aides/?%s%s%s",
	    url_query(pool, "keyword", p->name), carry != NULL ? "&" : "",
	    carry != NULL ? carry + 1 : "");
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
	const char *carry = question_carry(ctx->pool, req, NULL, resp->asked);

	if (q.n == 0) {
		for (size_t i = 0; i < n; i++)
			suggest_put(projects, &all[i],
			    suggest_address(ctx->pool, &all[i], carry));
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
		suggest_put(projects, best[i],
		    suggest_address(ctx->pool, best[i], carry));
}
