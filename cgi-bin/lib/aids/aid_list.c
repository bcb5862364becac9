/*
 * aid_list.c - a list of aids, as a page or for machines.
 *
 * A page shows cards, whose HTML was rendered when the aid was imported: the
 * row cache has it, and only its placeholders are filled, with the title and
 * the passage where the words stand, marked.  Tables, feeds and calendars are
 * made of what was rendered too (aid_export.h).  XML reads the facts of each
 * aid by one query for each kind of fact.
 */

#include <stdbool.h>
#include <string.h>

#include "aids/acronyms.h"
#include "aids/aid_export.h"
#include "aids/aid_fit.h"
#include "aids/aid_list.h"
#include "aids/aid_pages.h"
#include "db/rows.h"
#include "engine/score.h"
#include "gen/constants.h"
#include "gen/queries/aids.h"
#include "web/url.h"
#include "xml/fragment.h"
#include "xml/html.h"
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
	return rc;
}

/* ---- cards ---- */

/* What the placeholders of one card are filled with. */
struct filling {
	struct question *q;
	const char *name, *excerpt; /* excerpt NULL: none */
	const char *base, *query;   /* as HTML, for the addresses of aids */
	bool part, unplaced;        /* what is said of its perimeter */
	char *open, *close;         /* of a mark */
	const struct buf *terms;    /* what acronyms mean */
	struct buf said;            /* acronyms, once a page */
};

/* The title or the passage, with the words that were asked marked. */
static void
put_placeholder(void *arg, struct buf *b, const char *name, const char *of)
{
	struct filling *f = arg;
	const char *text = strcmp(name, PLACEHOLDER_TITLE) == 0 ? f->name
								: f->excerpt;

	(void)of;
	if (strcmp(name, PLACEHOLDER_QUERY) == 0)
		buf_puts(b, f->query);
	else if (strcmp(name, PLACEHOLDER_BASE) == 0)
		buf_puts(b, f->base);
	else if (strcmp(name, PLACEHOLDER_TERMS) == 0)
		acronyms_put(b, f->terms, f->excerpt, &f->said);
	else if (text != NULL)
		mark_put(b, f->q->corpus->words, &f->q->terms, text, f->open,
		    f->close);
}

static bool
keeps_placeholder(void *arg, const char *name, const char *of)
{
	const struct filling *f = arg;

	(void)of;
	if (strcmp(name, PLACEHOLDER_PART) == 0)
		return f->part;
	if (strcmp(name, PLACEHOLDER_UNPLACED) == 0)
		return f->unplaced;
	return strcmp(name, PLACEHOLDER_WHY) == 0 && f->excerpt != NULL;
}

/* The HTML before and after the placeholder of the mark: the tags of a word
 * that was asked. */
static void
split_mark(struct pool *pool, const struct buf *mark, struct filling *f)
{
	char *s = pool_strndup(pool, mark->data != NULL ? mark->data : "",
		 mark->len),
	     *end;

	f->open = s;
	f->close = "";
	if ((s = strchr(s, FRAGMENT_OPEN)) == NULL)
		return;
	*s++ = '\0';
	if ((end = strchr(s, FRAGMENT_NAMED)) != NULL)
		f->close = end + 1;
}

/* The passage of each hit where the rarest word of the question stands: its key
 * is the aid and the number of the passage (sql/constants).  NULL without. */
static enum rc
read_passages(struct context *ctx, const struct catalogue *c,
    const struct rank_question *q, const struct rank_hit *hit, size_t n,
    const char **text)
{
	struct value *key = pool_take(ctx->pool, (n + 1) * sizeof(*key));
	uint32_t *place = pool_take(ctx->pool, (n + 1) * sizeof(*place));
	uint8_t *at = pool_take(ctx->pool, n + 1);
	struct result res;
	unsigned r = 0;
	size_t k = 0;
	enum rc rc;

	for (size_t i = 0; i < n; i++)
		place[i] = (uint32_t)(hit[i].aid - c->aid);
	score_passages(c, q, place, n, at);
	for (size_t i = 0; i < n; i++)
		if (at[i] > 0)
			key[k++] = (struct value){ .type = VALUE_INT,
				.i = (long long)hit[i].aid->id *
					PASSAGES_OF_AID +
				    at[i] };
	rc = row_cache_query(ctx->rows, ctx->db, ctx->pool, Q_AID_PASSAGES,
	    AID_PASSAGES_IN_PASSAGES, key, k, &res);
	for (size_t i = 0; rc == RC_OK && i < n; i++)
		if (at[i] > 0 && r < res.rows &&
		    aid_passages_row(&res, r)->id.i ==
			(long long)hit[i].aid->id * PASSAGES_OF_AID + at[i])
			text[i] = aid_passages_row(&res, r++)->text.s;
	return rc;
}

/* What was asked goes along to the aids, for them to answer and for the way
 * back: from a list within a base, to the search of that base. */
static const char *
link_query(struct pool *pool, const struct request *req,
    const struct question *q)
{
	const char *asked = aid_fit_query(pool, req);

	if (q->within != NULL && *asked != '\0')
		asked = pool_printf(pool, "?%s&%s", q->within, asked + 1);
	return html_text(pool, asked);
}

/* Appends <cards>: one piece of HTML. */
static void
put_some_cards(const struct result *res, unsigned *r, struct filling *f,
    const struct request *req, const struct rank_hit *hit, size_t n,
    const char *const *text, xmlNodePtr aids)
{
	struct fragment_filler fill = { put_placeholder, keeps_placeholder, f,
		req->day, &f->said };
	struct buf html = { 0 };

	for (size_t i = 0; i < n && *r < res->rows; i++) {
		const struct aid_cards_row *row = aid_cards_row(res, *r);

		if (row->aid_id.i != (long long)hit[i].aid->id)
			continue; /* gone since */
		f->name = row->name.s;
		f->excerpt = text[i];
		f->part = hit[i].part;
		f->unplaced = f->q->rank.unplaced;
		fragment_fill(&html, row->card.s, row->card.n, &fill);
		++*r;
	}
	if (html.len > 0)
		xml_raw_take(xml_add(aids, "cards"), &html);
	buf_free(&html);
}

