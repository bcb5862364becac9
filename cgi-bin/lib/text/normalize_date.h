#ifndef NORMALIZE_DATE_H
#define NORMALIZE_DATE_H

#include <stdbool.h>

#include "base/pool.h"

/* Days and moments, as people and other programs write them, to one spelling.
 * Each returns it, in the pool, or NULL when s is no such thing; blanks at the
 * ends do not count. */

/* Whether the calendar has that day, of a year of four digits. */
bool normalize_is_day(int year, int month, int day);

/* A day: 2027-04-03, 3/4/2027, 3-4-2027, 3.4.2027, 3 avril 2027; the month
 * comes first only when the day cannot.  To "2027-04-03". */
char *normalize_date(struct pool *, const char *s);

/* A moment: a day, "T" or a blank, 10:30 or 10:30:05, and an offset (Z, +02:00)
 * or none; to ISO 8601, unchanged when it is that already.  A day is its
 * midnight. */
char *normalize_datetime(struct pool *, const char *s);

/* Seconds since 1970, of 10 to 13 digits: the moment in Paris, in ISO 8601 with
 * its offset. */
char *normalize_unix_time(struct pool *, const char *s);

#endif
