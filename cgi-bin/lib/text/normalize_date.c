/* normalize_date.c - days and moments, to one spelling. */

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/str.h"
#include "text/day.h"
#include "text/normalize.h"
#include "text/normalize_date.h"

/* From the year 1000: DATE of MariaDB goes no further back, and a year of two
 * digits that was read as it stands is no day. */
bool
normalize_is_day(int y, int m, int d)
{
	return y >= 1000 && day_exists(y, m, d);
}

/* The month that the folded word names, or begins to name with a dot. */
static int
month_of(const char *word)
{
	static const char *const months[] = { "janvier", "fevrier", "mars",
		"avril", "mai", "juin", "juillet", "aout", "septembre",
		"octobre", "novembre", "decembre" };

	for (int i = 0; i < 12; i++)
		if (strcmp(months[i], word) == 0)
			return i + 1;
	return 0;
}

/* Whether s begins as the shape says: "0" stands for any digit. */
static bool
begins(const char *s, const char *shape)
{
	for (; *shape != '\0'; s++, shape++)
		if (*shape == '0' ? !isdigit((unsigned char)*s) : *s != *shape)
			return false;
	return true;
}

/* Reads a day at the beginning of s; where it ends, or NULL. */
static const char *
read_day(const char *s, int *y, int *m, int *d)
{
	char word[32], folded[32];
	int n = 0, a, b;

	if (begins(s, "0000-00-00")) {
		sscanf(s, "%4d-%2d-%2d", y, m, d);
		return normalize_is_day(*y, *m, *d) ? s + 10 : NULL;
	}
	if (!isdigit((unsigned char)*s))
		return NULL;
	if (sscanf(s, "%2d%*1[/.-]%2d%*1[/.-]%4d%n", &a, &b, y, &n) == 3 &&
	    strspn(s, "0123456789/.-") >= (size_t)n) {
		bool day_first = normalize_is_day(*y, b, a);

		*d = day_first ? a : b;
		*m = day_first ? b : a;
		return normalize_is_day(*y, *m, *d) ? s + n : NULL;
	}
	n = 0;
	if (sscanf(s, "%2d%*[er] %31[^ 0-9] %4d%n", d, word, y, &n) == 3 ||
	    sscanf(s, "%2d %31[^ 0-9] %4d%n", d, word, y, &n) == 3) {
		*m = month_of(str_fold(folded, sizeof(folded), word));
		return n > 0 && normalize_is_day(*y, *m, *d) ? s + n : NULL;
	}
	return NULL;
}

/* A text after the day makes it no day. */
char *
normalize_date(struct pool *pool, const char *s)
{
	const char *text = normalize_text(pool, s), *end;
	int y, m, d;

	end = read_day(text, &y, &m, &d);
	if (end == NULL || *end != '\0')
		return NULL;
	return pool_printf(pool, "%04d-%02d-%02d", y, m, d);
}

/* An offset: nothing, "Z", "+02:00", "+0200". */
static bool
is_offset(const char *s)
{
	size_t n = strlen(s);

	if (n == 0 || strcmp(s, "Z") == 0)
		return true;
	if (*s++ != '+' && s[-1] != '-')
		return false;
	return (n == 6 && begins(s, "00:00") && s[3] < '6' && atoi(s) <= 14) ||
	    (n == 5 && begins(s, "0000") && s[2] < '6' && atoi(s) <= 1459);
}

char *
normalize_datetime(struct pool *pool, const char *s)
{
	const char *text = normalize_text(pool, s), *end;
	int y, mo, d, h, mi, sec = 0;
	bool seconds;

	if ((end = read_day(text, &y, &mo, &d)) == NULL)
		return NULL;
	if (*end == '\0')
		return pool_printf(pool, "%04d-%02d-%02dT00:00", y, mo, d);
	if (!begins(end, "T00:00") && !begins(end, " 00:00"))
		return NULL;
	sscanf(end + 1, "%2d:%2d", &h, &mi);
	end += 6;
	if ((seconds = begins(end, ":00"))) {
		sscanf(end + 1, "%2d", &sec);
		end += 3;
	}
	if (*end == '.') /* fractions go */
		end += 1 + strspn(end + 1, "0123456789");
	if (h > 23 || mi > 59 || sec > 59 || !is_offset(end))
		return NULL;
	return seconds ? pool_printf(pool, "%04d-%02d-%02dT%02d:%02d:%02d%s", y,
			     mo, d, h, mi, sec, end)
		       : pool_printf(pool, "%04d-%02d-%02dT%02d:%02d%s", y, mo,
			     d, h, mi, end);
}

/* Europe's summer time: from the last Sunday of March to that of October, both
 * at 1:00 UTC. */
static bool
is_summer(const struct tm *utc)
{
	int sunday = 31 - (utc->tm_wday + 31 - utc->tm_mday) % 7;
	bool after = utc->tm_mday > sunday ||
	    (utc->tm_mday == sunday && utc->tm_hour >= 1);

	if (utc->tm_mon == 2 || utc->tm_mon == 9)
		return after == (utc->tm_mon == 2);
	return utc->tm_mon > 2 && utc->tm_mon < 9;
}

char *
normalize_unix_time(struct pool *pool, const char *s)
{
	size_t n = strlen(s);
	time_t t = (time_t)strtoll(s, NULL, 10);
	struct tm tm;
	int offset;

	if (n < 10 || n > 13 || strspn(s, "0123456789") != n)
		return NULL;
	gmtime_r(&t, &tm);
	offset = is_summer(&tm) ? 2 : 1;
	t += 3600 * offset;
	if (gmtime_r(&t, &tm) == NULL || tm.tm_year > 9999 - 1900)
		return NULL;
	return pool_printf(pool, "%04d-%02d-%02dT%02d:%02d:%02d+%02d:00",
	    tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min,
	    tm.tm_sec, offset);
}
