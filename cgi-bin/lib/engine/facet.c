/*
 * facet.c - facet counts, by bit sets.
 *
 * Each value of a criterion has the bit set of its documents (catalogue.h).
 * Its count is the population of that set ANDed with the documents that meet
 * all other criteria: some 150 values, 64 documents a step, whatever was found.
 * Duplicates (a generic aid and its local versions) are few and are subtracted
 * one by one.
 */

#include "engine/facet.h"
#include "gen/constants.h"

#define BITS(first, n) (((1ull << (n)) - 1) << (first))

static const uint64_t group_bits[RANK__MAX] = {
	[RANK_AUDIENCE] = BITS(FACET_AUDIENCE, 16),
	[RANK_TYPE] = BITS(FACET_TYPE, 16),
	[RANK_STEP] = BITS(FACET_STEP, 4),
	[RANK_DESTINATION] = BITS(FACET_DESTINATION, 4),
	[RANK_RECURRENCE] = BITS(FACET_RECURRENCE, 4),
	[RANK_EUROPEAN] = BITS(FACET_EUROPEAN, 2),
	[RANK_CALL] = BITS(FACET_CALL, 1),
	[RANK_CHARGED] = BITS(FACET_CHARGED, 1),
};

static void
count_programs(struct rank_facets *f, const struct catalogue *c,
    const uint64_t *set)
{
	for (size_t i = 0; i < c->members; i++)
		f->program[c->member[i].program] += bits_has(set,
		    c->member[i].doc);
}

/* Both kinds of European aid are one choice: an aid is of one kind. */
void
facet_count(struct rank_facets *f, const struct catalogue *c,
    enum rank_group group, const uint64_t *set)
{
	for (uint64_t b = group_bits[group]; b != 0; b &= b - 1) {
		int k = __builtin_ctzll(b);

		if (c->facet[k] != NULL)
			f->facet[k] += (unsigned)bits_count_both(c->facet[k],
			    set, c->words);
	}
	for (int k = 0; group == RANK_CATEGORY && k < 128; k++)
		if (c->category[k] != NULL)
			f->category[k] += (unsigned)
			    bits_count_both(c->category[k], set, c->words);
	if (group == RANK_CHARGED)
		f->free += (unsigned)bits_count(set, c->words) -
		    f->facet[FACET_CHARGED];
	if (group == RANK_PROGRAM)
		count_programs(f, c, set);
}

/* ---- pairs ---- */

/* The values of a group that an aid has, or that two have; programmes apart. */
struct values {
	uint64_t facets, categories[2];
	bool free;
};

static struct values
values_of(const struct catalogue_aid *a, enum rank_group group)
{
	bool categories = group == RANK_CATEGORY;

	return (struct values){ a->facets & group_bits[group],
		{ categories ? a->categories[0] : 0,
		    categories ? a->categories[1] : 0 },
		group == RANK_CHARGED &&
		    (a->facets >> FACET_CHARGED & 1) == 0 };
}

static void
keep_common(struct values *v, const struct values *other)
{
	v->facets &= other->facets;
	v->categories[0] &= other->categories[0];
	v->categories[1] &= other->categories[1];
	v->free &= other->free;
}

static void
facet_join(struct values *v, const struct values *other)
{
	v->facets |= other->facets;
	v->categories[0] |= other->categories[0];
	v->categories[1] |= other->categories[1];
	v->free |= other->free;
}

static void
count_less(unsigned *count, uint64_t bits)
{
	for (; bits != 0; bits &= bits - 1)
		count[__builtin_ctzll(bits)]--;
}

static void
take_off(struct rank_facets *f, const struct values *v)
{
	count_less(f->facet, v->facets);
	count_less(f->category, v->categories[0]);
	count_less(f->category + 64, v->categories[1]);
	f->free -= v->free;
}

static bool
has_program(const struct catalogue *c, uint32_t doc, uint32_t program)
{
	size_t n;
	const struct catalogue_program *p = catalogue_programs(c, doc, &n);

	for (size_t i = 0; i < n; i++)
		if (p[i].program == program)
			return true;
	return false;
}

/* Each programme of the generic aid counts once, whichever of the two is
 * shown. */
static void
take_off_programs(struct rank_facets *f, const struct catalogue *c,
    const uint64_t *set, const struct catalogue_local *pair, size_t n,
    const bool *local_wins)
{
	size_t programs;
	const struct catalogue_program *p = catalogue_programs(c, pair->generic,
	    &programs);

	for (size_t k = 0; k < programs; k++) {
		bool lost = false;

		for (size_t i = 0; i < n; i++) {
			if (!bits_has(set, pair[i].doc) ||
			    !has_program(c, pair[i].doc, p[k].program))
				continue;
			if (local_wins[i])
				lost = true;
			else
				f->program[p[k].program]--;
		}
		f->program[p[k].program] -= lost;
	}
}

void
facet_take_off(struct rank_facets *f, const struct catalogue *c,
    enum rank_group group, const uint64_t *set,
    const struct catalogue_local *pair, size_t n, const bool *local_wins)
{
	struct values generic = values_of(&c->aid[pair->generic], group);
	struct values lost = { 0 };

	if (!bits_has(set, pair->generic))
		return;
	for (size_t i = 0; i < n; i++) {
		struct values local = values_of(&c->aid[pair[i].doc], group);

		if (!bits_has(set, pair[i].doc))
			continue;
		keep_common(&local, &generic);
		if (local_wins[i])
			facet_join(&lost, &local);
		else
			take_off(f, &local);
	}
	take_off(f, &lost);
	if (group == RANK_PROGRAM)
		take_off_programs(f, c, set, pair, n, local_wins);
}
