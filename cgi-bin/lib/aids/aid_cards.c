/*
 * aid_cards.c - the cards of aids.
 *
 * Their HTML was rendered when the aid was imported: the row cache has it, and
 * only its placeholders are filled, with the title and the passage where the
 * words stand, marked.  The title is passage 0, with the spots of its terms.
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

/* The cards of a page: each hit, then its twins. */
struct cards {
	const struct rank_hit **hit;
	const struct aid_cards_row **row;  /* NULL: gone since */
	struct mark_text *title, *passage; /* no text: none */
	size_t n;
};

/* What the placeholders of one card are filled with. */
struct filling {
	struct question *q;
	const struct cards *cards;
	size_t at, twins;         /* the card, and how many are behind it */
	const char *base, *query; /* as HTML, for the addresses of aids */
	const char *sense;        /* by which it is near; NULL: none */
	char *open, *close;       /* of a mark */
	const struct acronyms *acronyms;
	struct buf said; /* acronyms, once a page */
	const struct fragment_filler *fill;
};

static void put_card(struct filling *, struct buf *, size_t at, size_t twins);

/* The cards that are behind the one being filled. */
static void
put_twins(struct filling *f, struct buf *b)
{
	size_t at = f->at, twins = f->twins;

	for (size_t i = at + 1; i <= at + twins; i++)
		put_card(f, b, i, 0);
	f->at = at;
	f->twins = twins;
}

/* The title or the passage, with the words that were asked marked. */
static void
put_placeholder(void *arg, struct buf *b, const char *name, const char *of)
{
	struct filling *f = arg;
	const struct mark_text *passage = &f->cards->passage[f->at];
	const struct mark_text *text = str_is(name, PLACEHOLDER_TITLE)
	    ? &f->cards->title[f->at]
	    : passage;

	(void)of;
	if (str_is(name, PLACEHOLDER_QUERY))
		buf_puts(b, f->query);
	else if (str_is(name, PLACEHOLDER_BASE))
		buf_puts(b, f->base);
	else if (str_is(name, PLACEHOLDER_SENSE))
		html_write_text(b, f->sense);
	else if (str_is(name, PLACEHOLDER_TERMS))
		acronyms_put(b, f->acronyms, passage->s, &f->said);
	else if (str_is(name, PLACEHOLDER_COUNT))
		buf_put_int(b, (long)f->twins);
	else if (str_is(name, PLACEHOLDER_BEHIND))
		put_twins(f, b);
	else if (text->s != NULL)
		mark_put(b, f->q->corpus->words, &f->q->terms, text, f->open,
		    f->close);
}

