/* test_period.c - the period of a page of statistics. */

#include <stdio.h>

#include "stats/period.h"
#include "text/day.h"
#include "unit.h"

static const struct param params[] = { STATS_PERIOD_PARAMS, { 0 } };

#define OLD "2000-01-01"

/* The day, the first one that was counted, and what is asked; then the period,
 * the one before, the months, those before, each in brackets when it is not
 * compared, the days of a step and where the first begins; or why it is
 * refused. */
static const struct {
	const char *today, *since, *query, *want;
} rows[] = {
	{ "2026-11-22", OLD, "",
	    "days 2026-10-23 2026-11-21, 2026-09-23 2026-10-22, "
	    "2026-10-01 2026-10-31, 2026-09-01 2026-09-30, "
	    "1 2026-10-23" },
	/* A month that ends is told; of none that ends, what it touches. */
	{ "2026-12-01", OLD, "",
	    "days 2026-11-01 2026-11-30, 2026-10-02 2026-10-31, "
	    "2026-11-01 2026-11-30, 2026-10-01 2026-10-31, "
	    "1 2026-11-01" },
	{ "2026-10-31", OLD, "",
	    "days 2026-10-01 2026-10-30, 2026-09-01 2026-09-30, "
	    "2026-10-01 2026-10-31, (2026-09-01 2026-09-30), "
	    "1 2026-10-01" },
	{ "2026-11-22", OLD, "period=2026-02",
	    "month 2026-02-01 2026-02-28, 2026-01-01 2026-01-31, "
	    "2026-02-01 2026-02-28, 2026-01-01 2026-01-31, "
	    "1 2026-02-01" },
	/* As many days of the one before as have passed. */
	{ "2026-11-22", OLD, "period=2026-11",
	    "month! 2026-11-01 2026-11-22, 2026-10-01 2026-10-22, "
	    "2026-11-01 2026-11-30, (2026-10-01 2026-10-31), "
	    "1 2026-11-01" },
	{ "2026-03-31", OLD, "period=2026-03",
	    "month! 2026-03-01 2026-03-31, 2026-02-01 2026-02-28, "
	    "2026-03-01 2026-03-31, (2026-02-01 2026-02-28), "
	    "1 2026-03-01" },
	{ "2026-11-22", OLD, "period=2025",
	    "year 2025-01-01 2025-12-31, 2024-01-01 2024-12-31, "
	    "2025-01-01 2025-12-31, 2024-01-01 2024-12-31, "
	    "7 2024-12-30" },
	{ "2026-11-22", OLD, "period=2026",
	    "year! 2026-01-01 2026-11-22, 2025-01-01 2025-11-22, "
	    "2026-01-01 2026-10-31, 2025-01-01 2025-10-31, "
	    "7 2025-12-29" },
	{ "2026-11-22", OLD, "from=3/9/2026&to=12+octobre+2026",
	    "chosen 2026-09-03 2026-10-12, 2026-07-25 2026-09-02, "
	    "2026-09-01 2026-09-30, 2026-08-01 2026-08-31, "
	    "1 2026-09-03" },
	{ "2026-11-22", OLD, "from=2026-10-12&to=2026-10-12&period=2025",
	    "chosen 2026-10-12 2026-10-12, 2026-10-11 2026-10-11, "
	    "2026-10-01 2026-10-31, 2026-09-01 2026-09-30, "
	    "1 2026-10-12" },
	{ "2026-11-22", OLD, "from=2026-10-12",
	    "chosen 2026-10-12 2026-11-10, 2026-09-12 2026-10-11, "
	    "2026-10-01 2026-10-31, 2026-09-01 2026-09-30, "
	    "1 2026-10-12" },
	{ "2026-11-22", OLD, "to=2026-10-12",
	    "chosen 2026-09-13 2026-10-12, 2026-08-14 2026-09-12, "
	    "2026-09-01 2026-09-30, 2026-08-01 2026-08-31, "
	    "1 2026-09-13" },
	{ "2026-11-22", OLD, "from=2026-11-20&to=2026-12-31",
	    "chosen 2026-11-20 2026-11-22, 2026-11-17 2026-11-19, "
	    "2026-11-01 2026-11-30, (2026-10-01 2026-10-31), "
	    "1 2026-11-20" },
	/* A year, with a leap day. */
	{ "2026-11-22", OLD, "from=2024-01-01&to=2024-12-31",
	    "chosen 2024-01-01 2024-12-31, 2022-12-31 2023-12-31, "
	    "2024-01-01 2024-12-31, 2023-01-01 2023-12-31, "
	    "7 2024-01-01" },
	/* Days that were not counted are not told, nor compared. */
	{ "2026-11-22", "2026-11-03", "",
	    "days 2026-11-03 2026-11-21, (2026-09-23 2026-10-22), "
	    "2026-11-01 2026-11-30, (2026-10-01 2026-10-31), "
	    "1 2026-11-03" },
	{ "2026-11-22", "2026-09-10", "period=2026",
	    "year! 2026-09-10 2026-11-22, (2025-01-01 2025-11-22), "
	    "2026-09-01 2026-10-31, (2025-09-01 2025-10-31), "
	    "7 2026-09-07" },
	{ "2026-11-22", "2026-09-02", "period=2026-10",
	    "month 2026-10-01 2026-10-31, (2026-09-01 2026-09-30), "
	    "2026-10-01 2026-10-31, (2026-09-01 2026-09-30), "
	    "1 2026-10-01" },
	{ "2026-11-22", "2026-09-01", "period=2026-10",
	    "month 2026-10-01 2026-10-31, 2026-09-01 2026-09-30, "
	    "2026-10-01 2026-10-31, 2026-09-01 2026-09-30, "
	    "1 2026-10-01" },
	{ "2026-11-22", "2026-10-31", "period=2026-10",
	    "month 2026-10-31 2026-10-31, (2026-09-01 2026-09-30), "
	    "2026-10-01 2026-10-31, (2026-09-01 2026-09-30), "
	    "1 2026-10-31" },
	{ "2026-11-22", "2026-11-01", "period=2026-10", "nothing" },
	{ "2026-11-22", "2026-11-22", "", "nothing" },
	{ "2026-11-22", OLD, "from=2024-01-01&to=2025-01-01",
	    "to over-a-year" },
	{ "2026-11-22", OLD, "from=2026-10-12&to=2026-10-11",
	    "to before-from" },
	{ "2026-11-22", OLD, "from=2026-11-23", "from future" },
	{ "2026-11-22", OLD, "period=2026-12", "period future" },
	{ "2026-11-22", OLD, "period=2026-13", "period period" },
	{ "2026-11-22", OLD, "period=1999", "period period" },
	{ "2026-11-22", OLD, "period=20261", "period period" },
	{ "2026-11-22", OLD, "period=2026-1", "period period" },
	{ "2026-11-22", OLD, "from=hier", "from day" },
	{ "2026-11-22", OLD, "to=31/2/2026", "to day" },
	{ "2026-11-22", OLD, "from=31/12/1999", "from day" },
};

