/* aid_date.c - dates of an aid of a feed, once or each year. */

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/say.h"
#include "base/str.h"
#include "record/aid_date.h"
#include "text/date_read.h"
#include "text/day.h"
#include "text/normalize_date.h"

/* The database and the search keep days of 1970 to 2100. */
static bool
is_kept(const char *day)
{
	return strcmp(day, "1970") > 0 && strcmp(day, "2101") < 0;
}

static const char *
reason_of(enum date_fault fault)
{
	switch (fault) {
	case DATE_NO_SUCH_DAY:
		return N_("no such day");
	case DATE_MONTH_ONLY:
		return N_("a month, where a day is wanted");
	case DATE_READ:
		return N_("not between 1970 and 2100");
	default:
		return N_("not a date");
	}
}

/* Seconds since 1970, or thousandths as JavaScript has them, as the moment in
 * Paris that they are; any other text as it is. */
static const char *
unix_time(struct pool *pool, const char *s)
{
	size_t n = strlen(s);
	const char *moment = NULL;

	if ((n == 10 || n == 13) && strspn(s, "0123456789") == n)
		moment = normalize_unix_time(pool, pool_strndup(pool, s, 10));
	return moment != NULL ? moment : s;
}

/* The day of a field, or its moment in UTC; what cannot be read is noted, and
 * what the aid had is kept. */
static enum rc
put_date(struct aid_record *d, enum query_arg arg, const char *key, bool moment)
{
	enum date_fault fault = DATE_UNREADABLE;
	enum rc rc;
	const char *s = aid_record_take(d, key, arg, &rc), *day;

	if (s == NULL)
		return rc;
	day = unix_time(d->run->pool, s);
	day = moment ? date_read_moment(d->run->pool, day, &fault)
		     : date_read_day(d->run->pool, day, &fault);
	if (day == NULL || !is_kept(day)) {
		aid_record_fault(d, key, reason_of(fault), s);
		if (arg == ARG_CLOSES_ON)
			d->closes_asked = s;
		return aid_record_put_kept(d, arg);
	}
	arg_text(d->run->pool, &d->args, arg, day);
	return RC_OK;
}

/* ---- an aid that comes back each year ---- */

/* The field as "MM-DD", 29 February included; NULL when it has none. */
static const char *
month_day(const struct aid_record *d, const char *key)
{
	const char *s = aid_record_text(d, key);

	return s != NULL ? date_read_yearly(d->run->pool, s, NULL) : NULL;
}

/* Notes a field that is there and is no day of a year; *asked becomes it. */
static void
check_month_day(const struct aid_record *d, const char *key, const char **asked)
{
	enum date_fault fault = DATE_READ;
	const char *s;

	if (aid_record_said(d, key, &s) == SAID_IT &&
	    date_read_yearly(d->run->pool, s, &fault) == NULL) {
		aid_record_fault(d, key, reason_of(fault), s);
		*asked = s;
	}
}

/* A deadline of 29 February falls on the 28th of other years: a day too soon
 * harms nobody, a day too late loses an application. */
static const char *
day_of_year(struct pool *pool, int year, const char *month_day)
{
	bool leap = day_exists(year, 2, 29);

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
	const char *deadline = month_day(d, "yearly_deadline");

	return deadline != NULL
	    ? day_of_year(d->run->pool, next_year(d, deadline), deadline)
	    : NULL;
}

/* The opening before the next deadline, and the deadline. */
static void
put_yearly(struct aid_record *d, const char *deadline)
{
	const char *opening = month_day(d, "yearly_opening");
	const char *last = month_day(d, "yearly_deadline");

	if (opening != NULL)
		opening = day_of_year(d->run->pool,
		    next_year(d, last) - (strcmp(opening, last) > 0), opening);
	arg_text(d->run->pool, &d->args, ARG_OPENS_ON, opening);
	arg_text(d->run->pool, &d->args, ARG_CLOSES_ON, deadline);
}

/* An aid opens before it closes.  Of two days in the other order the deadline
 * is kept, for people lose more by that one. */
