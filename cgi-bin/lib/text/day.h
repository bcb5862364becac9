#ifndef DAY_H
#define DAY_H

#include <stdbool.h>
#include <time.h>

/* Days of the Gregorian calendar, the one that SQL's DATE and ISO 8601 have. */

/* Whether there is such a day; years from 1 to 9999. */
bool day_exists(int year, int month, int day);

/* Reads a day spelled "2027-02-28" at the start of s, digits alone, and returns
 * where it ends.  NULL when it is not so spelled, or there is no such day.
 * year may be NULL. */
const char *day_read(const char *s, int *year);

/* The days from 1970-01-01 to one that day_read reads; and back, as
 * "2026-11-22", for years from 1 to 9999. */
long day_number(const char *s);
void day_write(long day, char s[11]);

/* Now.  GUICHET_TODAY in the environment is a day to take instead of today, at
 * the same time of day, for tests. */
time_t day_clock(void);

/* The day of a moment in the time zone of this machine, where a deadline ends
 * at midnight: writes "2026-11-22" to s, and returns the days since
 * 1970-01-01. */
long day_local(time_t, char s[11]);

/* That of day_clock(). */
long day_today(char s[11]);

/* When that day begins in the time zone of this machine: writes the moment in
 * UTC, "2026-11-21 23:00:00". */
void day_begin(long day, char s[20]);

/* Now in UTC, as "2026-11-22 10:30:05"; when GUICHET_TODAY begins. */
void day_now(char s[20]);

/* How many seconds the clock of Paris is before UTC at that moment, by the rule
 * of the European Union since 1996. */
long day_paris_offset(time_t);

#endif
