/* rank.c - which aids answer a question, best first. */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "posting.h"
#include "rank.h"

/* An aid is found when it bears words worth this part of all that were asked:
 * "refaire le toit de l'école" finds school roofs, not whatever is redone. */
static const float ENOUGH = 0.5f;

/* What the words give each aid of the catalogue. */
struct scores {
	float		*score, *worth;	/* by place in the catalogue */
	float		*best;		/* of the word under way */
	uint8_t		*stamp;		/* the word that best speaks of */
	unsigned	*at;
	float		 all;		/* worth of all the words */
};

static float
rarity(size_t n, unsigned aids)
{
	return logf(1.0f + ((float)n - (float)aids + 0.5f) /
	    ((float)aids + 0.5f));
}

static void
add_term(struct scores *s, const struct catalogue *c, int word,
    const void *list, size_t n, float worth)
{
	struct posting_reader r;
	struct posting p;
	size_t i = 0;

	posting_open(&r, list, n);
	while (posting_next(&r, &p)) {
		float score = worth * (float)p.impact / 255.0f;

		/* Both go up: step, and leap when the gap is wide. */
		while (i < c->n && c->aid[i].id < p.aid) {
			if (i + 64 < c->n && c->aid[i + 64].id < p.aid)
				i += 64;
			else
				i++;
		}
		if (i == c->n)
			return;
		if (c->aid[i].id != p.aid)
			continue;
		if (s->stamp[i] != word + 1) {
			s->stamp[i] = (uint8_t)(word + 1);
			s->best[i] = 0;
			s->worth[i] += worth;
		}
		if (score > s->best[i]) {
			s->score[i] += score - s->best[i];
			s->best[i] = score;
		}
		if (p.at > 0 && s->at[i] == 0)
			s->at[i] = p.at;
	}
}

static void
add_words(struct scores *s, struct pool *pool, const struct catalogue *c,
    const struct rank_question *q)
{
	s->score = pool_take(pool, c->n * sizeof(*s->score));
	s->worth = pool_take(pool, c->n * sizeof(*s->worth));
	s->best = pool_take(pool, c->n * sizeof(*s->best));
	s->stamp = pool_take(pool, c->n * sizeof(*s->stamp));
	s->at = pool_take(pool, c->n * sizeof(*s->at));
	for (int w = 0; w < q->words; w++) {
		const struct rank_word *word = &q->word[w];
		unsigned aids = 0;
		float worth;

		for (int t = 0; t < word->terms; t++)
			if (word->term[t].aids > aids)
				aids = word->term[t].aids;
		worth = rarity(c->n, aids);
		s->all += worth;
		for (int t = 0; t < word->terms; t++)
			add_term(s, c, w, word->term[t].list, word->term[t].n,
			    worth);
	}
}

static bool
has_id(const uint32_t *id, size_t n, uint32_t want)
{
	size_t lo = 0, hi = n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (id[mid] == want)
			return true;
		if (id[mid] < want)
			lo = mid + 1;
		else
			hi = mid;
	}
	return false;
}

static bool
meets_place(const struct rank_question *q, const struct catalogue_aid *a)
{
	return !q->has_place || (a->perimeter != 0 &&
	    has_id(q->perimeter, q->perimeters, a->perimeter));
}

static bool
meets_dates(const struct rank_question *q, const struct catalogue_aid *a)
{
	return (q->apply_before == 0 || (a->closes != 0 &&
	    a->closes <= q->apply_before)) &&
	    (q->published_after == 0 || (a->fresh != 0 &&
	    a->fresh >= q->published_after));
}

static bool
meets_filters(const struct rank_question *q, const struct catalogue_aid *a)
{
	for (int i = 0; i < q->masks; i++)
		if ((a->facets & q->mask[i]) == 0)
			return false;
	if ((a->facets & q->forbidden) != 0)
		return false;
	if ((q->categories[0] | q->categories[1]) != 0 &&
	    ((a->categories[0] & q->categories[0]) |
	    (a->categories[1] & q->categories[1])) == 0)
		return false;
	for (int i = 0; i < q->sets; i++)
		if (!has_id(q->set[i].id, q->set[i].n, a->id))
			return false;
	return meets_dates(q, a);
}

/* The perimeter asked first, its containers from narrow to wide, then what it
 * contains, which only serves a part of it. */
