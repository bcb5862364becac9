/* test_breaker.c - when a base is not waited for. */

#include <time.h>

#include "db/breaker.h"
#include "unit.h"

int __wrap_clock_gettime(clockid_t, struct timespec *);

static double now; /* ms */

int
__wrap_clock_gettime(clockid_t clock, struct timespec *t)
{
	assert_int_equal(clock, CLOCK_MONOTONIC);
	*t = (struct timespec){ .tv_sec = (time_t)(now / 1e3),
		.tv_nsec = (long)(now - (double)(long)(now / 1e3) * 1e3) *
		    1000000 };
	return 0;
}

/* What failed after so long, and whether the breaker is open so long after. */
static const struct {
	int waited, after;
	bool open;
} rows[] = {
	{ 0, 0, false }, /* refused */
	{ 400, 0, false },
	{ 1000, 0, true }, /* a connection that nobody took */
	{ 1500, 0, true },
	{ 1500, 990, true },
	{ 1500, 1001, false },
};

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct breaker b = { 0 };

		now = 5000;
		want_int(i, breaker_is_open(&b), false);
		breaker_start(&b);
		now += rows[i].waited;
		want_int(i, breaker_is_open(&b), false);
		breaker_failed(&b);
		now += rows[i].after;
		want_int(i, breaker_is_open(&b), rows[i].open);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
	};

	return cmocka_run_group_tests_name("breaker", tests, NULL, NULL);
}