static void
put_in_order(struct aid_record *d)
{
	const struct value *opens = aid_record_bound(d, ARG_OPENS_ON),
			   *closes = aid_record_bound(d, ARG_CLOSES_ON);

	if (opens == NULL || closes == NULL || opens->type != VALUE_TEXT ||
	    closes->type != VALUE_TEXT || strcmp(opens->s, closes->s) <= 0)
		return;
	aid_record_fault(d, "start_date", N_("after the deadline"), opens->s);
	arg_text(d->run->pool, &d->args, ARG_OPENS_ON, NULL);
}

/* The days of an aid that does not come back each year.  One that did and does
 * no more has none, unless the feed gives one. */
static enum rc
put_once(struct aid_record *d)
{
	const json_t *yearly = json_object_get(d->json, "yearly_deadline");
	enum rc rc = put_date(d, ARG_OPENS_ON, "start_date", false);

	if (rc != RC_OK)
		return rc;
	rc = put_date(d, ARG_CLOSES_ON,
	    yearly != NULL && aid_record_is_none(yearly) &&
		    json_object_get(d->json, "submission_deadline") == NULL
		? "yearly_deadline"
		: "submission_deadline",
	    false);
	if (rc == RC_OK)
		put_in_order(d);
	return rc;
}

/* An aid was published when it was created, unless the feed says other. */
static enum rc
put_published(struct aid_record *d)
{
	const struct value *created = aid_record_bound(d, ARG_CREATED_AT);
	const json_t *v = json_object_get(d->json, "date_published");

	if ((v != NULL && !aid_record_is_none(v)) ||
	    json_object_get(d->json, "date_created") == NULL)
		return put_date(d, ARG_PUBLISHED_AT, "date_published", true);
	arg_text(d->run->pool, &d->args, ARG_PUBLISHED_AT, created->s);
	return RC_OK;
}

static bool
is_published(const struct aid_record *d)
{
	return aid_record_bound(d, ARG_PUBLISHED_AT)->type != VALUE_NULL;
}

/* An aid of which nothing is known is as old as its first import. */
static enum rc
put_published_or_seen(struct aid_record *d)
{
	enum rc rc = put_published(d);

	if (rc == RC_OK && !d->is_new && !is_published(d))
		rc = aid_record_put_kept(d, ARG_PUBLISHED_AT);
	if (rc == RC_OK && !is_published(d))
		arg_text(d->run->pool, &d->args, ARG_PUBLISHED_AT, d->run->now);
	return rc;
}

/* The deadline as it is said, though it is no day. */
static enum rc
put_asked(struct aid_record *d)
{
	const char *s = d->closes_asked;

	if (json_object_get(d->json, "submission_deadline") == NULL &&
	    json_object_get(d->json, "yearly_deadline") == NULL)
		return aid_record_put_kept(d, ARG_CLOSES_ASKED);
	arg_text(d->run->pool, &d->args, ARG_CLOSES_ASKED,
	    s != NULL ? pool_strndup(d->run->pool, s, str_cut(s, 255)) : NULL);
	return RC_OK;
}

enum rc
aid_date_put_all(struct aid_record *d)
{
	const char *deadline = aid_date_yearly_deadline(d), *opening;
	enum rc rc = RC_OK;

	check_month_day(d, "yearly_deadline", &d->closes_asked);
	check_month_day(d, "yearly_opening", &opening);
	if (deadline != NULL)
		put_yearly(d, deadline);
	else
		rc = put_once(d);
	if (rc == RC_OK)
		rc = put_date(d, ARG_PREDEPOSIT_ON, "predeposit_date", false);
	if (rc == RC_OK)
		rc = put_date(d, ARG_CREATED_AT, "date_created", true);
	if (rc == RC_OK)
		rc = put_published_or_seen(d);
	if (rc == RC_OK)
		rc = put_asked(d);
	return rc == RC_OK ? put_date(d, ARG_UPDATED_AT, "date_updated", true)
			   : rc;
}
