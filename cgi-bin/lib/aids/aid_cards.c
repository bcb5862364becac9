/*
 * aid_cards.c - the cards of aids.
 *
 * Their HTML was rendered when the aid was imported: the row cache has it, and
 * only its placeholders are filled, with the title and the passage where the
 * words stand, marked.
 */

#include <stdbool.h>
#include <string.h>

#include "aids/acronyms.h"
#include "aids/aid_cards.h"
#include "aids/aid_fit.h"
#include "base/str.h"
#include "engine/score.h"
#include "gen/constants.h"
#include "gen/queries/aids.h"
#include "xml/fragment.h"
#include "xml/html.h"
#include "xml/xml.h"

/* What the placeholders of one card are filled with. */
struct filling {
	struct question *q;
	const char *name, *excerpt; /* excerpt NULL: none */
	const char *base, *query;   /* as HTML, for the addresses of aids */
	bool part, unplaced;        /* what is said of its perimeter */
	char *open, *close;         /* of a mark */
	const struct acronyms *acronyms;
	struct buf said; /* acronyms, once a page */
};

/* The title or the passage, with the words that were asked marked. */
static void
put_placeholder(void *arg, struct buf *b, const char *name, const char *of)
{
	struct filling *f = arg;
	const char *text = str_is(name, PLACEHOLDER_TITLE) ? f->name
							   : f->excerpt;

	(void)of;
	if (str_is(name, PLACEHOLDER_QUERY))
		buf_puts(b, f->query);
	else if (str_is(name, PLACEHOLDER_BASE))
		buf_puts(b, f->base);
	else if (str_is(name, PLACEHOLDER_TERMS))
		acronyms_put(b, f->acronyms, f->excerpt, &f->said);
	else if (text != NULL)
		mark_put(b, f->q->corpus->words, &f->q->terms, text, f->open,
		    f->close);
}

static bool
keeps_placeholder(void *arg, const char *name, const char *of)
{
	const struct filling *f = arg;

	(void)of;
	if (str_is(name, PLACEHOLDER_PART))
		return f->part;
	if (str_is(name, PLACEHOLDER_UNPLACED))
		return f->unplaced;
	return str_is(name, PLACEHOLDER_WHY) && f->excerpt != NULL;
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

enum rc
aid_cards_put(struct context *ctx, const struct request *req,
    const struct aid_parts *parts, struct question *q,
    const struct rank_hit *hit, size_t n, xmlNodePtr aids)
{
	struct filling f = { .q = q, .acronyms = &parts->acronyms };
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
