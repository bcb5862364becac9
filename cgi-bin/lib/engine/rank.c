/* rank.c - which aids answer a question, best first. */

#include <stdlib.h>
#include <string.h>

#include "engine/facet.h"
#include "engine/rank.h"
#include "engine/score.h"

/* A question under way: sets of places of the catalogue. */
struct ranking {
	struct pool *pool;
	const struct catalogue *c;
	const struct rank_question *q;
	struct scores scores;
	uint64_t *base;             /* meets what is in no group */
	uint64_t *group[RANK__MAX]; /* meets the group; NULL: all do */
	uint64_t *there;            /* its perimeter matches; NULL: all */
	uint64_t *asked;            /* its perimeter is asked; NULL: none */
	uint64_t *found;
};

static uint64_t *
rank_new_set(const struct ranking *x)
{
	return pool_take(x->pool, (x->c->words + 1) * sizeof(uint64_t));
}

static uint64_t *
copy_of(const struct ranking *x, const uint64_t *set)
{
	return memcpy(rank_new_set(x), set, x->c->words * sizeof(*set));
}

/* ---- criteria ---- */

/* An aid must be in the set, which becomes the ranking's. */
static void
restrict_to(struct ranking *x, enum rank_group group, uint64_t *set)
{
	uint64_t **to = group == RANK_NONE ? &x->base : &x->group[group];

	if (*to == NULL)
		*to = set;
	else
		bits_and(*to, set, x->c->words);
}

/* The aids that have one of the bits, of which columns are the sets. */
static void
add_columns(const struct ranking *x, uint64_t *set,
    const uint64_t *const *column, uint64_t bits)
{
	for (; bits != 0; bits &= bits - 1) {
		const uint64_t *of = column[__builtin_ctzll(bits)];

		if (of != NULL)
			bits_or(set, of, x->c->words);
	}
}

static void
read_masks(struct ranking *x)
{
	const struct rank_question *q = x->q;
	uint64_t *set;

	for (int i = 0; i < q->masks; i++) {
		if (q->mask[i] == ~0ull)
			continue;
		set = rank_new_set(x);
		add_columns(x, set, x->c->facet, q->mask[i]);
		restrict_to(x, q->group[i], set);
	}
	if (q->forbidden != 0) {
		uint64_t *not = rank_new_set(x);

		add_columns(x, not, x->c->facet, q->forbidden);
		set = copy_of(x, x->c->published);
		bits_without(set, not, x->c->words);
		restrict_to(x, RANK_CHARGED, set);
	}
	if ((q->categories[0] | q->categories[1]) != 0) {
		set = rank_new_set(x);
		add_columns(x, set, x->c->category, q->categories[0]);
		add_columns(x, set, x->c->category + 64, q->categories[1]);
		restrict_to(x, RANK_CATEGORY, set);
	}
}

static void
read_sets(struct ranking *x)
{
	const struct catalogue *c = x->c;

	for (int i = 0; i < x->q->sets; i++) {
		const uint32_t *id = x->q->set[i].id;
		uint64_t *set = rank_new_set(x);
		size_t at = 0;

		for (size_t k = 0; k < x->q->set[i].n; k++) {
			at = catalogue_find_after(c, at, id[k]);
			if (at < c->n && c->aid[at].id == id[k])
				bits_add(set, at);
		}
		restrict_to(x, x->q->set[i].group, set);
	}
}

static void
rank_read_dates(struct ranking *x)
{
	const struct rank_question *q = x->q;
	uint64_t *set;

	if (q->apply_before == 0 && q->published_after == 0)
		return;
	set = rank_new_set(x);
	for (size_t i = 0; i < x->c->n; i++) {
		const struct catalogue_aid *a = &x->c->aid[i];

		if ((q->apply_before == 0 ||
			(a->closes != 0 && a->closes <= q->apply_before)) &&
		    (q->published_after == 0 ||
			(a->fresh != 0 && a->fresh >= q->published_after)))
			bits_add(set, i);
	}
	restrict_to(x, RANK_NONE, set);
}

/* The perimeters that match, a bit each from the first one on, say whose aids
 * are there. */
