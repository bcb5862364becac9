/*
 * search.c - the search, for any program.
 *
 * It owns what lasts between requests: the corpus (aids, lists, vocabulary) and
 * the parts of pages that were rendered.  A request is read to a question,
 * within its base; the list is made; then what helps a reader to ask better.
 */

#include <stdlib.h>
#include <string.h>

#include "aids/aid_calendar.h"
#include "aids/aid_cards.h"
#include "aids/aid_list.h"
#include "aids/aid_page.h"
#include "base/log.h"
#include "funded/funded_list.h"
#include "search/needs.h"
#include "search/search.h"
#include "search/search_count.h"
#include "search/suggest.h"
#include "web/url.h"
#include "xml/xml.h"

/* With so few aids or less, a reader is told what to take off. */
enum { FEW = 3 };

/* Bytes of the row cache, of all processes: what is read ahead of 1,752 aids
 * and 63,665 funded projects takes 20 MB. */
enum { ROWS_OF_ALL = 22 << 20, ROWS_PER_AID = 8192 };

/* That a list of aids can be taken away in. */
static const char *const formats[] = { "csv", "xlsx", "atom", "ics", "xml",
	NULL };

struct search {
	struct corpus corpus;
	struct aid_parts parts;
};

/* ---- its life ---- */

struct search *
search_open(void)
{
	struct search *s = calloc(1, sizeof(*s));

	if (s == NULL)
		log_die("search: out of memory");
	return s;
}

enum rc
search_refresh(struct search *s, struct context *ctx,
    unsigned long long version)
{
	enum rc rc = corpus_refresh(&s->corpus, ctx->db, ctx->conf->share_dir,
	    version);

	if (rc == RC_OK)
		rc = aid_parts_load(&s->parts, ctx->db, ctx->pool,
		    &s->corpus.catalogue);
	gazetteer_doubt(ctx->places);
	if (rc == RC_OK)
		row_cache_depend(ctx->rows,
		    ROWS_OF_ALL + ROWS_PER_AID * s->corpus.catalogue.n,
		    corpus_fingerprint(&s->corpus));
	return rc;
}

void
search_close(struct search *s)
{
	if (s == NULL)
		return;
	corpus_free(&s->corpus);
	aid_parts_free(&s->parts);
	free(s);
}

/* ---- aids ---- */

/* Whether the answer can say of itself what was left out, or ask again. */
static bool
says_more(const struct request *req)
{
	return req->format == NULL || strcmp(req->format, "xml") == 0;
}

/* Without what an unknown value asks, a table, a feed or a calendar would be of
 * other aids, and not say so: it is refused.  An unknown order changes none. */
static enum rc
refuse_ignored(struct pool *pool, struct response *resp)
{
	for (xmlNodePtr n = resp->asked->children; n != NULL; n = n->next) {
		const char *param;

		if (strcmp((const char *)n->name, "ignored") != 0)
			continue;
		param = xml_get(pool, n, "param");
		if (strcmp(param, "orderBy") != 0)
			return response_refuse(resp, param,
			    xml_get(pool, n, "value"), "unknown-value");
	}
	return RC_OK;
}

/* Reads the question within its base. */
static enum rc
search_read(struct search *s, struct context *ctx, const struct request *req,
    struct response *resp, const struct search_base *base, struct question *q)
{
	enum rc rc = question_read(ctx, req, resp, &s->corpus, q);

	if (rc == RC_OK && !says_more(req))
		rc = refuse_ignored(ctx->pool, resp);
	return rc == RC_OK ? search_base_restrict(base, ctx, req, q) : rc;
}

/* An ambiguous place must be asked again: the <choices> of a page do it; a
 * table, a feed or a calendar cannot. */
static enum rc
refuse_place(const struct request *req, struct response *resp)
{
	static const char *const param[] = { "perimeter_q", "perimeter_id" };

	if (says_more(req))
		return RC_OK;
	for (size_t i = 0; i < 2; i++) {
		struct param_values v = request_values(req, param[i]);

		if (v.n > 0)
			return response_refuse(resp, param[i], v.v[0].s,
			    "ambiguous");
	}
	return response_refuse(resp, param[0], "", "ambiguous");
}