static uint16_t
nearness(const struct rank_question *q, const struct catalogue_aid *a)
{
	if (!q->has_place)
		return 0;
	for (size_t i = 0; i < q->nasked; i++)
		if (q->asked[i] == a->perimeter)
			return 0;
	return (uint16_t)(a->scale > q->scale ? a->scale : 100 + 25 -
	    a->scale);
}

/* ---- generic and local aids (AT 2.8) ---- */

/* Which of the two a pair loses: the generic one where the search is as narrow
 * as the local aid's own perimeter, else the local one. */
static bool
local_wins(const struct rank_question *q, const struct catalogue_aid *local)
{
	return q->has_place && q->scale <= local->scale;
}

/*
 * Marks what the rule takes off.  An expired local version hides its generic
 * aid on its territory too: the scheme is closed there.
 */
static void
apply_generic_rule(const struct rank_question *q, const struct catalogue *c,
    const uint8_t *in, uint8_t *off)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct catalogue_aid *local = &c->aid[i];
		size_t g;

		if (local->generic == 0 || !local->published)
			continue;
		g = catalogue_find(c, local->generic);
		if (g == c->n || c->aid[g].id != local->generic || !in[g])
			continue;
		if (!catalogue_is_visible(local, q->day)) {
			if (local_wins(q, local) && meets_place(q, local))
				off[g] = 1;
		} else if (in[i]) {
			off[local_wins(q, local) ? g : i] = 1;
		}
	}
}

/* ---- order ---- */

static int
cmp(long a, long b)
{
	return a < b ? -1 : a > b;
}

static int
by_deadline(const struct rank_hit *x, const struct rank_hit *y)
{
	return cmp(x->aid->closes == 0 ? 65536 : x->aid->closes,
	    y->aid->closes == 0 ? 65536 : y->aid->closes);
}

static int
by_relevance(const void *a, const void *b)
{
	const struct rank_hit *x = a, *y = b;
	int c = x->score < y->score ? 1 : -(x->score > y->score);

	if (c == 0)
		c = cmp(x->near, y->near);
	if (c == 0)
		c = by_deadline(x, y);
	if (c == 0)
		c = cmp(y->aid->fresh, x->aid->fresh);
	return c != 0 ? c : cmp(y->aid->id, x->aid->id);
}

static int
by_publication(const void *a, const void *b)
{
	const struct rank_hit *x = a, *y = b;
	int c = cmp(y->aid->fresh, x->aid->fresh);

	return c != 0 ? c : cmp(y->aid->id, x->aid->id);
}

static int
by_closing(const void *a, const void *b)
{
	int c = by_deadline(a, b);

	return c != 0 ? c : by_relevance(a, b);
}

static bool
meets_all(const struct rank_question *q, const struct scores *s,
    const struct catalogue_aid *a, size_t i)
{
	if (!catalogue_is_visible(a, q->day) || !meets_place(q, a) ||
	    !meets_filters(q, a))
		return false;
	return !q->has_words || (q->words > 0 && s->worth[i] > 0 &&
	    s->worth[i] >= ENOUGH * s->all);
}

struct rank_hit *
rank(struct pool *pool, const struct catalogue *c,
    const struct rank_question *q, size_t *n)
{
	static int (*const order[])(const void *, const void *) = {
		[RANK_RELEVANCE] = by_relevance,
		[RANK_PUBLICATION] = by_publication,
		[RANK_DEADLINE] = by_closing,
	};
	uint8_t *in = pool_take(pool, c->n), *off = pool_take(pool, c->n);
	struct scores s = { 0 };
	struct rank_hit *hits;
	size_t k = 0;

	if (q->words > 0)
		add_words(&s, pool, c, q);
	for (size_t i = 0; i < c->n; i++)
		k += in[i] = meets_all(q, &s, &c->aid[i], i);
	apply_generic_rule(q, c, in, off);
	hits = pool_take(pool, (k + 1) * sizeof(*hits));
	k = 0;
	for (size_t i = 0; i < c->n; i++)
		if (in[i] && !off[i])
			hits[k++] = (struct rank_hit){ &c->aid[i],
			    q->words > 0 ? s.score[i] : 0,
			    q->words > 0 ? s.at[i] : 0,
			    nearness(q, &c->aid[i]) };
	if (k > 1)
		qsort(hits, k, sizeof(*hits), order[q->order]);
	*n = k;
	return hits;
}
