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

/* The facets of all groups, and of each alone: what an aid may count for. */
static uint64_t
allowed(uint32_t failed)
{
	static uint64_t all;

	if (all == 0)
		for (int g = 0; g < RANK__MAX; g++)
			all |= group_bits[g];
	return failed == 0 ? all : group_bits[__builtin_ctz(failed)];
}

/* What an aid with those failures counts for. */
static struct facet_bits
counted(const struct catalogue_aid *a, uint32_t failed)
{
	bool categories = failed == 0 || failed == 1u << RANK_CATEGORY;

	return (struct facet_bits){
		.facets = a->facets & allowed(failed),
		.categories = { categories ? a->categories[0] : 0,
		    categories ? a->categories[1] : 0 },
		.free = (failed == 0 || failed == 1u << RANK_CHARGED) &&
		    (a->facets >> CATALOGUE_CHARGED & 1) == 0,
		.programs = failed == 0 || failed == 1u << RANK_PROGRAM,
	};
}

static void
add_bits(unsigned *count, uint64_t bits, int by)
{
	for (; bits != 0; bits &= bits - 1)
		count[__builtin_ctzll(bits)] += (unsigned)by;
}

/* Takes the planes down to counts. */
static void
settle_planes(struct facet_planes *p, unsigned *count)
{
	for (int k = 0; k < FACET_PLANES; k++) {
		add_bits(count, p->plane[k], 1 << k);
		p->plane[k] = 0;
	}
	p->n = 0;
}

/*
 * Adds one to the count of each bit, for 64 counts at a time: plane k holds bit
 * k of all of them, and what overflows a plane goes to the next.
 */
static void
add_planes(struct facet_planes *p, unsigned *count, uint64_t bits)
{
	for (int k = 0; bits != 0; k++) {
		uint64_t over = p->plane[k] & bits;

		p->plane[k] ^= bits;
		bits = over;
	}
	if (++p->n == (1u << FACET_PLANES) - 1)
		settle_planes(p, count);
}

void
facet_finish(struct rank_facets *f)
{
	settle_planes(&f->planes[0], f->facet);
	settle_planes(&f->planes[1], f->category);
	settle_planes(&f->planes[2], f->category + 64);
}

static void
take_off(struct rank_facets *f, const struct facet_bits *b)
{
	add_bits(f->facet, b->facets, -1);
	add_bits(f->category, b->categories[0], -1);
	add_bits(f->category + 64, b->categories[1], -1);
	f->free -= b->free;
}

/* Both kinds of European aid are one choice: an aid is of one kind. */
void
facet_count(struct rank_facets *f, const struct catalogue *c, uint32_t place,
    uint32_t failed)
{
	struct facet_bits b = counted(&c->aid[place], failed);
	size_t n;
	const struct catalogue_program *p = catalogue_programs(c, place, &n);

	add_planes(&f->planes[0], f->facet, b.facets);
	add_planes(&f->planes[1], f->category, b.categories[0]);
	add_planes(&f->planes[2], f->category + 64, b.categories[1]);
	f->free += b.free;
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
	take_off(f, &both);
	lost->facets |= both.facets;
	lost->free |= both.free;
	for (size_t i = 0; a.programs && b.programs && !lost->programs &&
	    i < n; i++)
		if (has_program(c, place[1], p[i].program))
			f->program[p[i].program]--;
	lost->programs |= a.programs && b.programs;
}
