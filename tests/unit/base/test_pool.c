/* test_pool.c - an arena per request. */

#include <stdbool.h>

#include "base/pool.h"
#include "unit.h"

static const size_t sizes[] = { 0, 1, 15, 16, 17, 100, 4096, 65535, 65536,
	65537, 200000, 1, 7 };

/* Aligned, zeroed unless it is mere room, and never the same bytes twice. */
static void
test_take(void **state)
{
	struct pool *p = pool_new();
	unsigned char *at[ROWS(sizes)];

	(void)state;
	for (int turn = 0; turn < 3; turn++) {
		for (size_t i = 0; i < ROWS(sizes); i++) {
			bool room = (turn + i) % 3 == 0;

			at[i] = room ? pool_room(p, sizes[i])
				     : pool_take(p, sizes[i]);
			assert_non_null(at[i]);
			want_int(i, (uintptr_t)at[i] % 16, 0);
			for (size_t k = 0; !room && k < sizes[i]; k++)
				if (at[i][k] != 0)
					want_int(i, at[i][k], 0);
			memset(at[i], (int)i + 1, sizes[i]);
		}
		for (size_t i = 0; i < ROWS(sizes); i++)
			for (size_t k = 0; k < sizes[i]; k++)
				if (at[i][k] != i + 1)
					want_int(i, at[i][k], i + 1);
		pool_reset(p);
	}
	pool_free(p);
}

static void
test_strings(void **state)
{
	struct pool *p = pool_new();
	char from[] = "abc";
	char *copy = pool_strdup(p, from);

	(void)state;
	from[0] = 'z';
	want_str(0, copy, "abc");
	want_str(1, pool_strndup(p, "abc", 2), "ab");
	want_str(2, pool_strndup(p, "", 0), "");
	assert_memory_equal(pool_strndup(p, "a\0b", 3), "a\0b", 4);
	want_str(3, pool_printf(p, "%d %s", 12, "aids"), "12 aids");
	want_str(4, pool_printf(p, "%s", ""), "");
	assert_int_equal(strlen(pool_printf(p, "%0100000d", 1)), 100000);
	pool_free(p);
}

static char order[8];

static void
note(void *arg)
{
	strncat(order, arg, 1);
}

/* Cleanups run once, the last one first. */
static void
test_defer(void **state)
{
	struct pool *p = pool_new();

	(void)state;
	order[0] = '\0';
	pool_defer(p, note, "a");
	pool_take(p, 100000);
	pool_defer(p, note, "b");
	pool_defer(p, note, "c");
	pool_reset(p);
	want_str(0, order, "cba");
	pool_reset(p);
	want_str(1, order, "cba");
	pool_defer(p, note, "d");
	pool_free(p);
	want_str(2, order, "cbad");
	pool_free(NULL);
}

static void
take_too_much(void *arg)
{
	pool_take(arg, (size_t)1 << 62);
}

static void
test_no_memory(void **state)
{
	struct pool *p = pool_new();

	(void)state;
	assert_int_equal(unit_status(take_too_much, p), 1);
	pool_free(p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_take),
		cmocka_unit_test(test_strings),
		cmocka_unit_test(test_defer),
		cmocka_unit_test(test_no_memory),
	};

	return cmocka_run_group_tests_name("pool", tests, NULL, NULL);
}
