/* test_day.c - days of the calendar. */

#include "text/day.h"
#include "unit.h"

static const struct {
	const char *s;
	int end; /* -1: no day */
	int year;
} rows[] = {
	{ "2026-11-22", 10, 2026 },
	{ "2026-11-22T10:00", 10, 2026 },
	{ "2024-02-29", 10, 2024 },
	{ "2000-02-29", 10, 2000 },
	{ "2027-02-29", -1, 0 },
	{ "1900-02-29", -1, 0 },
	{ "2026-02-30", -1, 0 },
	{ "2026-06-31", -1, 0 },
	{ "2026-12-31", 10, 2026 },
	{ "2026-13-01", -1, 0 },
	{ "2026-00-01", -1, 0 },
	{ "2026-01-00", -1, 0 },
	{ "0001-01-01", 10, 1 },
	{ "0000-01-01", -1, 0 },
	{ "9999-12-31", 10, 9999 },
	{ "", -1, 0 },
	{ "2026", -1, 0 },
	{ "2026-", -1, 0 },
	{ "2026-1-1", -1, 0 },
	{ "2026-11-2", -1, 0 },
	{ "2026/11/22", -1, 0 },
	{ "+026-11-22", -1, 0 },
	{ "2026-+1-22", -1, 0 },
	{ " 2026-11-22", -1, 0 },
	{ "22-11-2026", -1, 0 },
};

static void
test_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		int year = 0;
		const char *end = day_read(rows[i].s, &year);

		want_int(i, end != NULL ? (int)(end - rows[i].s) : -1,
		    rows[i].end);
		want_int(i, year, rows[i].year);
		want_int(i, day_read(rows[i].s, NULL) == end, true);
	}
}

/* A cycle of 400 years has 97 leap days. */
static void
test_exists(void **state)
{
	long days = 0;

	(void)state;
	for (int y = 1600; y < 2000; y++)
		for (int m = -1; m < 15; m++)
			for (int d = -1; d < 40; d++)
				days += day_exists(y, m, d);
	assert_int_equal(days, 400 * 365 + 97);
	assert_false(day_exists(0, 1, 1));
	assert_false(day_exists(10000, 1, 1));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read),
		cmocka_unit_test(test_exists),
	};

	return cmocka_run_group_tests_name("day", tests, NULL, NULL);
}