/* How many of the hits come before those that only say the words weakly; other
 * orders than relevance mix them. */
static size_t
strong_hits(const struct question *q, const struct rank_hit *hit, size_t n)
{
	size_t k = 0;

	while (k < n && (q->rank.order != RANK_RELEVANCE || !hit[k].weak))
		k++;
	return k;
}

/* Appends the cards of the hits, those that are weak apart. */
static enum rc
put_cards(struct context *ctx, const struct request *req,
    const struct aid_parts *parts, struct question *q,
    const struct rank_hit *hit, size_t n, xmlNodePtr aids)
{
	struct filling f = { .q = q, .terms = &parts->terms };
	struct value *id = pool_take(ctx->pool, (n + 1) * sizeof(*id));
	const char **text = pool_take(ctx->pool, (n + 1) * sizeof(*text));
	size_t strong = strong_hits(q, hit, n);
	struct result res;
	unsigned r = 0;
	enum rc rc;

	for (size_t i = 0; i < n; i++)
		id[i] = (struct value){ .type = VALUE_INT,
			.i = hit[i].aid->id };
	if ((rc = row_cache_query(ctx->rows, ctx->db, ctx->pool, Q_AID_CARDS,
		 AID_CARDS_IN_IDS, id, n, &res)) != RC_OK ||
	    (rc = read_passages(ctx, &q->corpus->catalogue, &q->rank, hit, n,
		 text)) != RC_OK)
		return rc;
	split_mark(ctx->pool, &parts->mark, &f);
	f.base = html_text(ctx->pool, ctx->base);
	f.query = link_query(ctx->pool, req, q);
	put_some_cards(&res, &r, &f, req, hit, strong, text, aids);
	if (strong < n) {
		put_some_cards(&res, &r, &f, req, hit + strong, n - strong,
		    text + strong, aids);
		if (aids->last != NULL)
			xml_set(aids->last, "weak", "1");
	}
	buf_free(&f.said);
	return RC_OK;
}

void
aid_list_links(struct pool *pool, const struct request *req,
    struct response *resp, const char *const *formats)
{
	xmlNodePtr links = xml_add(resp->root, "links"), n;

	for (; *formats != NULL; formats++) {
		n = xml_add(links, "link");
		xml_set(n, "format", *formats);
		xml_set(n, "href",
		    url_with(pool, req, NULL, NULL, "format", *formats));
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

/* Explains the ranking: what each concept of the question gives each aid. */
static void
put_scores(struct pool *pool, const struct question *q,
    const struct rank_hit *hit, size_t n, xmlNodePtr aids)
{
	size_t i = 0;

	for (xmlNodePtr aid = aids->children;
	     aid != NULL && i < n && q->rank.concepts > 0;
	     aid = aid->next, i++) {
		xmlNodePtr score = xml_add(aid, "score");

		xml_set(score, "words",
		    pool_printf(pool, "%.4f", (double)hit[i].score));
		xml_set_int(score, "far", hit[i].distance);
		for (int k = 0; k < q->rank.concepts; k++) {
			float part = score_of(&q->corpus->catalogue, &q->rank,
			    k,
			    (uint32_t)(hit[i].aid - q->corpus->catalogue.aid));

			if (part > 0)
				xml_add_text(score, "part",
				    pool_printf(pool, "%.4f %s", (double)part,
					q->rank.concept[k].name));
		}
	}
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
		return put_cards(ctx, req, parts, q, hit, n, *aids);
	return aid_export_put(ctx, req->format, ids, n, *aids);
}

/* The page that is shown: the last one, when readers kept the address of one
 * that is no more.  Machines that count pages stop at the first that is not
 * found: 0. */
static size_t
page_shown(struct pool *pool, const struct request *req, struct response *resp,
    size_t total)
{
	struct param_values v = request_values(req, "page");
	size_t page = v.n > 0 ? (size_t)v.v[0].i : 1, from;

	if (page == 1 || aid_pages_window(req, total, page, &from) > 0)
		return page;
	if (req->format != NULL)
		return 0;
	request_ignore(req, pool, resp->asked, "page", v.v[0].s);
	return aid_pages_last(req, total);
}

/* A table or a calendar has all aids, a page of a feed a hundred, the newest
 * first, and a page for readers its eighteen. */
enum rc
aid_list_put(struct context *ctx, const struct request *req,
    struct response *resp, const struct aid_parts *parts, struct question *q)
{
	struct param_values v = request_values(req, "page");
	size_t page = v.n > 0 ? (size_t)v.v[0].i : 1, from, n;
	struct rank_hit *hit;
	xmlNodePtr aids = NULL;
	enum rc rc = RC_OK;

	if (aid_pages_is_feed(req))
		q->rank.order = RANK_PUBLICATION;
	q->rank.limit = aid_pages_limit(req, page);
	hit = rank(ctx->pool, &q->corpus->catalogue, &q->rank, &q->total,
	    q->facets);
	if ((page = page_shown(ctx->pool, req, resp, q->total)) == 0)
		return RC_NOT_FOUND;
	n = aid_pages_window(req, q->total, page, &from);
	rc = put_hits(ctx, req, resp, parts, q, hit + from, n, &aids);
	if (rc == RC_OK)
		aid_pages_put(ctx->pool, req, aids, q->total, page);
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
