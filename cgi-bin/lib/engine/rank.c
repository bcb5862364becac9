/*
 * rank.c - which aids match a question, best first.
 *
 * Boolean filtering by bit sets, then top-k selection.  Each criterion makes
 * the set of documents that meet it (OR over its values); the sets of all
 * criteria are ANDed.  Those of a group that is counted as a facet are kept
 * apart, for a facet is counted over what meets all other groups (facet.c).
 * Words give each document a score and restrict the set too (score.c).  Of a
 * generic aid and its local version one is dropped (AT 2.8).  What is left goes
 * through a heap of the k best sort keys; most documents are rejected by the
 * first half of their key, before their distance is computed.  The work is
 * proportional to the catalogue, 64 documents a step, and to what was found.
 */

#include <assert.h>
#include <string.h>

#include "engine/facet.h"
#include "engine/near.h"
#include "engine/rank.h"
#include "engine/ranking.h"
#include "engine/twin_fold.h"

/* ---- generic and local aids (AT 2.8) ---- */

/* Which of the two a pair loses: the generic one where the search is as narrow
 * as the local aid's own perimeter, else the local one. */
static bool
local_wins(const struct rank_question *q, const struct catalogue_aid *local)
{
	return q->has_place && !q->unplaced && q->scale <= local->scale;
}

/* An expired local version hides its generic aid on its territory too: the
 * scheme is closed there. */
static void
hide_closed(struct ranking *x)
{
	const struct catalogue *c = x->c;

	for (size_t k = 0; k < c->locals; k++) {
		const struct catalogue_local *pair = &c->local[k];
		const struct catalogue_aid *local = &c->aid[pair->doc];

		if (local->published && local_wins(x->q, local) &&
		    !catalogue_is_visible(local, x->q->day) &&
		    bits_has(x->in.there, pair->doc))
			bits_drop(x->in.base, pair->generic);
	}
}

/* How many pairs, from the k-th on, have the same generic aid. */
static size_t
pairs_of(const struct catalogue *c, size_t k)
{
	size_t n = 1;

	while (
	    k + n < c->locals && c->local[k + n].generic == c->local[k].generic)
		n++;
	return n;
}

/* Of a pair in the results one is dropped. */
static void
drop_losers(struct ranking *x)
{
	const struct catalogue *c = x->c;
	const uint64_t *found = ranking_copy(x, x->found);

	for (size_t k = 0; k < c->locals; k++) {
		const struct catalogue_local *p = &c->local[k];

		if (bits_has(found, p->generic) && bits_has(found, p->doc))
			bits_drop(x->found,
			    local_wins(x->q, &c->aid[p->doc]) ? p->generic
							      : p->doc);
	}
}

/* How many aids of no perimeter the other criteria leave. */
static unsigned
count_unplaced(const struct ranking *x)
{
	uint64_t *set;

	if (x->in.unplaced == NULL)
		return 0;
	set = ranking_copy(x, x->in.unplaced);
	if (x->q->has_words)
		bits_and(set, x->scores.enough, x->c->words);
	for (int g = RANK_NONE + 1; g < RANK__MAX; g++)
		if (x->in.group[g] != NULL)
			bits_and(set, x->in.group[g], x->c->words);
	return (unsigned)bits_count(set, x->c->words);
}

static void
count_group(struct ranking *x, enum rank_group group, const uint64_t *set,
    struct rank_facets *f, bool *wins)
{
	const struct catalogue *c = x->c;

	facet_count(f, c, group, set);
	for (size_t k = 0, n; k < c->locals && !x->q->keep_duplicates; k += n) {
		n = pairs_of(c, k);
		facet_take_off(f, c, group, set, &c->local[k], n, wins + k);
	}
}

/* Counts each group over what meets all the others. */
static void
count_facets(struct ranking *x, struct rank_facets *f)
{
	const struct catalogue *c = x->c;
	bool *wins = pool_take(x->pool, c->locals + 1);
	uint64_t *set = criteria_new_set(&x->in);

	for (size_t k = 0; k < c->locals; k++)
		wins[k] = local_wins(x->q, &c->aid[c->local[k].doc]);
	for (int g = RANK_NONE + 1; g < RANK__MAX; g++) {
		if (x->in.group[g] == NULL) {
			count_group(x, g, x->found, f, wins);
			continue;
		}
		memcpy(set, x->in.base, c->words * sizeof(*set));
		for (int other = RANK_NONE + 1; other < RANK__MAX; other++)
			if (other != g && x->in.group[other] != NULL)
				bits_and(set, x->in.group[other], c->words);
		count_group(x, g, set, f, wins);
	}
}

