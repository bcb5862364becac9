/* test_count_seen.c - robots, by what they do. */

#include "base.h"
#include "count/count_seen.h"
#include "gen/queries/count.h"

/* So many things, one after another; each is left out, or none is. */
static const struct {
	const char *day;
	unsigned minute, visitor;
	int times;
	bool robot;
} rows[] = {
	/* The thirtieth of a minute is a reader's, the next a robot's. */
	{ "2026-11-20", 600, 1, 30, false },
	{ "2026-11-20", 600, 1, 1, true },
	/* Until the end of the day; another is none, nor on another day. */
	{ "2026-11-20", 700, 1, 1, true },
	{ "2026-11-20", 600, 2, 1, false },
	{ "2026-11-21", 600, 1, 30, false },
	/* A minute that is over does not count any more. */
	{ "2026-11-20", 600, 3, 30, false },
	{ "2026-11-20", 601, 3, 30, false },
	/* Three hundred on a day. */
	{ "2026-11-22", 0, 4, 30, false },
	{ "2026-11-22", 1, 4, 30, false },
	{ "2026-11-22", 2, 4, 30, false },
	{ "2026-11-22", 3, 4, 30, false },
	{ "2026-11-22", 4, 4, 30, false },
	{ "2026-11-22", 5, 4, 30, false },
	{ "2026-11-22", 6, 4, 30, false },
	{ "2026-11-22", 7, 4, 30, false },
	{ "2026-11-22", 8, 4, 30, false },
	{ "2026-11-22", 1438, 4, 29, false },
	{ "2026-11-22", 1439, 4, 1, false },
	{ "2026-11-22", 1439, 4, 1, true },
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
		count_seen_add(s, NULL, "2026-11-20", 1, 1, &robot);
	count_seen_drop(s);
	count_seen_add(s, NULL, "2026-11-20", 1, 1, &robot);
	want_str(0, base.asked,
	    "count_seen_read host=h day=2026-11-20\n"
	    "count_seen_read host=h day=2026-11-20\n");
	base.away = "count_seen_read";
	want_int(0, count_seen_add(s, NULL, "2026-11-21", 1, 1, &robot),
	    RC_UNAVAILABLE);
	base.away = NULL;
	count_seen_free(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_seen),
		cmocka_unit_test(test_read),
	};

	return cmocka_run_group_tests_name("count_seen", tests, NULL, NULL);
}
