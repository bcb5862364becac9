/* day.c - days of the calendar. */

#include <ctype.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "text/day.h"

/* By the Gregorian calendar, whatever the year. */
static int
days_in(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
		31 };
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return days[month - 1] + (month == 2 && leap);
}

bool
day_exists(int year, int month, int day)
{
	return year >= 1 && year <= 9999 && month >= 1 && month <= 12 &&
	    day >= 1 && day <= days_in(year, month);
}

/* The number that n digits make; -1 when one of them is no digit, so that
 * nothing is read past the end of a text. */
static int
read_digits(const char *s, int n)
{
	int number = 0;

	for (; n > 0; n--, s++) {
		if (!isdigit((unsigned char)*s))
			return -1;
		number = number * 10 + *s - '0';
	}
	return number;
}

const char *
day_read(const char *s, int *year)
{
	int y, m, d;

	if ((y = read_digits(s, 4)) < 0 || s[4] != '-' ||
	    (m = read_digits(s + 5, 2)) < 0 || s[7] != '-' ||
	    (d = read_digits(s + 8, 2)) < 0 || !day_exists(y, m, d))
		return NULL;
	if (year != NULL)
		*year = y;
	return s + 10;
}

long
day_number(const char *s)
{
	struct tm tm = { .tm_year = read_digits(s, 4) - 1900,
		.tm_mon = read_digits(s + 5, 2) - 1,
		.tm_mday = read_digits(s + 8, 2) };

	return timegm(&tm) / 86400;
}

/* strftime would stat the file of the time zone at each request. */
static void
write_tm(const struct tm *tm, char s[11])
{
	snprintf(s, 11, "%04u-%02u-%02u",
	    (unsigned)(tm->tm_year + 1900) % 10000u,
	    (unsigned)(tm->tm_mon + 1) % 100u, (unsigned)tm->tm_mday % 100u);
}

void
day_write(long day, char s[11])
{
	struct tm tm;

	gmtime_r(&(time_t){ (time_t)day * 86400 }, &tm);
	write_tm(&tm, s);
}

time_t
day_clock(void)
{
	const char *fixed = getenv("GUICHET_TODAY");
	time_t now = time(NULL);
	struct tm tm;

	if (fixed == NULL || localtime_r(&now, &tm) == NULL ||
	    strptime(fixed, "%Y-%m-%d", &tm) == NULL)
		return now;
	tm.tm_isdst = -1;
	return mktime(&tm);
}

long
day_local(time_t moment, char s[11])
{
	struct tm tm;

	localtime_r(&moment, &tm);
	write_tm(&tm, s);
	tm.tm_hour = tm.tm_min = tm.tm_sec = 0;
	return timegm(&tm) / 86400;
}

long
day_today(char s[11])
{
	return day_local(day_clock(), s);
}

static void
write_moment(time_t moment, char s[20])
{
	struct tm tm;

	gmtime_r(&moment, &tm);
	strftime(s, 20, "%Y-%m-%d %H:%M:%S", &tm);
}

void
day_begin(long day, char s[20])
{
	struct tm tm;

	gmtime_r(&(time_t){ (time_t)day * 86400 }, &tm);
	tm.tm_isdst = -1;
	write_moment(mktime(&tm), s);
}

void
day_now(char s[20])
{
	const char *fixed = getenv("GUICHET_TODAY");

	if (fixed != NULL && day_read(fixed, NULL) != NULL)
		day_begin(day_number(fixed), s);
	else
		write_moment(time(NULL), s);
}

/* 1:00 in UTC on the last Sunday of a month of 31 days. */
static time_t
last_sunday(int year, int month)
{
	struct tm tm = { .tm_year = year, .tm_mon = month, .tm_mday = 31 };

	timegm(&tm);
	tm.tm_mday -= tm.tm_wday;
	tm.tm_hour = 1;
	return timegm(&tm);
}

long
day_paris_offset(time_t t)
{
	struct tm tm;

	gmtime_r(&t, &tm);
	return t >= last_sunday(tm.tm_year, 2) && t < last_sunday(tm.tm_year, 9)
	    ? 7200
	    : 3600;
}
