/* date_read.c - dates as people write them, to one spelling. */

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/date_read.h"
#include "text/date_words.h"
#include "text/day.h"

enum { PIVOT = 69 };

struct date_parts {
	int year, month, day; /* 0: not said */
};

/* ---- parts ---- */

/* 0 is Sunday (Sakamoto). */
static int
weekday_at(int y, int m, int d)
{
	static const int shift[] = { 0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4 };

	y -= m < 3;
	return (y + y / 4 - y / 100 + y / 400 + shift[m - 1] + d) % 7;
}

/* A year of four digits, or of two when they cannot be a day of ISO's order, as
 * between hyphens. */
static int
year_of(const char *word, bool hyphens)
{
	int year = date_words_number(word, 4);

	if (strlen(word) == 4)
		return year;
	if (strlen(word) != 2 || year < 0 || hyphens)
		return -1;
	return year + (year < PIVOT ? 2000 : 1900);
}

/* "20270303", or "03032027": no day has both readings between 1900 and 2099. */
static bool
read_compact(const char *word, struct date_parts *d)
{
	int n = atoi(word);
	bool iso = n / 1000000 == 19 || n / 1000000 == 20;

	*d = (struct date_parts){ n / 10000, n / 100 % 100, n % 100 };
	if (iso && d->month <= 12)
		return true;
	*d = (struct date_parts){ n % 10000, n / 10000 % 100, n / 1000000 };
	return d->year >= 1900 && d->year < 2100;
}

/* Three numbers: year, month, day; or day, month, year, and month, day, year
 * where that alone is a day. */
static bool
read_numbers(const struct date_words *w, struct date_parts *d)
{
	int a = date_words_number(w->word[0], 4),
	    b = date_words_number(w->word[1], 2),
	    c = date_words_number(w->word[2], 4);
	bool swap;

	if (a < 0 || b < 0 || c < 0 ||
	    (strlen(w->word[0]) == 4) == (strlen(w->word[2]) == 4)) {
		/* two digits each */
		if (a < 0 || b < 0 || strlen(w->word[0]) > 2 ||
		    (c = year_of(w->word[2], w->hyphens)) < 0)
			return false;
		*d = (struct date_parts){ c, b, a };
		return true;
	}
	if (strlen(w->word[0]) == 4) {
		*d = (struct date_parts){ a, b, c };
		return strlen(w->word[2]) <= 2;
	}
	swap = !day_exists(c, b, a) && day_exists(c, a, b);
	*d = (struct date_parts){ c, swap ? a : b, swap ? b : a };
	return strlen(w->word[0]) <= 2 && strlen(w->word[2]) == 4;
}

/* "3 mars 2027", and "3-mars-27", as spreadsheets write it. */
static bool
read_named(const struct date_words *w, struct date_parts *d)
{
	*d = (struct date_parts){ year_of(w->word[2], false),
		date_words_month(w->word[1]),
		date_words_number(w->word[0], 2) };
	return d->year >= 0 && d->month > 0 && d->day >= 0;
}

/* "avril 2027", "04/2027", "2027-04"; the day stays 0. */
static bool
read_month(const struct date_words *w, struct date_parts *d)
{
	const char *a = w->word[0], *b = w->word[1];

	*d = (struct date_parts){ 0 };
	if (!isdigit((unsigned char)*a)) {
		d->month = date_words_month(a);
		d->year = year_of(b, w->hyphens);
	} else if (strlen(a) == 4) {
		d->year = date_words_number(a, 4);
		d->month = date_words_number(b, 2);
	} else {
		d->month = date_words_number(a, 2);
		d->year = strlen(b) == 4 ? date_words_number(b, 4) : -1;
	}
	return d->year > 0 && d->month >= 1 && d->month <= 12;
}

static enum date_fault
read_parts(struct pool *pool, const char *s, struct date_words *w,
    struct date_parts *d)
{
	bool read = false;