static void
rank_read_place(struct ranking *x)
{
	const struct rank_question *q = x->q;
	const struct catalogue *c = x->c;
	uint32_t first, last;
	uint64_t *match;

	if (!q->has_place)
		return;
	x->there = rank_new_set(x);
	x->asked = rank_new_set(x);
	if (q->perimeters > 0) {
		first = q->perimeter[0];
		last = q->perimeter[q->perimeters - 1];
		match = pool_take(x->pool,
		    bits_words(last - first + 1) * sizeof(*match));
		for (size_t i = 0; i < q->perimeters; i++)
			bits_add(match, q->perimeter[i] - first);
		for (size_t i = 0; i < c->perimeters; i++) {
			const struct catalogue_perimeter *p = &c->perimeter[i];

			if (p->id >= first && p->id <= last &&
			    bits_has(match, p->id - first))
				catalogue_add_perimeter(c, p, x->there);
			for (size_t k = 0; k < q->nasked; k++)
				if (q->asked[k] == p->id)
					catalogue_add_perimeter(c, p, x->asked);
		}
	}
	restrict_to(x, RANK_NONE, copy_of(x, x->there));
}

/* ---- generic and local aids (AT 2.8) ---- */

/* Which of the two a pair loses: the generic one where the search is as narrow
 * as the local aid's own perimeter, else the local one. */
static bool
local_wins(const struct rank_question *q, const struct catalogue_aid *local)
{
	return q->has_place && q->scale <= local->scale;
}

/* An expired local version hides its generic aid on its territory too: the
 * scheme is closed there. */
static void
hide_closed(struct ranking *x)
{
	const struct catalogue *c = x->c;

	for (size_t k = 0; k < c->locals; k++) {
		const struct catalogue_local *pair = &c->local[k];
		const struct catalogue_aid *local = &c->aid[pair->place];

		if (local->published && local_wins(x->q, local) &&
		    !catalogue_is_visible(local, x->q->day) &&
		    bits_has(x->there, pair->place))
			bits_drop(x->base, pair->generic);
	}
}

/* How many pairs, from the k-th on, are of one generic aid. */
static size_t
kin_of(const struct catalogue *c, size_t k)
{
	size_t n = 1;

	while (
	    k + n < c->locals && c->local[k + n].generic == c->local[k].generic)
		n++;
	return n;
}

/* Of a pair in the results, one is shown. */
static void
drop_losers(struct ranking *x)
{
	const struct catalogue *c = x->c;
	const uint64_t *found = copy_of(x, x->found);

	for (size_t k = 0; k < c->locals; k++) {
		const struct catalogue_local *p = &c->local[k];

		if (bits_has(found, p->generic) && bits_has(found, p->place))
			bits_drop(x->found,
			    local_wins(x->q, &c->aid[p->place]) ? p->generic
								: p->place);
	}
}

static void
count_group(struct ranking *x, enum rank_group group, const uint64_t *set,
    struct rank_facets *f, bool *wins)
{
	const struct catalogue *c = x->c;

	facet_count(f, c, group, set);
	for (size_t k = 0, n; k < c->locals && !x->q->versions; k += n) {
		n = kin_of(c, k);
		facet_take_off(f, c, group, set, &c->local[k], n, wins + k);
	}
}

/* Each group is counted over what meets all others. */
static void
count_facets(struct ranking *x, struct rank_facets *f)
{
	const struct catalogue *c = x->c;
	bool *wins = pool_take(x->pool, c->locals + 1);
	uint64_t *set = rank_new_set(x);

	for (size_t k = 0; k < c->locals; k++)
		wins[k] = local_wins(x->q, &c->aid[c->local[k].place]);
	for (int g = RANK_NONE + 1; g < RANK__MAX; g++) {
		if (x->group[g] == NULL) {
			count_group(x, g, x->found, f, wins);
			continue;
		}
		memcpy(set, x->base, c->words * sizeof(*set));
		for (int other = RANK_NONE + 1; other < RANK__MAX; other++)
			if (other != g && x->group[other] != NULL)
				bits_and(set, x->group[other], c->words);
		count_group(x, g, set, f, wins);
	}
}

/* ---- order ---- */

/* What an aid is sorted by: the smallest comes first. */
struct key {
	uint64_t major, minor;
	uint32_t place;
};

/* The perimeter asked first, its containers from narrow to wide, then what it
 * contains, which only serves a part of it. */
static uint16_t
nearness(const struct ranking *x, size_t place)
{
	uint8_t scale = x->c->scale[place];

	if (!x->q->has_place || bits_has(x->asked, place))
		return 0;
	return (uint16_t)(scale > x->q->scale ? scale : 100 + 25 - scale);
}

/* The deadline, 16 bits of the order (catalogue.h), then the strength, 32. */
static inline uint64_t
strength_of(const struct ranking *x, size_t place)
{
	uint64_t major = 0;

	if (x->q->order == RANK_PUBLICATION)
		return 0;
	if (x->q->has_words)
		major = (uint64_t)~score_strength(&x->scores, place) << 16;
	if (x->q->order == RANK_DEADLINE)
		major |= x->c->order[place] >> 48 << 48;
	return major;
}

