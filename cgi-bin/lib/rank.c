/* rank.c - which aids answer a question, best first. */

#include <stdlib.h>
#include <string.h>

#include "facet.h"
#include "rank.h"
#include "score.h"

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

/*
 * Which groups of criteria an aid fails, as bits of 1 << group: 0 for none.  An
 * aid that fails one alone counts in that group's facets.
 */
static uint32_t
failed_groups(const struct rank_question *q, const struct catalogue_aid *a)
{
	uint32_t failed = 0;

	for (int i = 0; i < q->masks; i++)
		if ((a->facets & q->mask[i]) == 0)
			failed |= 1u << q->group[i];
	if ((a->facets & q->forbidden) != 0)
		failed |= 1u << RANK_CHARGED;
	if ((q->categories[0] | q->categories[1]) != 0 &&
	    ((a->categories[0] & q->categories[0]) |
	    (a->categories[1] & q->categories[1])) == 0)
		failed |= 1u << RANK_CATEGORY;
	for (int i = 0; i < q->sets; i++)
		if (!has_id(q->set[i].id, q->set[i].n, a->id))
			failed |= 1u << q->set[i].group;
	return failed;
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

/* ---- candidates ---- */

/* An aid that fails no criterion, or just one group of them. */
struct candidate {
	uint32_t	 place;		/* in the catalogue */
	uint32_t	 failed;
	float		 score;
	uint16_t	 at;
	/* By the rule of generic and local aids: off the page, but maybe not
	 * of a facet's value; hidden from both. */
	bool		 off, hidden;
	struct facet_bits lost;
};

struct candidates {
	const struct catalogue *c;
	const struct rank_question *q;
	struct candidate *at;		/* by place */
	size_t		 n;
};

static void
try(struct candidates *x, uint32_t place, float score, uint16_t at)
{
	const struct catalogue_aid *a = &x->c->aid[place];
	uint32_t failed;

	if (!catalogue_is_visible(a, x->q->day) || !meets_place(x->q, a) ||
	    !meets_dates(x->q, a))
		return;
	failed = failed_groups(x->q, a);
	if ((failed & (failed - 1)) == 0 && (failed & 1u << RANK_NONE) == 0)
		x->at[x->n++] = (struct candidate){ .place = place,
		    .failed = failed, .score = score, .at = at };
}

static void
find_candidates(struct candidates *x, struct pool *pool)
{
	struct scores s;

	if (!x->q->has_words) {
		x->at = pool_take(pool, (x->c->n + 1) * sizeof(*x->at));
		for (size_t i = 0; i < x->c->n; i++)
			try(x, (uint32_t)i, 0, 0);
		return;
	}
	s = score_words(pool, x->c, x->q);
	x->at = pool_take(pool, (s.n + 1) * sizeof(*x->at));
	for (size_t i = 0; i < s.n; i++)
		if (score_is_enough(&s, &s.score[i]))
			try(x, s.score[i].place, s.score[i].sum,
			    s.score[i].at);
}

/* ---- generic and local aids (AT 2.8) ---- */

/* Which of the two a pair loses: the generic one where the search is as narrow
 * as the local aid's own perimeter, else the local one. */
static bool
local_wins(const struct rank_question *q, const struct catalogue_aid *local)
{
	return q->has_place && q->scale <= local->scale;
}

static struct candidate *
find_candidate(const struct candidates *x, size_t place)
{
	size_t lo = 0, hi = x->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (x->at[mid].place < place)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < x->n && x->at[lo].place == place ? &x->at[lo] : NULL;
}

/* Of a pair in the results, one is shown. */
static void
apply_to_pair(struct candidates *x, struct candidate *generic,
    struct candidate *local, struct rank_facets *facets)
{
	bool wins = local_wins(x->q, &x->c->aid[local->place]);
	struct candidate *loser = wins ? generic : local;
	const uint32_t places[2] = { generic->place, local->place };
	const uint32_t failed[2] = { generic->failed, local->failed };

	if (facets != NULL)
		facet_pair(facets, x->c, places, failed, &loser->lost);
	if (generic->failed == 0 && local->failed == 0)
		loser->off = true;
}

/*
 * Takes off what the rule says.  An expired local version hides its generic aid
 * on its territory too: the scheme is closed there.
 */
static void
apply_generic_rule(struct candidates *x, struct rank_facets *facets)
{
	for (size_t k = 0; k < x->c->locals; k++) {
		const struct catalogue_local *pair = &x->c->local[k];
		const struct catalogue_aid *local = &x->c->aid[pair->place];
		struct candidate *g = find_candidate(x, pair->generic);

		if (g != NULL && local->published &&
		    !catalogue_is_visible(local, x->q->day) &&
		    local_wins(x->q, local) && meets_place(x->q, local))
			g->hidden = g->off = true;
	}
	for (size_t k = 0; k < x->c->locals; k++) {
		const struct catalogue_local *pair = &x->c->local[k];
		struct candidate *g = find_candidate(x, pair->generic);
		struct candidate *l = find_candidate(x, pair->place);

		/* A local aid does not give way to what is hidden. */
		if (g != NULL && l != NULL && !g->hidden)
			apply_to_pair(x, g, l, facets);
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

/* ---- the best ---- */

typedef int compare(const void *, const void *);

/* Lets the hit at the root of a heap, of which no child may be worse, go down
 * to its place. */
static void
sift(struct rank_hit *heap, size_t n, compare *order)
{
	size_t i = 0, k;

	while ((k = 2 * i + 1) < n) {
		struct rank_hit t;

		if (k + 1 < n && order(&heap[k + 1], &heap[k]) > 0)
			k++;
		if (order(&heap[k], &heap[i]) <= 0)
			return;
		t = heap[i];
		heap[i] = heap[k];
		heap[k] = t;
		i = k;
	}
}

/* Keeps the best: sorted lists are heaps, the worst is their root. */
static void
keep_best(struct rank_hit *hits, size_t *kept, size_t limit,
    const struct rank_hit *hit, compare *order)
{
	if (*kept < limit) {
		hits[(*kept)++] = *hit;
		if (*kept == limit) {
			/* From the worst on: a heap whose root is the worst. */
			qsort(hits, limit, sizeof(*hits), order);
			for (size_t i = 0; i < limit / 2; i++) {
				struct rank_hit t = hits[i];

				hits[i] = hits[limit - 1 - i];
				hits[limit - 1 - i] = t;
			}
		}
	} else if (order(hit, &hits[0]) < 0) {
		hits[0] = *hit;
		sift(hits, limit, order);
	}
}

static struct rank_hit *
best(struct pool *pool, const struct candidates *x, size_t *n)
{
	static compare *const orders[] = {
		[RANK_RELEVANCE] = by_relevance,
		[RANK_PUBLICATION] = by_publication,
		[RANK_DEADLINE] = by_closing,
	};
	compare *order = orders[x->q->order];
	size_t limit = x->q->limit > 0 && x->q->limit < x->n ? x->q->limit :
	    x->n, kept = 0;
	struct rank_hit *hits = pool_take(pool, (limit + 1) * sizeof(*hits));

	*n = 0;
	for (size_t i = 0; i < x->n; i++) {
		const struct candidate *k = &x->at[i];
		const struct catalogue_aid *a = &x->c->aid[k->place];
		struct rank_hit hit = { a, k->score, k->at, 0 };

		if (k->failed != 0 || k->off)
			continue;
		++*n;
		if (x->q->fast)
			continue;
		hit.near = nearness(x->q, a);
		keep_best(hits, &kept, limit, &hit, order);
	}
	if (kept > 1)
		qsort(hits, kept, sizeof(*hits), order);
	return hits;
}

struct rank_hit *
rank(struct pool *pool, const struct catalogue *c,
    const struct rank_question *q, size_t *n, struct rank_facets *facets)
{
	struct candidates x = { .c = c, .q = q };

	find_candidates(&x, pool);
	if (!q->versions)
		apply_generic_rule(&x, facets);
	for (size_t i = 0; facets != NULL && i < x.n; i++)
		if (!x.at[i].hidden)
			facet_count(facets, c, x.at[i].place, x.at[i].failed);
	return best(pool, &x, n);
}

const float *
rank_explain(struct pool *pool, const struct catalogue *c,
    const struct rank_question *q, uint32_t aid)
{
	float *gives = pool_take(pool, (RANK_CONCEPTS + 1) * sizeof(*gives));

	for (int i = 0; i < q->concepts; i++)
		gives[i] = score_of(pool, c, q, i, aid);
	return gives;
}
