/* test_day.c - days of the calendar. */

#include <stdlib.h>

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

/* Days and their numbers lead to each other. */
static void
test_number(void **state)
{
	static const struct {
		const char *s;
		long day;
	} days[] = { { "1970-01-01", 0 }, { "1969-12-31", -1 },
		{ "2026-11-22", 20779 }, { "2000-02-29", 11016 },
		{ "0001-01-01", -719162 }, { "9999-12-31", 2932896 } };

	(void)state;
	for (size_t i = 0; i < ROWS(days); i++) {
		char s[11];

		day_write(days[i].day, s);
		want_str(i, s, days[i].s);
		want_int(i, day_number(days[i].s), days[i].day);
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

/* Around midnight in France, which is not UTC's, in winter and in summer. */
static const struct {
	time_t moment;
	const char *day;
	long days;
} moments[] = {
	{ 1795993199, "2026-11-29", 20786 }, /* 23:59:59 */
	{ 1795993200, "2026-11-30", 20787 },
	{ 1795996800, "2026-11-30", 20787 }, /* midnight in UTC is at 1:00 */
	{ 1782856799, "2026-06-30", 20634 },
	{ 1782856800, "2026-07-01", 20635 },
	{ 1782864000, "2026-07-01", 20635 }, /* and at 2:00 */
};

static void
test_local(void **state)
{
	(void)state;
	setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
	tzset();
	for (size_t i = 0; i < ROWS(moments); i++) {
		char day[11];

		want_int(i, day_local(moments[i].moment, day), moments[i].days);
		want_str(i, day, moments[i].day);
	}
	unsetenv("TZ");
	tzset();
}

/* A day begins where the machine is, on those when the clock is moved too. */
static const struct {
	const char *day, *begin;
} begins[] = {
	{ "2026-12-01", "2026-11-30 23:00:00" },
	{ "2026-07-01", "2026-06-30 22:00:00" },
	{ "2026-03-29", "2026-03-28 23:00:00" },
	{ "2026-03-30", "2026-03-29 22:00:00" },
	{ "2026-10-25", "2026-10-24 22:00:00" },
	{ "2026-10-26", "2026-10-25 23:00:00" },
	{ "2027-01-01", "2026-12-31 23:00:00" },
};

static void
test_begin(void **state)
{
	char moment[20];

	(void)state;
	setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
	for (size_t i = 0; i < ROWS(begins); i++) {
		day_begin(day_number(begins[i].day), moment);
		want_str(i, moment, begins[i].begin);
	}
	setenv("GUICHET_TODAY", "2026-07-01", 1);
	day_now(moment);
	assert_string_equal(moment, "2026-06-30 22:00:00");
	unsetenv("GUICHET_TODAY");
	setenv("TZ", "<-10>10", 1); /* Papeete */
	day_begin(day_number("2026-12-01"), moment);
	assert_string_equal(moment, "2026-12-01 10:00:00");
	unsetenv("TZ");
	tzset();
}

static void
test_clock(void **state)
{
	char day[11];

	(void)state;
	setenv("GUICHET_TODAY", "2024-02-29", 1);
	assert_int_equal(day_today(day), 19782);
	assert_string_equal(day, "2024-02-29");
	assert_int_equal(day_local(day_clock() - 86400, day), 19781);
	unsetenv("GUICHET_TODAY");
	assert_true(labs(day_clock() - time(NULL)) <= 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read),
		cmocka_unit_test(test_number),
		cmocka_unit_test(test_exists),
		cmocka_unit_test(test_local),
		cmocka_unit_test(test_begin),
		cmocka_unit_test(test_clock),
	};

	return cmocka_run_group_tests_name("day", tests, NULL, NULL);
}
