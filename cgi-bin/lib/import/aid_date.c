/* aid_date.c - dates of an aid of a feed, once or each year. */

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/say.h"
#include "gen/queries/import.h"
#include "import/aid_date.h"
#include "text/day.h"
#include "text/normalize_date.h"

enum { DAY = 10 }; /* bytes of "2026-11-22" */

/* A day from 1970 to 2100, whatever follows it. */
static bool
is_date(const char *s)
{
	int year;

	return day_read(s, &year) != NULL && year >= 1970 && year <= 2100;
}

/* Bytes of the time of day at s: 9 of "T10:00:00", 6 of "T10:00"; 0 when there
 * is none. */
static size_t
time_length(const char *s)
{
	int h, m, sec = 0, n = 0, k = 0;

	if (sscanf(s, "%*1[T ]%2d:%2d%n:%2d%n", &h, &m, &n, &sec, &k) < 2 ||
	    n != 6 || h < 0 || h > 23 || m < 0 || m > 59 || sec < 0 || sec > 59)
		return 0;
	return k == 9 ? 9 : 6;
}

/* A day, or a moment as the database takes it.  One that the calendar does not
 * have is left out, for the database would refuse the whole import. */
static void
put_date(struct aid_record *d, enum query_arg arg, const char *s, bool moment)
{
	char *copy;

	if (s == NULL || !is_date(s)) {
		if (s != NULL)
			import_run_note_unknown(d->run, N_("date"), s);
		arg_text(d->run->pool, &d->args, arg, NULL);
		return;
	}
	copy = pool_strndup(d->run->pool, s,
	    DAY + (moment ? time_length(s + DAY) : 0));
	if (copy[DAY] == 'T')
		copy[DAY] = ' ';
	arg_text(d->run->pool, &d->args, arg, copy);
}

/* ---- an aid that comes back each year ---- */

/* "MM-DD" of some year, 29 February included. */
static bool
is_month_day(const char *s)
{
	int m, d, n = 0;

	return s != NULL && sscanf(s, "%2d-%2d%n", &m, &d, &n) == 2 && n == 5 &&
	    s[5] == '\0' && normalize_is_day(2000, m, d);
}

/* A deadline of 29 February falls on the 28th of other years: a day too soon
 * harms nobody, a day too late loses an application. */
static const char *
day_of_year(struct pool *pool, int year, const char *month_day)
{
	bool leap = normalize_is_day(year, 2, 29);

	if (!leap && strcmp(month_day, "02-29") == 0)
		month_day = "02-28";
	return pool_printf(pool, "%04d-%s", year, month_day);
}

/* The year of the next deadline, from today on. */
static int
next_year(const struct aid_record *d, const char *deadline)
{
	int year = atoi(d->run->today);

	return year +
	    (strcmp(day_of_year(d->run->pool, year, deadline), d->run->today) <
		0);
}

const char *
aid_date_yearly_deadline(const struct aid_record *d)
{
	const char *deadline = aid_record_text(d, "yearly_deadline");

	return is_month_day(deadline)
	    ? day_of_year(d->run->pool, next_year(d, deadline), deadline)
	    : NULL;
}

/* The opening before the next deadline. */
static const char *
yearly_opening(const struct aid_record *d)
{
	const char *opening = aid_record_text(d, "yearly_opening");
	const char *deadline = aid_record_text(d, "yearly_deadline");

	return is_month_day(opening)
	    ? day_of_year(d->run->pool,
		  next_year(d, deadline) - (strcmp(opening, deadline) > 0),
		  opening)
	    : NULL;
}

void
aid_date_put_all(struct aid_record *d)
{
	const char *deadline = aid_date_yearly_deadline(d);
	const char *created = aid_record_text(d, "date_created");
	const char *published = aid_record_text(d, "date_published");

	put_date(d, ARG_OPENS_ON,
	    deadline != NULL ? yearly_opening(d)
			     : aid_record_text(d, "start_date"),
	    false);
	put_date(d, ARG_CLOSES_ON,
	    deadline != NULL ? deadline
			     : aid_record_text(d, "submission_deadline"),
	    false);
	put_date(d, ARG_PREDEPOSIT_ON, aid_record_text(d, "predeposit_date"),
	    false);
	put_date(d, ARG_CREATED_AT, created, true);
	put_date(d, ARG_PUBLISHED_AT, published != NULL ? published : created,
	    true);
	put_date(d, ARG_UPDATED_AT, aid_record_text(d, "date_updated"), true);
}