static struct rank_facets *
new_facets(struct pool *pool, const struct catalogue *c)
{
	struct rank_facets *f = pool_take(pool, sizeof(*f));

	f->program = pool_take(pool, (c->programs + 1) * sizeof(*f->program));
	return f;
}

/* What helps a reader to ask better, beside the list. */
static enum rc
put_help(struct search *s, struct context *ctx, const struct request *req,
    struct response *resp, const struct question *q)
{
	bool few = q->total <= FEW;
	enum rc rc;

	if ((rc = aid_form_put(ctx, resp, &s->parts, q)) != RC_OK ||
	    (rc = suggest_near(ctx, req, resp, q, few)) != RC_OK ||
	    (rc = funded_list_near(ctx, req, resp, &s->parts, q)) != RC_OK ||
	    !few)
		return rc;
	if ((rc = aid_list_relax(ctx, req, resp, q)) == RC_OK)
		rc = suggest_words(ctx, req, resp, q);
	return rc == RC_OK ? suggest_general(ctx, req, resp, q) : rc;
}

/* Of a portal, the aids that it shows first, whatever is asked; once: the list
 * below has no other card of them. */
static enum rc
put_highlighted(struct search *s, struct context *ctx,
    const struct request *req, struct response *resp, struct question *list)
{
	struct question *q;
	struct rank_hit *hit;
	size_t n;
	enum rc rc;

	if (ctx->portal == NULL || req->format != NULL || request_page(req) > 1)
		return RC_OK;
	q = pool_take(ctx->pool, sizeof(*q));
	*q = (struct question){ .corpus = &s->corpus,
		.rank = { .day = req->day } };
	rc = search_base_highlighted(ctx, q, &hit, &n);
	if (rc != RC_OK || n == 0)
		return rc;
	list->shown = hit;
	list->nshown = n;
	return aid_cards_put(ctx, req, &s->parts, q, hit, n,
	    xml_add(resp->root, "shown"));
}

enum rc
search_answer(struct search *s, struct context *ctx, const struct request *req,
    struct response *resp, const struct search_base *base)
{
	bool page = req->format == NULL;
	struct question q;
	enum rc rc = search_read(s, ctx, req, resp, base, &q);

	if (rc != RC_OK)
		return rc;
	if (q.place.open) {
		if (page)
			rc = aid_form_put(ctx, resp, &s->parts, &q);
		return rc == RC_OK ? refuse_place(req, resp) : rc;
	}
	if (page) {
		question_carry(ctx->pool, req, &q.place, resp->asked);
		q.facets = new_facets(ctx->pool, &s->corpus.catalogue);
	}
	rc = put_highlighted(s, ctx, req, resp, &q);
	if (rc == RC_OK)
		rc = aid_list_put(ctx, req, resp, &s->parts, &q);
	if (rc == RC_OK && page)
		rc = put_help(s, ctx, req, resp, &q);
	search_count(ctx, req, resp, &q);
	if (rc == RC_OK)
		aid_list_links(ctx->pool, req, resp, formats);
	return rc;
}

/* Of a page without an aid: how many the base has without what was asked. */
static enum rc
put_elsewhere(struct search *s, struct context *ctx, const struct request *req,
    const struct search_base *base, xmlNodePtr aids)
{
	struct question all = { .rank = { .day = req->day, .limit = 1 },
		.corpus = &s->corpus };
	size_t n;
	enum rc rc = search_base_restrict(base, ctx, req, &all);

	if (rc == RC_OK) {
		rank(ctx->pool, &s->corpus.catalogue, &all.rank, &n, NULL);
		xml_set_int(aids, "elsewhere", (long long)n);
	}
	return rc;
}

enum rc
search_list(struct search *s, struct context *ctx, const struct request *req,
    struct response *resp, const struct search_base *base, uint32_t *place)
{
	struct question q;
	enum rc rc = search_read(s, ctx, req, resp, base, &q);

	if (place != NULL)
		*place = rc == RC_OK && q.place.nasked > 0 ? q.place.asked[0]
							   : 0;
	if (rc == RC_OK && q.place.open)
		return refuse_place(req, resp);
	if (rc == RC_OK && req->format == NULL)
		question_carry(ctx->pool, req, &q.place, resp->asked);
	if (rc == RC_OK)
		rc = aid_list_put(ctx, req, resp, &s->parts, &q);
	if (rc == RC_OK && req->format == NULL && q.total == 0)
		rc = put_elsewhere(s, ctx, req, base,
		    xml_child(resp->root, "aids"));
	if (rc == RC_OK)
		aid_list_links(ctx->pool, req, resp, formats);
	return rc;
}

