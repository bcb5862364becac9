/* test_count_seen.c - robots, by what they do. */

#include "base.h"
#include "count/count_seen.h"
#include "gen/queries/count.h"

/* So many things, one after another; each is left out, or none is. */
static const struct {
	const char *day;
	unsigned minute;
	const char *visitor;
	int times;
	bool robot;
} rows[] = {
	/* The thirtieth of a minute is a reader's, the next a robot's. */
	{ "2026-11-20", 600, "1", 30, false },
	{ "2026-11-20", 600, "1", 1, true },
	/* Until the end of the day; another is none, nor on another day. */
	{ "2026-11-20", 700, "1", 1, true },
	{ "2026-11-20", 600, "2", 1, false },
	{ "2026-11-21", 600, "1", 30, false },
	/* A minute that is over does not count any more. */
	{ "2026-11-20", 600, "3", 30, false },
	{ "2026-11-20", 601, "3", 30, false },
	/* A whole office, all day. */
	{ "2026-11-22", 0, "4", 30, false },
	{ "2026-11-22", 1, "4", 30, false },
	{ "2026-11-22", 2, "4", 30, false },
	{ "2026-11-22", 3, "4", 30, false },
	{ "2026-11-22", 4, "4", 30, false },
	{ "2026-11-22", 5, "4", 30, false },
	{ "2026-11-22", 6, "4", 30, false },
	{ "2026-11-22", 7, "4", 30, false },
	{ "2026-11-22", 8, "4", 30, false },
	{ "2026-11-22", 9, "4", 30, false },
	{ "2026-11-22", 10, "4", 30, false },
	{ "2026-11-22", 1439, "4", 30, false },
	{ "2026-11-22", 1439, "4", 1, true },
};

static void
test_seen(void **state)
{
	struct count_seen *s = count_seen_new("h");

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		for (int n = 1; n <= rows[i].times; n++) {
			bool robot;

			want_int(i,
			    count_seen_add(s, NULL, rows[i].day, rows[i].minute,
				rows[i].visitor, &robot),
			    RC_OK);
			want_int(i, robot, rows[i].robot);
		}
	}
	count_seen_free(s);
}

/* Each day is read once, and what is dropped is read again. */
static void
test_read(void **state)
{
	struct count_seen *s = count_seen_new("h");
	bool robot;

	(void)state;
	base.asked[0] = '\0';
	for (int i = 0; i < 2; i++)
		count_seen_add(s, NULL, "2026-11-20", 1, "1", &robot);
	count_seen_drop(s);
	count_seen_add(s, NULL, "2026-11-20", 1, "1", &robot);
	want_str(0, base.asked,
	    "count_seen_read host=h day=2026-11-20\n"
	    "count_seen_read host=h day=2026-11-20\n");
	base.away = "count_seen_read";
	want_int(0, count_seen_add(s, NULL, "2026-11-21", 1, "1", &robot),
	    RC_UNAVAILABLE);
	base.away = NULL;
	count_seen_free(s);
}

/* Who falls on the places of robots is none: more of them than there are
 * places to be told apart by. */
static void
test_others(void **state)
{
	struct count_seen *s = count_seen_new("h");
	char who[20];
	bool robot;

	(void)state;
	for (int i = 0; i < 40; i++) {
		snprintf(who, sizeof(who), "robot %d", i);
		for (int n = 1; n <= 31; n++)
			count_seen_add(s, NULL, "2026-11-20", 1, who, &robot);
		want_int(i, robot, true);
	}
	for (int i = 0; i < 10000; i++) {
		snprintf(who, sizeof(who), "reader %d", i);
		count_seen_add(s, NULL, "2026-11-20", 2, who, &robot);
		want_int(i, robot, false);
	}
	count_seen_free(s);
}

/* The days of which a line may still come, one after another, are read once and
 * written once; under a secret of each. */
static void
test_days(void **state)
{
	struct count_seen *s = count_seen_new("h");
	char day[11], secret[9][33];
	const char *at;
	bool robot;

	(void)state;
	base.asked[0] = '\0';
	for (int i = 0; i < 900; i++) {
		snprintf(day, sizeof(day), "2026-11-%02d", 11 + i % 9);
		count_seen_add(s, NULL, day, 1, "1", &robot);
	}
	assert_null(strstr(base.asked, "count_seen_write"));
	base.asked[0] = '\0';
	want_int(0, count_seen_write(s, NULL), RC_OK);
	at = base.asked;
	for (int i = 0; i < 9; i++) {
		assert_non_null(at = strstr(at, "seen="));
		at += strlen("seen=");
		snprintf(secret[i], sizeof(secret[i]), "%.32s", at);
		want_int(i, strspn(secret[i], "0123456789abcdef"), 32);
		for (int j = 0; j < i; j++)
			assert_string_not_equal(secret[i], secret[j]);
	}
	assert_null(strstr(at, "seen="));
	count_seen_free(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_seen),
		cmocka_unit_test(test_read),
		cmocka_unit_test(test_others),
		cmocka_unit_test(test_days),
	};

	return cmocka_run_group_tests_name("count_seen", tests, NULL, NULL);
}