	if (!date_words_split(pool, s, w))
		return DATE_UNREADABLE;
	if (w->n == 1)
		read = strspn(w->word[0], "0123456789") == 8 &&
		    w->word[0][8] == '\0' && read_compact(w->word[0], d);
	else if (w->n == 2)
		read = w->weekday < 0 && read_month(w, d);
	else if (w->n == 3)
		read = read_numbers(w, d) || read_named(w, d);
	if (!read)
		return DATE_UNREADABLE;
	if (w->n == 2)
		return DATE_MONTH_ONLY;
	return d->year < 1000 || !day_exists(d->year, d->month, d->day) ||
		(w->weekday >= 0 &&
		    w->weekday != weekday_at(d->year, d->month, d->day))
	    ? DATE_NO_SUCH_DAY
	    : DATE_READ;
}

/* ---- what is asked ---- */

/* Whether the moment is midnight in Paris, told in UTC: 23:00 in winter, 22:00
 * in summer.  Near the changes of the clock both are taken. */
static bool
is_paris_midnight(const struct date_words *w, const struct date_parts *d)
{
	bool summer = d->month >= 3 && d->month <= 10;
	bool winter = d->month <= 3 || d->month >= 10;

	return (w->zone == 'Z' || w->zone == 'z') && w->minute == 0 &&
	    ((w->hour == 23 && winter) || (w->hour == 22 && summer));
}

static void
next_day(struct date_parts *d)
{
	if (day_exists(d->year, d->month, ++d->day))
		return;
	d->day = 1;
	if (++d->month > 12) {
		d->month = 1;
		d->year++;
	}
}

char *
date_read_day(struct pool *pool, const char *s, enum date_fault *fault)
{
	struct date_words w;
	struct date_parts d;
	enum date_fault found = read_parts(pool, s, &w, &d);

	if (fault != NULL)
		*fault = found;
	if (found != DATE_READ)
		return NULL;
	if (is_paris_midnight(&w, &d))
		next_day(&d);
	return pool_printf(pool, "%04d-%02d-%02d", d.year, d.month, d.day);
}

char *
date_read_moment(struct pool *pool, const char *s, enum date_fault *fault)
{
	struct date_words w;
	struct date_parts d;
	enum date_fault found = read_parts(pool, s, &w, &d);
	struct tm tm = { 0 };
	time_t t;

	if (fault != NULL)
		*fault = found;
	if (found != DATE_READ)
		return NULL;
	if (!w.timed)
		return pool_printf(pool, "%04d-%02d-%02d", d.year, d.month,
		    d.day);
	tm = (struct tm){ .tm_year = d.year - 1900,
		.tm_mon = d.month - 1,
		.tm_mday = d.day,
		.tm_hour = w.hour,
		.tm_min = w.minute,
		.tm_sec = w.second };
	t = timegm(&tm) - (time_t)w.offset * 60;
	if (w.zone == '\0')
		t -= day_paris_offset(t - 3600);
	gmtime_r(&t, &tm);
	return pool_printf(pool, "%04d-%02d-%02d %02d:%02d:%02d",
	    tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min,
	    tm.tm_sec);
}

char *
date_read_month(struct pool *pool, const char *s, enum date_fault *fault)
{
	struct date_words w;
	struct date_parts d;
	enum date_fault found = read_parts(pool, s, &w, &d);

	if (found == DATE_MONTH_ONLY)
		found = DATE_READ;
	if (fault != NULL)
		*fault = found;
	return found == DATE_READ
	    ? pool_printf(pool, "%04d-%02d", d.year, d.month)
	    : NULL;
}

/* Of a leap year, so that 29 February is a day. */
char *
date_read_yearly(struct pool *pool, const char *s, enum date_fault *fault)
{
	struct date_words w;
	enum date_fault found = DATE_UNREADABLE;
	int a = -1, b = -1;

	if (date_words_split(pool, s, &w) && w.n == 2) {
		a = date_words_number(w.word[0], 2);
		b = date_words_number(w.word[1], 2);
		if (b < 0)
			b = date_words_month(w.word[1]);
	}
	if (a > 0 && b > 0) {
		bool iso = w.hyphens && day_exists(2000, a, b);

		found = iso || day_exists(2000, b, a) ? DATE_READ
						      : DATE_NO_SUCH_DAY;
		if (found == DATE_READ && !iso) {
			int day = a;

			a = b;
			b = day;
		}
	}
	if (fault != NULL)
		*fault = found;
	return found == DATE_READ ? pool_printf(pool, "%02d-%02d", a, b) : NULL;
}
