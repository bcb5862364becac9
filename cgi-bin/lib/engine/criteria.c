/* criteria.c - the criteria of a question, as sets of documents. */

#include <assert.h>
#include <string.h>

#include "engine/criteria.h"

uint64_t *
criteria_new_set(const struct criteria *x)
{
	return pool_take(x->pool, (x->c->words + 1) * sizeof(uint64_t));
}

/* An aid must be in the set, which becomes the criteria's. */
void
criteria_restrict(struct criteria *x, enum rank_group group, uint64_t *set)
{
	uint64_t **to = group == RANK_NONE ? &x->base : &x->group[group];

	if (*to == NULL)
		*to = set;
	else
		bits_and(*to, set, x->c->words);
}

/* The aids that have one of the bits, of which columns are the sets. */
static void
add_columns(const struct criteria *x, uint64_t *set,
    const uint64_t *const *column, uint64_t bits)
{
	for (; bits != 0; bits &= bits - 1) {
		const uint64_t *of = column[__builtin_ctzll(bits)];

		if (of != NULL)
			bits_or(set, of, x->c->words);
	}
}

static void
read_masks(struct criteria *x)
{
	const struct rank_question *q = x->q;
	uint64_t *set;

	assert(q->masks <= RANK_MASKS && q->sets <= RANK_SETS);
	for (int i = 0; i < q->masks; i++) {
		if (q->mask[i] == ~0ull)
			continue;
		set = criteria_new_set(x);
		add_columns(x, set, x->c->facet, q->mask[i]);
		criteria_restrict(x, q->group[i], set);
	}
	if (q->forbidden != 0) {
		uint64_t *not = criteria_new_set(x);

		add_columns(x, not, x->c->facet, q->forbidden);
		set = criteria_new_set(x);
		memcpy(set, x->c->published, x->c->words * sizeof(*set));
		bits_without(set, not, x->c->words);
		criteria_restrict(x, RANK_CHARGED, set);
	}
	if ((q->categories[0] | q->categories[1]) != 0) {
		set = criteria_new_set(x);
		add_columns(x, set, x->c->category, q->categories[0]);
		add_columns(x, set, x->c->category + 64, q->categories[1]);
		criteria_restrict(x, RANK_CATEGORY, set);
	}
}

static void
read_sets(struct criteria *x)
{
	for (int i = 0; i < x->q->sets; i++) {
		const struct rank_set *s = &x->q->set[i];
		uint64_t *set = criteria_new_set(x);

		if (s->bits != NULL)
			memcpy(set, s->bits, x->c->words * sizeof(*set));
		else
			catalogue_add_ids(x->c, s->id, s->n, set);
		criteria_restrict(x, s->group, set);
	}
}

static void
read_dates(struct criteria *x)
{
	const struct rank_question *q = x->q;
	uint64_t *set;

	if (q->apply_before == 0 && q->published_after == 0)
		return;
	set = criteria_new_set(x);
	for (size_t i = 0; i < x->c->n; i++) {
		const struct catalogue_aid *a = &x->c->aid[i];

		if ((q->apply_before == 0 ||
			(a->closes != 0 && a->closes <= q->apply_before)) &&
		    (q->published_after == 0 ||
			(a->fresh != 0 && a->fresh >= q->published_after)))
			bits_add(set, i);
	}
	criteria_restrict(x, RANK_NONE, set);
}

static bool
is_among(const uint32_t *id, size_t n, uint32_t wanted)
{
	for (size_t i = 0; i < n; i++)
		if (id[i] == wanted)
			return true;
	return false;
}

/* The aids of perimeters that match, of those asked, and of those that hold
 * one of these whole.  The ids that match are a bit set from the first of them
 * on: each perimeter is looked up in it. */
static void
add_perimeters(struct criteria *x)
{
	const struct rank_question *q = x->q;
	uint32_t first = q->perimeter[0],
		 last = q->perimeter[q->perimeters - 1];
	uint64_t *match = pool_take(x->pool,
	    bits_words(last - first + 1) * sizeof(*match));

	for (size_t i = 0; i < q->perimeters; i++) {
		assert(q->perimeter[i] >= first && q->perimeter[i] <= last);
		bits_add(match, q->perimeter[i] - first);
	}
	for (size_t i = 0; i < x->c->perimeters; i++) {
		const struct catalogue_perimeter *p = &x->c->perimeter[i];

		if (p->id < first || p->id > last ||
		    !bits_has(match, p->id - first))
			continue;
		catalogue_add_perimeter(x->c, p, x->there);
		if (is_among(q->asked, q->nasked, p->id))
			catalogue_add_perimeter(x->c, p, x->asked);
		if (is_among(q->whole, q->wholes, p->id))
			catalogue_add_perimeter(x->c, p, x->whole);
	}
}

/* The aids whose perimeter nobody told: of no place, so that they are offered
 * apart, or asked alone. */
static void
read_unplaced(struct criteria *x)
{
	x->unplaced = criteria_new_set(x);
	memcpy(x->unplaced, x->c->unplaced, x->c->words * sizeof(*x->unplaced));
	bits_and(x->unplaced, x->base, x->c->words);
}

static void
read_place(struct criteria *x)
{
	const struct rank_question *q = x->q;
	uint64_t *set;

	if (!q->has_place && !q->unplaced)
		return;
	read_unplaced(x);
	x->there = criteria_new_set(x);
	x->asked = criteria_new_set(x);
	x->whole = criteria_new_set(x);
	if (q->perimeters > 0)
		add_perimeters(x);
	set = criteria_new_set(x);
	memcpy(set, q->unplaced ? x->unplaced : x->there,
	    x->c->words * sizeof(*set));
	if (q->also_unplaced)
		bits_or(set, x->unplaced, x->c->words);
	criteria_restrict(x, RANK_NONE, set);
}

struct criteria
criteria_read(struct pool *pool, const struct catalogue *c,
    const struct rank_question *q)
{
	struct criteria x = { .pool = pool, .c = c, .q = q };

	x.base = criteria_new_set(&x);
	catalogue_put_visible(c, q->day, x.base);
	read_masks(&x);
	read_sets(&x);
	read_dates(&x);
	read_place(&x);
	return x;
}
