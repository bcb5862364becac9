/* test_facet.c - facet counts, duplicates taken off. */

#include "engine/catalogue_columns.h"
#include "engine/facet.h"
#include "gen/constants.h"
#include "unit.h"

enum { A = 1 << (FACET_AUDIENCE + 0), B = 1 << (FACET_AUDIENCE + 1) };
#define CHARGED (1ull << FACET_CHARGED)

/* Aid 3 is a local version of 1, aid 4 of 2. */
static struct catalogue_aid aids[] = {
	{ .id = 1, .published = true, .facets = A | B },
	{ .id = 2, .published = true, .facets = A | CHARGED },
	{ .id = 3, .published = true, .facets = A, .generic = 1 },
	{ .id = 4, .published = true, .facets = B, .generic = 2 },
	{ .id = 5, .published = true, .categories = { 1, 2 } },
};

/* A set of docs, and what the first two audiences and the free ones count, of
 * all, then of one of each pair. */
static const struct {
	uint64_t set;
	bool local_wins;
	unsigned a, b, free, once_a, once_b, once_free;
} rows[] = {
	{ 0, false, 0, 0, 0, 0, 0, 0 },
	{ 1 << 0, false, 1, 1, 1, 1, 1, 1 },
	{ 1 << 4, false, 0, 0, 1, 0, 0, 1 },
	{ 0x1f, false, 3, 2, 4, 2, 2, 3 },
	{ 0x1f, true, 3, 2, 4, 2, 2, 3 },
	/* the generic one is not there: nothing to take off */
	{ 1 << 2 | 1 << 3, false, 1, 1, 2, 1, 1, 2 },
	/* what one alone has counts */
	{ 1 << 1 | 1 << 3, false, 1, 1, 1, 1, 1, 1 },
	{ 1 << 0 | 1 << 2, true, 2, 1, 2, 1, 1, 1 },
};

static void
test_counts(void **state)
{
	struct catalogue c = { .aid = aids, .n = ROWS(aids) };

	(void)state;
	catalogue_columns_make(&c);
	assert_int_equal(c.locals, 2);
	for (size_t i = 0; i < c.n; i++)
		want_int(i, catalogue_has_locals(&c, i), i < 2);
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct rank_facets f = { 0 };

		facet_count(&f, &c, RANK_AUDIENCE, &rows[i].set);
		facet_count(&f, &c, RANK_CHARGED, &rows[i].set);
		want_int(i, f.facet[FACET_AUDIENCE], rows[i].a);
		want_int(i, f.facet[FACET_AUDIENCE + 1], rows[i].b);
		want_int(i, f.free, rows[i].free);
		for (size_t k = 0; k < c.locals; k++) {
			facet_take_off(&f, &c, RANK_AUDIENCE, &rows[i].set,
			    &c.local[k], 1, &rows[i].local_wins);
			facet_take_off(&f, &c, RANK_CHARGED, &rows[i].set,
			    &c.local[k], 1, &rows[i].local_wins);
		}
		want_int(i, f.facet[FACET_AUDIENCE], rows[i].once_a);
		want_int(i, f.facet[FACET_AUDIENCE + 1], rows[i].once_b);
		want_int(i, f.free, rows[i].once_free);
	}
	catalogue_columns_free(&c);
}

/* Categories are bits of two columns. */
static void
test_categories(void **state)
{
	struct catalogue c = { .aid = aids, .n = ROWS(aids) };
	const uint64_t all = 0x1f, others = 0xf;
	struct rank_facets f = { 0 };

	(void)state;
	catalogue_columns_make(&c);
	facet_count(&f, &c, RANK_CATEGORY, &others);
	want_int(0, f.category[0], 0);
	facet_count(&f, &c, RANK_CATEGORY, &all);
	want_int(1, f.category[0], 1);
	want_int(1, f.category[65], 1);
	want_int(1, f.category[1], 0);
	catalogue_columns_free(&c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_counts),
		cmocka_unit_test(test_categories),
	};

	return cmocka_run_group_tests_name("facet", tests, NULL, NULL);
}
