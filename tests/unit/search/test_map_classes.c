/* test_map_classes.c - the classes of a map. */

#include "search/map_classes.h"
#include "unit.h"

/* Numbers, -1 at the end, and the classes that they make. */
static const struct {
	int number[12];
	const char *classes;
} rows[] = {
	{ { -1 }, "" },
	{ { 7, -1 }, "7-7" },
	{ { 3, 3, 3, 3, 3, 3, -1 }, "3-3" },
	{ { 5, 1, 4, 2, 3, -1 }, "1-1 2-2 3-3 4-4 5-5" },
	{ { 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, -1 }, "1-2 3-4 5-6 7-8 9-10" },
	/* equal numbers are never parted, and make a class longer */
	{ { 1, 1, 1, 1, 2, 3, 4, 5, 6, 7, -1 }, "1-1 2-3 4-5 6-7" },
	{ { 0, 0, 0, 0, 0, 0, 0, 0, 900, -1 }, "0-0 900-900" },
	{ { 1, 2, 2, 2, 2, 2, 2, 2, 2, 3, -1 }, "1-2 3-3" },
};

static void
test_classes(void **state)
{
	struct pool *pool = pool_new();

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct map_class of[MAP_CLASSES];
		unsigned number[12];
		const char *said = "";
		size_t n = 0, classes;

		for (; rows[i].number[n] >= 0; n++)
			number[n] = (unsigned)rows[i].number[n];
		classes = map_classes(pool, number, n, of);
		for (size_t k = 0; k < classes; k++)
			said = pool_printf(pool, "%s%s%u-%u", said,
			    k > 0 ? " " : "", of[k].from, of[k].to);
		assert_string_equal(said, rows[i].classes);
		for (size_t k = 0; k < n; k++)
			assert_in_range(map_class_of(of, classes, number[k]), 1,
			    classes);
	}
	pool_free(pool);
}

/* What is between two classes, or beyond them all, is in none. */
static void
test_none(void **state)
{
	static const struct map_class of[] = { { 1, 2 }, { 5, 9 } };

	(void)state;
	assert_int_equal(map_class_of(of, 2, 0), 0);
	assert_int_equal(map_class_of(of, 2, 4), 0);
	assert_int_equal(map_class_of(of, 2, 5), 2);
	assert_int_equal(map_class_of(of, 2, 10), 0);
	assert_int_equal(map_class_of(of, 0, 1), 0);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_classes),
		cmocka_unit_test(test_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