enum rc
search_calendar(struct context *ctx, const struct request *req,
    struct response *resp)
{
	struct search *s = ctx->state;
	struct request list = *req;
	struct question q;
	enum rc rc = search_read(s, ctx, req, resp, NULL, &q);

	if (rc == RC_OK && q.place.open)
		return refuse_place(req, resp);
	if (rc == RC_OK && req->format == NULL)
		question_carry(ctx->pool, req, &q.place, resp->asked);
	if (rc == RC_OK)
		rc = aid_calendar_put(ctx, req, resp, &q);
	if (rc != RC_OK)
		return rc;
	list.path = "/aides/";
	xml_set(xml_child(resp->root, "calendar"), "search",
	    url_with(ctx->pool, &list, NULL, NULL, NULL, NULL));
	aid_list_links(ctx->pool, &list, resp, formats);
	return rc;
}

enum rc
search_aid(struct context *ctx, const struct request *req,
    struct response *resp)
{
	struct search *s = ctx->state;
	struct aid_within within;
	enum rc rc = RC_OK;

	if (ctx->portal != NULL)
		rc = search_base_within(ctx, req, &s->corpus, &within);
	return rc == RC_OK ? aid_page_put(ctx, req, resp, &s->corpus,
				 ctx->portal != NULL ? &within : NULL)
			   : rc;
}

enum rc
search_projects(struct context *ctx, const struct request *req,
    struct response *resp)
{
	suggest_projects(ctx, req, resp, search_corpus(ctx->state));
	return RC_OK;
}

enum rc
search_home(struct search *s, struct context *ctx, const struct request *req,
    struct response *resp, uint64_t chosen)
{
	struct question q = { .chosen = { chosen } };
	bool said = question_carry(ctx->pool, req, NULL, NULL) != NULL;
	const char *carry = NULL;
	enum rc rc;

	if (said) {
		if ((rc = question_read(ctx, req, resp, &s->corpus, &q)) !=
		    RC_OK)
			return rc;
		carry = question_carry(ctx->pool, req, &q.place, resp->asked);
		q.chosen[0] |= q.chosen[0] == 0 ? chosen : 0;
	}
	if (req->format == NULL &&
	    (rc = aid_form_put(ctx, resp, &s->parts, &q)) != RC_OK)
		return rc;
	return needs_put(ctx, req, resp, &s->corpus, carry != NULL ? &q : NULL,
	    carry);
}

/* ---- a portal ---- */

enum rc
search_welcome(struct context *ctx, const struct request *req,
    struct response *resp)
{
	struct search *s = ctx->state;
	struct question q = { .corpus = &s->corpus,
		.rank = { .day = req->day, .order = RANK_PUBLICATION } };
	enum rc rc = RC_OK;

	if (req->format == NULL)
		rc = aid_form_put(ctx, resp, &s->parts, &q);
	if (rc != RC_OK ||
	    (rc = put_highlighted(s, ctx, req, resp, &q)) != RC_OK ||
	    (rc = search_base_restrict(NULL, ctx, req, &q)) != RC_OK)
		return rc;
	return aid_list_put(ctx, req, resp, &s->parts, &q);
}

enum rc
search_within(struct search *s, struct context *ctx, const struct request *req)
{
	return search_base_args(ctx, req, &s->corpus);
}

/* ---- other lists ---- */

struct corpus *
search_corpus(struct search *s)
{
	return &s->corpus;
}

const struct aid_parts *
search_parts(const struct search *s)
{
	return &s->parts;
}

enum rc
search_funded(struct context *ctx, const struct request *req,
    struct response *resp)
{
	struct search *s = ctx->state;
	struct question q;
	enum rc rc = search_read(s, ctx, req, resp, NULL, &q);

	if (rc == RC_OK && q.place.open)
		return refuse_place(req, resp);
	if (rc == RC_OK && req->format == NULL)
		question_carry(ctx->pool, req, &q.place, resp->asked);
	return rc == RC_OK ? funded_list_put(ctx, req, resp, &s->parts, &q)
			   : rc;
}
