/* period.c - the period of a page of statistics. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "stats/period.h"
#include "text/date_read.h"
#include "text/day.h"

/* A chart has at most so many days, then it has weeks. */
enum { LAST = 30, YEAR = 366, DAYS_OF_CHART = 62 };

/* ---- months ---- */

/* The first day of the month that is n after that of a day. */
static long
month_after(long day, int n)
{
	char s[11] = "";
	int month;

	day_write(day, s);
	month = atoi(s) * 12 + atoi(s + 5) - 1 + n;
	snprintf(s, sizeof(s), "%04u-%02u-01", (unsigned)month / 12 % 10000u,
	    (unsigned)month % 12 + 1);
	return day_number(s);
}

/* How many months there are between two days, both within. */
static int
months_of(long from, long to)
{
	char a[11], b[11];

	day_write(from, a);
	day_write(to, b);
	return (atoi(b) - atoi(a)) * 12 + atoi(b + 5) - atoi(a + 5) + 1;
}

/* See stats_period.  A month that goes on is told as far as it is counted, by
 * whatever day the period ends. */
static void
set_months(struct stats_period *p)
{
	int n;

	p->months_from = month_after(p->from, 0);
	p->months_to = month_after(p->to + 1, 0) - 1;
	if (p->months_to < p->from)
		p->months_to = month_after(p->to, 1) - 1;
	n = months_of(p->months_from, p->months_to);
	p->months_before_from = month_after(p->months_from,
	    strcmp(p->kind, "year") == 0 ? -12 : -n);
	p->months_before_to = month_after(p->months_before_from, n) - 1;
}

bool
stats_period_begin(struct stats_period *p, long since, long today)
{
	if (p->to < since)
		return false;
	p->is_compared = p->before_from >= since;
	if (p->from < since)
		p->from = since;
	set_months(p);
	p->months_are_compared = p->months_before_from >= since &&
	    p->months_to < today;
	p->days = p->to - p->from < DAYS_OF_CHART ? 1 : 7;
	/* 1970-01-01 was a Thursday. */
	p->first = p->days == 1 ? p->from : p->from - (p->from + 3) % 7;
	return true;
}

/* ---- what was asked ---- */

/* "2026" or "2026-11": the first day and the last one. */
static bool
read_named(const char *s, struct stats_period *p)
{
	char day[11] = "2000-01-01";
	size_t n = strlen(s);

	if (n != 4 && n != 7)
		return false;
	memcpy(day, s, n);
	if (strcmp(day, "2000-01-01") < 0 || day_read(day, NULL) == NULL)
		return false;
	p->kind = n == 4 ? "year" : "month";
	p->asked = s;
	p->from = day_number(day);
	p->to = month_after(p->from, n == 4 ? 12 : 1) - 1;
	p->before_from = month_after(p->from, n == 4 ? -12 : -1);
	p->before_to = p->from - 1;
	return true;
}

/* A month or a year that goes on is compared with as many days. */
static void
cut(struct stats_period *p, long today)
{
	long to = p->before_from + (today - p->from);

	p->goes_on = p->to >= today;
	if (!p->goes_on)
		return;
	p->to = today;
	if (to < p->before_to)
		p->before_to = to;
}

/* The day that a field has; *said is false when it is empty.  False for what is
 * no day. */
static bool
read_day(const struct request *req, struct pool *pool, struct response *resp,
    const char *name, bool *said, long *day)
{
	struct param_values v = request_values(req, name);
	const char *s;

	*said = v.n > 0;
	if (!*said)
		return true;
	s = date_read_day(pool, v.v[0].s, NULL);
	if (s == NULL || strcmp(s, "2000-01-01") < 0) {
		response_refuse(resp, name, v.v[0].s, "day");
		return false;
	}
	*day = day_number(s);
	return true;
}

/* Two days, or one of them: then thirty days from it or up to it. */
static enum rc
read_chosen(const struct request *req, struct pool *pool, struct response *resp,
    struct stats_period *p)
{
	bool from, to;

	if (!read_day(req, pool, resp, "from", &from, &p->from) ||
	    !read_day(req, pool, resp, "to", &to, &p->to))
		return RC_BAD_PARAM;
	if (!from && !to)
		return RC_OK;
	p->kind = "chosen";
	p->asked = NULL;
	if (!from)
		p->from = p->to - LAST + 1;
	if (!to)
		p->to = p->from + LAST - 1;
	if (p->to < p->from)
		return response_refuse(resp, "to",
		    request_values(req, "to").v[0].s, "before-from");
	if (p->to - p->from >= YEAR)
		return response_refuse(resp, "to", NULL, "over-a-year");
	if (p->from <= req->day && p->to > req->day)
		p->to = req->day;
	p->before_to = p->from - 1;
	p->before_from = p->from - (p->to - p->from + 1);
	return RC_OK;
}

/* The last thirty days, up to yesterday: today is not over. */
static void
set_last(struct stats_period *p, long today)
{
	p->kind = "days";
	p->to = today - 1;
	p->from = today - LAST;
	p->before_to = p->from - 1;
	p->before_from = p->from - LAST;
}

enum rc
stats_period_read(const struct request *req, struct pool *pool,
    struct response *resp, struct stats_period *p)
{
	struct param_values named = request_values(req, "period");
	enum rc rc;

	*p = (struct stats_period){ 0 };
	set_last(p, req->day);
	if (named.n > 0 && !read_named(named.v[0].s, p))
		return response_refuse(resp, "period", named.v[0].s, "period");
	if (p->asked != NULL)
		cut(p, req->day);
	if ((rc = read_chosen(req, pool, resp, p)) != RC_OK)
		return rc;
	if (p->from > req->day)
		return response_refuse(resp, p->asked ? "period" : "from", NULL,
		    "future");
	return RC_OK;
}
