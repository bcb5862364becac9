/*
 * score.c - the relevance of documents to the concepts of a question.
 *
 * The formula is BM25F with quantised impacts.  For a term t and a document d
 * of N, with f(t,d) the sum over fields of the weight of the field times the
 * occurrences of t in it:
 *
 *	norm(d)     = 1 - b + b * length(d) / average length
 *	tf(t,d)     = f(t,d) / norm(d)
 *	impact(t,d) = tf / (tf + k1)      1 to 255, quantised by indexer.c
 *	idf(n)      = ln(1 + (N - n + 0.5) / (n + 0.5))      n have t
 *
 * k1, b, the average length and the weights of fields are in indexer.c: impacts
 * are stored in posting lists, and a question only adds them up.  A concept q
 * is a word or a phrase with its synonyms v, each of weight w(v), at most 1.
 * It is as common as its commonest variant.  Of its variants the best counts,
 * and each other adds half of what is left (evidence.h):
 *
 *	worth(q)    = idf(max n(v)) ^ DAMP
 *	              * FAMILY, when it has synonyms
 *	              * HELP, for an intention beside an object
 *	              * COMMON, for a word that says little
 *	gives(q,d)  = g of the variants, by g + g' = max + (1 - max) * min / 2,
 *	              each w(v) * impact(v,d)
 *	sum(d)      = sum over q of worth(q) * gives(q,d)
 *	decided(d)  = sum over objects q of worth(q) * max over v in d of w(v)
 *
 * A document matches when decided(d) is at least ENOUGH times the largest of
 * all documents: a minimum should match that is relative to the best, not to
 * the question.  A concept that is required must be there, one that is left out
 * must not.  Documents are ranked by sum(d) * decided(d) * prior(d): decided is
 * a coordination factor; prior, when no audience is asked, is how likely d is
 * to be for most readers (catalogue_columns.c).  Sums are 16-bit fixed-point
 * shares of the largest possible (WHOLE); ties are broken by rank.c, so that
 * the order is total and stable.
 */

#include <assert.h>
#include <math.h>
#include <string.h>

#include "engine/evidence.h"
#include "engine/score.h"
#include "engine/score_block.h"

/* The parameters, but for those of indexer.c.  "make relevance" measures what a
 * change of them is worth. */

/* A document is found when its words are worth this part of those of the best
 * one: "refaire le toit de l'école" finds school roofs, not whatever is
 * redone, and a long title finds what speaks of some of it. */
static const float ENOUGH = 0.3f;
/* An intention ("rénover") helps by this part of what an object gives. */
static const float HELP = 0.5f;
/* A word of place or filler ("commune", "vouloir") counts half. */
static const float COMMON = 0.5f;
/* A word with synonyms is a subject of aids: it says more than another. */
static const float FAMILY = 1.7f;
/* Rarity says less and less: a word that only one aid has may be chance. */
static const float DAMP = 0.7f;

/* Sums are fixed-point shares, of so many parts, of the largest possible. */
enum { WHOLE = 65535 };

/* A concept under way: its worth, and its postings. */
struct score_part {
	const struct rank_concept *concept;
	float worth;
	struct cursor *cursor;
	int cursors;
	uint16_t gives, decides; /* its share of WHOLE */
	uint8_t strong;          /* the least level that is not weak */
};

/* ---- what a concept is worth ---- */

/* The idf.  Lists may be newer than the documents, and longer: n <= N all the
 * same. */
static float
idf(size_t n, unsigned aids)
{
	if (aids > n)
		aids = (unsigned)n;
	return logf(
	    1.0f + ((float)n - (float)aids + 0.5f) / ((float)aids + 0.5f));
}

/* Document frequency of the commonest variant. */
static unsigned
common(const struct rank_concept *k)
{
	unsigned most = 0;

	for (int w = 0; w < k->variants; w++)
		if (k->variant[w].list->common > most)
			most = k->variant[w].list->common;
	return most;
}