static bool
keeps_placeholder(void *arg, const char *name, const char *of)
{
	const struct filling *f = arg;

	(void)of;
	if (str_is(name, PLACEHOLDER_PART))
		return f->cards->hit[f->at]->part;
	if (str_is(name, PLACEHOLDER_UNPLACED))
		return f->q->rank.unplaced;
	if (str_is(name, PLACEHOLDER_NEAR))
		return f->sense != NULL;
	if (str_is(name, PLACEHOLDER_TWINS))
		return f->twins > 0;
	if (str_is(name, PLACEHOLDER_SEVERAL))
		return f->twins > 1;
	return str_is(name, PLACEHOLDER_WHY) &&
	    f->cards->passage[f->at].s != NULL;
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

static struct value
passage_key(const struct rank_hit *hit, uint8_t at)
{
	return (struct value){ .type = VALUE_INT,
		.i = (long long)hit->aid->id * PASSAGES_OF_AID + at };
}

/* Takes the row of a key when it is the next one: rows come in their order. */
static void
take_passage(const struct result *res, unsigned *r, const struct value *key,
    struct mark_text *to)
{
	const struct aid_passages_row *row;

	if (*r == res->rows || aid_passages_row(res, *r)->id.i != key->i)
		return;
	row = aid_passages_row(res, (*r)++);
	*to = (struct mark_text){ row->text.s, row->text.n,
		(const struct term_spot *)(const void *)row->spots.s,
		row->spots.n / sizeof(struct term_spot) };
}

/* The title of each card, and the passage where the rarest word of the question
 * stands: their key is the aid and the number of the passage. */
static enum rc
read_passages(struct context *ctx, const struct question *q,
    const struct cards *c)
{
	const struct catalogue *all = &q->corpus->catalogue;
	struct value *key = pool_take(ctx->pool, (2 * c->n + 1) * sizeof(*key));
	uint32_t *place = pool_take(ctx->pool, (c->n + 1) * sizeof(*place));
	uint8_t *at = pool_take(ctx->pool, c->n + 1);
	struct result res;
	unsigned r = 0;
	size_t k = 0;
	enum rc rc;

	for (size_t i = 0; i < c->n; i++)
		place[i] = (uint32_t)(c->hit[i]->aid - all->aid);
	score_passages(&all->docs, &q->rank, place, c->n, at);
	for (size_t i = 0; i < c->n; i++) {
		key[k++] = passage_key(c->hit[i], 0);
		if (at[i] > 0)
			key[k++] = passage_key(c->hit[i], at[i]);
	}
	rc = row_cache_query(ctx->rows, ctx->db, ctx->pool, Q_AID_PASSAGES,
	    AID_PASSAGES_IN_PASSAGES, key, k, &res);
	k = 0;
	for (size_t i = 0; rc == RC_OK && i < c->n; i++) {
		take_passage(&res, &r, &key[k++], &c->title[i]);
		if (at[i] > 0)
			take_passage(&res, &r, &key[k++], &c->passage[i]);
	}
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

/* The word asked by whose sense it was found, or the kind of aids that was
 * aimed at; NULL: it was found by words. */
static const char *
sense_of(const struct question *q, const struct rank_hit *hit)
{
	const struct catalogue *c = &q->corpus->catalogue;
	uint8_t near;

	if (hit->near && !hit->weak)
		return q->aim->name[0]; /* found by a kind that was learned */
	return hit->near
	    ? sense_nearest(q->sense, &c->direction[hit->aid - c->aid], &near)
	    : NULL;
}

static void
put_card(struct filling *f, struct buf *b, size_t at, size_t twins)
{
	const struct aid_cards_row *row = f->cards->row[at];

	f->at = at;
	f->twins = twins;
	f->sense = sense_of(f->q, f->cards->hit[at]);
	if (row != NULL)
		fragment_fill(b, row->card.s, row->card.n, f->fill);
}

/* Appends <cards>: one piece of HTML, of the cards from one on to another. */
static void
put_some_cards(struct filling *f, size_t from, size_t to, xmlNodePtr aids)
{
	const struct cards *c = f->cards;
	struct buf html = { 0 };

	for (size_t i = from; i < to; i += 1 + c->hit[i]->twins)
		put_card(f, &html, i, c->hit[i]->twins);
	if (html.len > 0)
		xml_raw_take(xml_add(aids, "cards"), &html);
	buf_free(&html);
}

/* How many of the cards come before those that only say the words weakly; other
 * orders than relevance mix them. */
static size_t
strong_cards(const struct question *q, const struct cards *c)
{
	size_t k = 0;

	while (
	    k < c->n && (q->rank.order != RANK_RELEVANCE || !c->hit[k]->weak))
		k += 1 + c->hit[k]->twins;
	return k;
}

static struct cards
list_cards(struct pool *pool, const struct rank_hit *hit, size_t n)
{
	struct cards c = { .n = n };
	size_t k = 0;

	for (size_t i = 0; i < n; i++)
		c.n += hit[i].twins;
	c.hit = pool_take(pool, (c.n + 1) * sizeof(*c.hit));
	c.row = pool_take(pool, (c.n + 1) * sizeof(*c.row));
	c.title = pool_take(pool, (c.n + 1) * sizeof(*c.title));
	c.passage = pool_take(pool, (c.n + 1) * sizeof(*c.passage));
	for (size_t i = 0; i < n; i++) {
		c.hit[k++] = &hit[i];
		for (size_t t = 0; t < hit[i].twins; t++)
			c.hit[k++] = &hit[i].twin[t];
	}
	return c;
}

/* Rows come in the order of the cards. */
static enum rc
read_cards(struct context *ctx, const struct cards *c)
{
	struct value *id = pool_take(ctx->pool, (c->n + 1) * sizeof(*id));
	struct result res;
	unsigned r = 0;
	enum rc rc;

	for (size_t i = 0; i < c->n; i++)
		id[i] = (struct value){ .type = VALUE_INT,
			.i = c->hit[i]->aid->id };
	rc = row_cache_query(ctx->rows, ctx->db, ctx->pool, Q_AID_CARDS,
	    AID_CARDS_IN_IDS, id, c->n, &res);
	for (size_t i = 0; rc == RC_OK && i < c->n && r < res.rows; i++)
		if (aid_cards_row(&res, r)->aid_id.i == id[i].i) {
			c->row[i] = aid_cards_row(&res, r++);
			/* Until its spots are read. */
			c->title[i] = (struct mark_text){
				.s = c->row[i]->name.s,
				.n = c->row[i]->name.n
			};
		}
	return rc;
}

enum rc
aid_cards_put(struct context *ctx, const struct request *req,
    const struct aid_parts *parts, struct question *q,
    const struct rank_hit *hit, size_t n, xmlNodePtr aids)
{
	struct cards cards = list_cards(ctx->pool, hit, n);
	struct filling f = { .q = q,
		.cards = &cards,
		.acronyms = &parts->acronyms };
	struct fragment_filler fill = { put_placeholder, keeps_placeholder, &f,
		req->day, &f.said };
	size_t strong = strong_cards(q, &cards);
	enum rc rc;

	if ((rc = read_cards(ctx, &cards)) != RC_OK ||
	    (rc = read_passages(ctx, q, &cards)) != RC_OK)
		return rc;
	split_mark(ctx->pool, &parts->mark, &f);
	f.fill = &fill;
	f.base = html_text(ctx->pool, ctx->base);
	f.query = link_query(ctx->pool, req, q);
	put_some_cards(&f, 0, strong, aids);
	if (strong < cards.n) {
		put_some_cards(&f, strong, cards.n, aids);
		if (aids->last != NULL)
			xml_set(aids->last, "weak", "1");
	}
	buf_free(&f.said);
	return RC_OK;
}
