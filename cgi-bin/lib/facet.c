/* facet.c - how many aids each value of a criterion would leave. */

#include "facet.h"

#define BITS(first, n) (((1ull << (n)) - 1) << (first))

static const uint64_t group_bits[RANK__MAX] = {
	[RANK_AUDIENCE]		= BITS(CATALOGUE_AUDIENCE, 16),
	[RANK_TYPE]		= BITS(CATALOGUE_TYPE, 16),
	[RANK_STEP]		= BITS(CATALOGUE_STEP, 4),
	[RANK_DESTINATION]	= BITS(CATALOGUE_DESTINATION, 4),
	[RANK_RECURRENCE]	= BITS(CATALOGUE_RECURRENCE, 4),
	[RANK_EUROPEAN]		= BITS(CATALOGUE_EUROPEAN, 2),
	[RANK_CALL]		= BITS(CATALOGUE_CALL, 1),
	[RANK_CHARGED]		= BITS(CATALOGUE_CHARGED, 1),
};

/* What an aid with those failures counts for. */
static struct facet_bits
counted(const struct catalogue_aid *a, uint32_t failed)
{
	struct facet_bits b = { 0 };

	for (int g = 0; g < RANK__MAX; g++)
		if (failed == 0 || failed == 1u << g)
			b.facets |= group_bits[g];
	b.free = (failed == 0 || failed == 1u << RANK_CHARGED) &&
	    (a->facets >> CATALOGUE_CHARGED & 1) == 0;
	b.programs = failed == 0 || failed == 1u << RANK_PROGRAM;
	b.facets &= a->facets;
	for (int i = 0; i < 2; i++)
		b.categories[i] = failed == 0 || failed == 1u << RANK_CATEGORY ?
		    a->categories[i] : 0;
	return b;
}

static void
add_bits(unsigned *count, uint64_t bits, int by)
{
	for (; bits != 0; bits &= bits - 1)
		count[__builtin_ctzll(bits)] += (unsigned)by;
}

static void
add(struct rank_facets *f, const struct facet_bits *b, int by)
{
	add_bits(f->facet, b->facets, by);
	add_bits(f->category, b->categories[0], by);
	add_bits(f->category + 64, b->categories[1], by);
	f->free += b->free ? (unsigned)by : 0;
}

/* Both kinds of European aid are one choice: an aid is of one kind. */
void
facet_count(struct rank_facets *f, const struct catalogue *c, uint32_t place,
    uint32_t failed)
{
	struct facet_bits b = counted(&c->aid[place], failed);
	size_t n;
	const struct catalogue_program *p = catalogue_programs(c, place, &n);

	add(f, &b, 1);
	for (size_t i = 0; b.programs && i < n; i++)
		f->program[p[i].program]++;
}

static bool
has_program(const struct catalogue *c, uint32_t place, uint32_t program)
{
	size_t n;
	const struct catalogue_program *p = catalogue_programs(c, place, &n);

	for (size_t i = 0; i < n; i++)
		if (p[i].program == program)
			return true;
	return false;
}

void
facet_pair(struct rank_facets *f, const struct catalogue *c,
    const uint32_t place[2], const uint32_t failed[2],
    struct facet_bits *lost)
{
	struct facet_bits a = counted(&c->aid[place[0]], failed[0]);
	struct facet_bits b = counted(&c->aid[place[1]], failed[1]), both;
	size_t n;
	const struct catalogue_program *p = catalogue_programs(c, place[0], &n);

	both.facets = a.facets & b.facets & ~lost->facets;
	for (int i = 0; i < 2; i++) {
		both.categories[i] = a.categories[i] & b.categories[i] &
		    ~lost->categories[i];
		lost->categories[i] |= both.categories[i];
	}
	both.free = a.free && b.free && !lost->free;
	add(f, &both, -1);
	lost->facets |= both.facets;
	lost->free |= both.free;
	for (size_t i = 0; a.programs && b.programs && !lost->programs &&
	    i < n; i++)
		if (has_program(c, place[1], p[i].program))
			f->program[p[i].program]--;
	lost->programs |= a.programs && b.programs;
}