/* ---- order ---- */

/* Whether a document comes after the last of those picked, however near it is:
 * most are rejected by this alone.  In a plain question all have the same
 * strength, 0. */
static inline bool
is_late(const struct ranking *x, const struct top_key *last, size_t doc,
    bool plain)
{
	uint64_t strength = plain ? 0 : ranking_strength(x, doc);

	return strength > last->major ||
	    (strength == last->major && ranking_minor(x, doc) > last->minor);
}

/* The first n of what was found, in order.  From the last document on: new aids
 * have the highest ids and mostly come first, so that what is older is soon
 * rejected. */
static struct top_key *
pick_best(const struct ranking *x, size_t n)
{
	struct top best = { .key = pool_take(x->pool,
				(n + 1) * sizeof(*best.key)),
		.wanted = n };
	bool plain = x->q->order == RANK_RELEVANCE && !x->q->has_words;

	for (size_t w = x->c->words; n > 0 && w-- > 0;) {
		for (uint64_t b = x->found[w], bit; b != 0; b ^= bit) {
			size_t at = 63 - (size_t)__builtin_clzll(b);
			size_t doc = 64 * w + at;

			bit = 1ull << at;
			if (best.n == n && is_late(x, best.key, doc, plain))
				continue;
			top_add(&best, ranking_key(x, doc));
		}
	}
	assert(best.n == n); /* the caller counted what was found */
	top_sort(&best);
	return best.key;
}

/* ---- the whole ---- */

static void
rank_find(struct ranking *x)
{
	x->in = criteria_read(x->pool, x->c, x->q);
	if (x->q->has_words) {
		x->scores = score_words(x->pool, &x->c->docs, x->q);
		near_add(x->pool, x->c, x->q, &x->scores);
		criteria_restrict(&x->in, RANK_NONE, x->scores.enough);
	}
	if (!x->q->keep_duplicates)
		hide_closed(x);
	x->found = ranking_copy(x, x->in.base);
	for (int g = RANK_NONE + 1; g < RANK__MAX; g++)
		if (x->in.group[g] != NULL)
			bits_and(x->found, x->in.group[g], x->c->words);
}

static struct rank_hit
hit_of(const struct ranking *x, size_t doc)
{
	const struct rank_question *q = x->q;

	return (struct rank_hit){ .aid = &x->c->aid[doc],
		.score = q->has_words ? score_value(&x->scores, doc) : 0,
		.prior = score_prior(&x->scores, doc),
		.distance = ranking_distance(x, doc),
		.part = q->has_place && !q->unplaced &&
		    !bits_has(x->in.whole, doc),
		.weak = ranking_is_weak(x, doc),
		.near = x->scores.added != NULL &&
		    bits_has(x->scores.added, doc) };
}

static void
put_twins(const struct ranking *x, size_t doc, struct rank_hit *hit)
{
	size_t n;
	const uint32_t *behind = twin_fold_behind(x, doc, &n);
	struct rank_hit *twin;

	if (n == 0)
		return;
	hit->twin = twin = pool_take(x->pool, n * sizeof(*twin));
	while (hit->twins < n) {
		twin[hit->twins] = hit_of(x, behind[hit->twins]);
		hit->twins++;
	}
}

struct rank_hit *
rank(struct pool *pool, const struct catalogue *c,
    const struct rank_question *q, size_t *n, struct rank_facets *facets)
{
	struct ranking x = { .pool = pool, .c = c, .q = q };
	struct rank_hit *hits;
	struct top_key *best;
	size_t wanted, all;

	rank_find(&x);
	if (facets != NULL) {
		facets->unplaced = count_unplaced(&x);
		count_facets(&x, facets);
	}
	if (!q->keep_duplicates)
		drop_losers(&x);
	*n = all = bits_count(x.found, c->words);
	if (q->fold_twins && facets != NULL)
		all -= facets->folded = twin_fold(&x);
	wanted = q->count_only               ? 0
	    : q->limit > 0 && q->limit < all ? q->limit
					     : all;
	best = pick_best(&x, wanted);
	hits = pool_take(pool, (wanted + 1) * sizeof(*hits));
	for (size_t i = 0; i < wanted; i++) {
		hits[i] = hit_of(&x, best[i].doc);
		put_twins(&x, best[i].doc, &hits[i]);
	}
	return hits;
}