/* The concepts of the question with their worth. */
static void
weigh(const struct docs *d, const struct rank_question *q,
    struct score_part *part)
{
	bool decides = false;

	assert(q->concepts <= RANK_CONCEPTS);
	for (int i = 0; i < q->concepts; i++)
		decides |= q->concept[i].decides;
	for (int i = 0; i < q->concepts; i++) {
		const struct rank_concept *k = &q->concept[i];
		float worth = powf(idf(d->n, common(k)), DAMP) *
		    (k->has_synonyms ? FAMILY : 1) * (k->common ? COMMON : 1);

		part[i] = (struct score_part){ .concept = k,
			.strong = k->strong > 0 ? (uint8_t)(255 * k->strong)
						: 1,
			.worth = k->decides || !decides ? worth
							: HELP * worth };
	}
}

/* Turns worths into shares of WHOLE; *all is what a document with every concept
 * decides.  Returns what one part of a sum is worth. */
static float
share_out(struct score_part *part, int n, uint16_t *all)
{
	float sum = 0, deciding = 0;

	for (int i = 0; i < n; i++) {
		sum += part[i].worth;
		if (part[i].concept->decides)
			deciding += part[i].worth;
	}
	*all = 0;
	for (int i = 0; i < n; i++) {
		struct score_part *p = &part[i];

		/* Never 0, even for a word that every document has. */
		p->gives = (uint16_t)(1 + (WHOLE - n) * p->worth / sum);
		if (p->concept->decides)
			p->decides = (uint16_t)(1 +
			    (WHOLE - n) * p->worth / deciding);
		if (!p->concept->left_out)
			*all += p->decides;
	}
	return sum / WHOLE;
}

/* ---- postings ---- */

static void
open_cursors(struct pool *pool, struct score_part *p)
{
	const struct rank_concept *k = p->concept;

	p->cursor = pool_take(pool,
	    (size_t)(k->variants + 1) * sizeof(*p->cursor));
	for (int w = 0; w < k->variants; w++) {
		const struct rank_variant *v = &k->variant[w];

		if (v->list->aids > 0)
			p->cursor[p->cursors++] = (struct cursor){ *v->list, 0,
				(uint16_t)(256 * v->weight),
				(uint8_t)(255 * v->weight) };
	}
}

/* Whether a document may have what decides by weak variants alone. */
static bool
may_be_weak(const struct score_part *part, int n)
{
	for (int i = 0; i < n; i++)
		if (part[i].concept->decides && part[i].concept->strong > 0)
			return true;
	return false;
}

/* Scores the block of sum and decided, from document first on; set: which of
 * its documents are not excluded; strong: see struct scores. */
static void
score_block(struct score_part *part, int n, size_t first, uint16_t *sum,
    uint16_t *decided, uint64_t *set, uint64_t *strong)
{
	struct block b;

	memset(sum, 0, TERM_BLOCK * sizeof(*sum));
	memset(decided, 0, TERM_BLOCK * sizeof(*decided));
	for (int i = 0; i < n; i++) {
		const struct rank_concept *k = part[i].concept;
		bool any = score_block_read(&b, part[i].cursor, part[i].cursors,
		    first);

		if (any)
			score_block_add(sum, b.gives, part[i].gives);
		if (any && k->decides)
			score_block_add(decided, b.bears, part[i].decides);
		if (any && k->decides && strong != NULL)
			score_block_collect(strong, &b, part[i].strong);
		if (k->required || k->left_out)
			score_block_restrict(set, &b, any, k->left_out);
	}
}

/* ---- the whole ---- */

static bool
asks_audience(const struct rank_question *q)
{
	for (int i = 0; i < q->masks; i++)
		if (q->group[i] == RANK_AUDIENCE && q->mask[i] != ~0ull)
			return true;
	return false;
}