static void
write_days(char *to, size_t n, long from, long last, bool is_compared)
{
	char a[11], b[11];

	day_write(from, a);
	day_write(last, b);
	snprintf(to, n, is_compared ? "%s %s" : "(%s %s)", a, b);
}

static void
test_read(void **state)
{
	struct pool *pool = pool_new();

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct request none = { .today = rows[i].today,
			.day = day_number(rows[i].today) };
		char got[240], now[30], before[30], months[30], then[30];
		char first[11];
		struct response resp = { .root = NULL };
		struct param_fault fault = { .name = "?" };
		struct stats_period p;
		struct request req;

		want_int(i,
		    request_with_query(&none, pool, params,
			pool_strdup(pool, rows[i].query), &req, &fault),
		    RC_OK);
		if (stats_period_read(&req, pool, &resp, &p) != RC_OK) {
			snprintf(got, sizeof(got), "%s %s", resp.fault.name,
			    resp.fault.reason);
			want_str(i, got, rows[i].want);
			continue;
		}
		if (!stats_period_begin(&p, day_number(rows[i].since),
			req.day)) {
			want_str(i, "nothing", rows[i].want);
			continue;
		}
		write_days(now, sizeof(now), p.from, p.to, true);
		write_days(before, sizeof(before), p.before_from, p.before_to,
		    p.is_compared);
		write_days(months, sizeof(months), p.months_from, p.months_to,
		    true);
		write_days(then, sizeof(then), p.months_before_from,
		    p.months_before_to, p.months_are_compared);
		day_write(p.first, first);
		snprintf(got, sizeof(got), "%s%s %s, %s, %s, %s, %d %s", p.kind,
		    p.goes_on ? "!" : "", now, before, months, then, p.days,
		    first);
		want_str(i, got, rows[i].want);
	}
	pool_free(pool);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read),
	};

	return cmocka_run_group_tests_name("period", tests, NULL, NULL);
}
