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

typedef int compare(const void *, const void *);

/* A question under way. */
struct ranking {
	uint64_t	*places;	/* perimeters that match, a bit each */
	uint32_t	 first, bits;	/* the first of them, how many bits */
	const struct catalogue *c;
	const struct rank_question *q;
	struct rank_facets *facets;
	compare		*order;
	struct rank_hit	*hits;		/* the best so far */
	size_t		 kept, limit, total;
	/* Aids of which others are versions wait for them. */
	struct candidate *pair;		/* by place */
	size_t		 n;
};

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

/* The perimeters that match are looked at once an aid: as bits. */
static void
set_places(struct ranking *x, struct pool *pool)
{
	const struct rank_question *q = x->q;

	if (!q->has_place || q->perimeters == 0)
		return;
	x->first = q->perimeter[0];
	x->bits = q->perimeter[q->perimeters - 1] - x->first + 1;
	x->places = pool_take(pool, (x->bits / 64 + 1) * sizeof(*x->places));
	for (size_t i = 0; i < q->perimeters; i++) {
		uint32_t bit = q->perimeter[i] - x->first;

		x->places[bit / 64] |= 1ull << bit % 64;
	}
}

static bool
meets_place(const struct ranking *x, const struct catalogue_aid *a)
{
	uint32_t bit = a->perimeter - x->first;

	return !x->q->has_place || (a->perimeter >= x->first &&
	    bit < x->bits && (x->places[bit / 64] >> bit % 64 & 1) != 0);
}

/* Counts an aid whose fate is known. */
static void
settle(struct ranking *x, const struct candidate *k)
{
	const struct catalogue_aid *a = &x->c->aid[k->place];
	struct rank_hit hit = { a, k->score, k->at, 0 };

	if (x->facets != NULL && !k->hidden)
		facet_count(x->facets, x->c, k->place, k->failed);
	if (k->failed != 0 || k->off)
		return;
	x->total++;
	if (x->q->fast)
		return;
	hit.near = nearness(x->q, a);
	keep_best(x->hits, &x->kept, x->limit, &hit, x->order);
}

static void
try(struct ranking *x, uint32_t place, float score, uint16_t at)
{
	const struct catalogue_aid *a = &x->c->aid[place];
	struct candidate k = { .place = place, .score = score, .at = at };

	if (!catalogue_is_visible(a, x->q->day) || !meets_place(x, a) ||
	    !meets_dates(x->q, a))
		return;
	k.failed = failed_groups(x->q, a);
	if ((k.failed & (k.failed - 1)) != 0 ||
	    (k.failed & 1u << RANK_NONE) != 0)
		return;
	if (a->paired && !x->q->versions)
		x->pair[x->n++] = k;
	else
		settle(x, &k);
}

static bool late;		/* the last one */

bool
rank_was_late(void)
{
	return late;
}

static void
try_all(struct ranking *x, struct pool *pool)
{
	struct scores s;

	late = false;
	if (!x->q->has_words) {
		for (size_t i = 0; i < x->c->n; i++)
			try(x, (uint32_t)i, 0, 0);
		return;
	}
	s = score_words(pool, x->c, x->q);
	late = s.late;
	for (size_t i = 0; i < s.n; i++)
		if (score_is_enough(&s, &s.score[i]))
			try(x, s.score[i].place, s.score[i].sum,
			    s.score[i].at);
}

/* ---- generic and local aids (AT 2.8) ---- */

static int
by_place(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	return x->place < y->place ? -1 : x->place > y->place;
}

/* Which of the two a pair loses: the generic one where the search is as narrow
 * as the local aid's own perimeter, else the local one. */
static bool
local_wins(const struct rank_question *q, const struct catalogue_aid *local)
{
	return q->has_place && q->scale <= local->scale;
}

static struct candidate *
find_candidate(const struct ranking *x, size_t place)
{
	size_t lo = 0, hi = x->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (x->pair[mid].place < place)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < x->n && x->pair[lo].place == place ? &x->pair[lo] : NULL;
}

/* Of a pair in the results, one is shown. */
static void
apply_to_pair(struct ranking *x, struct candidate *generic,
    struct candidate *local)
{
	bool wins = local_wins(x->q, &x->c->aid[local->place]);
	struct candidate *loser = wins ? generic : local;
	const uint32_t places[2] = { generic->place, local->place };
	const uint32_t failed[2] = { generic->failed, local->failed };

	if (x->facets != NULL)
		facet_pair(x->facets, x->c, places, failed, &loser->lost);
	if (generic->failed == 0 && local->failed == 0)
		loser->off = true;
}

/*
 * Takes off what the rule says.  An expired local version hides its generic aid
 * on its territory too: the scheme is closed there.
 */
static void
apply_generic_rule(struct ranking *x)
{
	for (size_t k = 0; k < x->c->locals; k++) {
		const struct catalogue_local *pair = &x->c->local[k];
		const struct catalogue_aid *local = &x->c->aid[pair->place];
		struct candidate *g = find_candidate(x, pair->generic);

		if (g != NULL && local->published &&
		    !catalogue_is_visible(local, x->q->day) &&
		    local_wins(x->q, local) && meets_place(x, local))
			g->hidden = g->off = true;
	}
	for (size_t k = 0; k < x->c->locals; k++) {
		const struct catalogue_local *pair = &x->c->local[k];
		struct candidate *g = find_candidate(x, pair->generic);
		struct candidate *l = find_candidate(x, pair->place);

		/* A local aid does not give way to what is hidden. */
		if (g != NULL && l != NULL && !g->hidden)
			apply_to_pair(x, g, l);
	}
}

/* ---- the whole ---- */

struct rank_hit *
rank(struct pool *pool, const struct catalogue *c,
    const struct rank_question *q, size_t *n, struct rank_facets *facets)
{
	static compare *const orders[] = {
		[RANK_RELEVANCE] = by_relevance,
		[RANK_PUBLICATION] = by_publication,
		[RANK_DEADLINE] = by_closing,
	};
	struct ranking x = { .c = c, .q = q, .facets = facets,
	    .order = orders[q->order],
	    .limit = q->limit > 0 && q->limit < c->n ? q->limit : c->n };

	x.hits = pool_take(pool, ((q->fast ? 0 : x.limit) + 1) *
	    sizeof(*x.hits));
	x.pair = pool_take(pool, (2 * c->locals + 1) * sizeof(*x.pair));
	set_places(&x, pool);
	try_all(&x, pool);
	if (x.n > 1)
		qsort(x.pair, x.n, sizeof(*x.pair), by_place);
	apply_generic_rule(&x);
	for (size_t i = 0; i < x.n; i++)
		settle(&x, &x.pair[i]);
	if (facets != NULL)
		facet_finish(facets);
	if (x.kept > 1)
		qsort(x.hits, x.kept, sizeof(*x.hits), x.order);
	*n = x.total;
	return x.hits;
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