struct scores
score_words(struct pool *pool, const struct docs *d,
    const struct rank_question *q)
{
	struct score_part part[RANK_CONCEPTS];
	size_t end = (d->n + TERM_BLOCK - 1) / TERM_BLOCK * TERM_BLOCK;
	uint16_t *sum = pool_room(pool, end * sizeof(*sum));
	uint16_t *decided = pool_room(pool, end * sizeof(*decided));
	uint64_t *enough = pool_take(pool, (end + TERM_BLOCK) / 8);
	struct scores s = { .enough = enough, .sum = sum, .decided = decided };
	uint16_t best = 0;

	s.prior = asks_audience(q) ? NULL : d->prior;
	weigh(d, q, part);
	if (may_be_weak(part, q->concepts))
		s.strong = pool_take(pool, (end + TERM_BLOCK) / 8);
	s.unit = share_out(part, q->concepts, &s.all);
	for (int i = 0; i < q->concepts; i++)
		open_cursors(pool, &part[i]);
	memset(enough, 0xff, end / 8);
	for (size_t first = 0; first < end; first += TERM_BLOCK) {
		uint16_t n;

		score_block(part, q->concepts, first, sum + first,
		    decided + first, enough + first / 64,
		    s.strong != NULL ? s.strong + first / 64 : NULL);
		n = score_block_most(decided + first);
		best = n > best ? n : best;
	}
	for (size_t first = 0; first < end; first += TERM_BLOCK)
		score_block_restrict_to(enough + first / 64, sum + first,
		    decided + first, (uint16_t)ceilf(ENOUGH * best));
	return s;
}

float
score_value(const struct scores *s, size_t doc)
{
	float strength = (float)score_strength(s, doc);

	return s->unit * (s->near != NULL ? 8 : 1) * strength /
	    (s->all > 0 ? s->all : UINT16_MAX);
}

/* ---- one aid ---- */

/* The impact of a variant in a document, and the passage *at where it stands;
 * both 0 when it is not there. */
static uint8_t
impact_at(const struct rank_variant *w, uint32_t doc, uint8_t *at)
{
	size_t from = 0;
	long i = term_list_find(w->list, &from, doc);

	*at = i < 0 ? 0 : w->list->at[i];
	return i < 0 ? 0 : w->list->impact[i];
}

float
score_of(const struct docs *d, const struct rank_question *q, int concept,
    uint32_t doc)
{
	const struct rank_concept *k = &q->concept[concept];
	struct score_part part[RANK_CONCEPTS];
	uint8_t all = 0, at;

	weigh(d, q, part);
	for (int w = 0; w < k->variants; w++)
		all = evidence_add(all,
		    (uint8_t)lroundf(k->variant[w].weight *
			impact_at(&k->variant[w], doc, &at)));
	return all / 255.f * part[concept].worth;
}

/* By decreasing worth: an insertion sort, for they are few. */
static void
sort_parts(struct score_part *part, int n)
{
	for (int i = 1; i < n; i++) {
		struct score_part p = part[i];
		int k = i;

		for (; k > 0 && part[k - 1].worth < p.worth; k--)
			part[k] = part[k - 1];
		part[k] = p;
	}
}

static uint8_t
passage_of(const struct score_part *part, int n, uint32_t doc)
{
	uint8_t at;

	for (int i = 0; i < n; i++) {
		const struct rank_concept *k = part[i].concept;

		for (int w = 0; w < k->variants; w++)
			if (impact_at(&k->variant[w], doc, &at) > 0 && at > 0)
				return at;
	}
	return 0;
}

void
score_passages(const struct docs *d, const struct rank_question *q,
    const uint32_t *doc, size_t n, uint8_t *at)
{
	struct score_part part[RANK_CONCEPTS];

	weigh(d, q, part);
	sort_parts(part, q->concepts);
	for (size_t i = 0; i < n; i++)
		at[i] = passage_of(part, q->concepts, doc[i]);
}