/* The whole order; by publication, without the deadline. */
static inline uint64_t
minor_of(const struct ranking *x, size_t place)
{
	uint64_t order = x->c->order[place];

	return x->q->order == RANK_PUBLICATION ? order << 16 >> 16 : order;
}

/* After the strength, the nearness, 16. */
static struct key
rank_key_of(const struct ranking *x, size_t place)
{
	return (struct key){ x->q->order == RANK_PUBLICATION
		    ? 0
		    : strength_of(x, place) | nearness(x, place),
		minor_of(x, place), (uint32_t)place };
}

static inline bool
is_before(const struct key *x, const struct key *y)
{
	return x->major != y->major ? x->major < y->major : x->minor < y->minor;
}

static int
by_key(const void *a, const void *b)
{
	return is_before(a, b) ? -1 : is_before(b, a);
}

/* Lets the key at i, of which no child may come after, go down to its place in
 * a heap whose root comes last. */
static void
sift(struct key *heap, size_t n, size_t i)
{
	for (size_t k; (k = 2 * i + 1) < n; i = k) {
		struct key t = heap[i];

		if (k + 1 < n && is_before(&heap[k], &heap[k + 1]))
			k++;
		if (!is_before(&t, &heap[k]))
			return;
		heap[i] = heap[k];
		heap[k] = t;
	}
}

/* Whether an aid comes after the last of those picked, however near it is: most
 * are told by this alone.  A plain question gives all the same strength, none. */
static inline bool
is_late(const struct ranking *x, const struct key *last, size_t place,
    bool plain)
{
	uint64_t strength = plain ? 0 : strength_of(x, place);

	return strength > last->major ||
	    (strength == last->major && minor_of(x, place) > last->minor);
}

/* The first n of what was found, in order. */
static struct key *
pick_best(const struct ranking *x, size_t n)
{
	struct key *best = pool_take(x->pool, (n + 1) * sizeof(*best)), k;
	bool plain = x->q->order == RANK_RELEVANCE && !x->q->has_words;
	size_t kept = 0;

	for (size_t w = 0; n > 0 && w < x->c->words; w++) {
		for (uint64_t b = x->found[w]; b != 0; b &= b - 1) {
			size_t place = 64 * w + (size_t)__builtin_ctzll(b);

			if (kept == n && is_late(x, best, place, plain))
				continue;
			k = rank_key_of(x, place);
			if (kept == n && is_before(&k, &best[0])) {
				best[0] = k;
				sift(best, n, 0);
			} else if (kept < n) {
				best[kept++] = k;
				for (size_t i = n / 2; kept == n && i-- > 0;)
					sift(best, n, i);
			}
		}
	}
	if (kept > 1)
		qsort(best, kept, sizeof(*best), by_key);
	return best;
}

/* ---- the whole ---- */

static void
rank_find(struct ranking *x)
{
	x->base = rank_new_set(x);
	catalogue_put_visible(x->c, x->q->day, x->base);
	read_masks(x);
	read_sets(x);
	rank_read_dates(x);
	rank_read_place(x);
	if (x->q->has_words) {
		x->scores = score_words(x->pool, x->c, x->q);
		restrict_to(x, RANK_NONE, x->scores.enough);
	}
	if (!x->q->versions)
		hide_closed(x);
	x->found = copy_of(x, x->base);
	for (int g = RANK_NONE + 1; g < RANK__MAX; g++)
		if (x->group[g] != NULL)
			bits_and(x->found, x->group[g], x->c->words);
}

struct rank_hit *
rank(struct pool *pool, const struct catalogue *c,
    const struct rank_question *q, size_t *n, struct rank_facets *facets)
{
	struct ranking x = { .pool = pool, .c = c, .q = q };
	struct rank_hit *hits;
	struct key *best;
	size_t wanted;

	rank_find(&x);
	if (facets != NULL)
		count_facets(&x, facets);
	if (!q->versions)
		drop_losers(&x);
	*n = bits_count(x.found, c->words);
	wanted = q->fast ? 0 : q->limit > 0 && q->limit < *n ? q->limit : *n;
	best = pick_best(&x, wanted);
	hits = pool_take(pool, (wanted + 1) * sizeof(*hits));
	for (size_t i = 0; i < wanted; i++)
		hits[i] = (struct rank_hit){ &c->aid[best[i].place],
			q->has_words ? score_told(&x.scores, best[i].place) : 0,
			nearness(&x, best[i].place) };
	return hits;
}
