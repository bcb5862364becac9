#ifndef DATE_READ_H
#define DATE_READ_H

#include "base/pool.h"

/*
 * The one reader of dates that people wrote: in forms, tables and feeds.
 *
 * Days are read in the French order: 31/12/2026, 31-12-2026, 31 12 2026,
 * 30.11.27, 3 mars 2027, 1er janvier 2027, mercredi 3 mars 2027, 3 avr. 27;
 * and in that of ISO 8601: 2027-03-03, 2027/3/3, 20270303.  The month comes
 * first only where the day cannot: 12/31/2026.  A year of two digits is of
 * 1969 to 2068, as POSIX has it; between hyphens it could be the day of ISO's
 * order, and is refused, but not beside a month's name: 3-mars-27.  Case,
 * accents and blanks at the ends do not count, nor do words around it that name
 * no other day: "jusqu'au", "au plus tard le", "inclus", "minuit".
 *
 * Names may be English, in the same order, as feeds write them.
 *
 * A moment is a day and what follows it: "T10:30", " 10:30:05", " a 17h30"
 * with its accent, and an offset (Z, +02:00, " +0200", " GMT") or none.
 */

enum date_fault {
	DATE_READ,        /* none */
	DATE_UNREADABLE,  /* no date, or one that could be several days */
	DATE_NO_SUCH_DAY, /* 2026-02-30, or a weekday that it is not */
	DATE_MONTH_ONLY   /* "avril 2027": a month, where a day is wanted */
};

/* The day, as "2027-03-03" in the pool; that of a moment is the one written,
 * but a midnight of Paris told in UTC ("2026-12-30T23:00:00Z", as JavaScript
 * writes it) is of the day that it begins.  NULL, and *fault says why, which
 * may be NULL. */
char *date_read_day(struct pool *, const char *s, enum date_fault *fault);

/* The moment in UTC, as "2027-03-03 10:30:00" in the pool; one that tells no
 * offset is on the clock of Paris.  A day without a time is as above, but for
 * midnights of Paris.  NULL as above. */
char *date_read_moment(struct pool *, const char *s, enum date_fault *fault);

/* The month, as "2027-04" in the pool: avril 2027, mi-avril 2027, avr. 27,
 * 04/2027, 2027-04, or that of a day.  NULL as above. */
char *date_read_month(struct pool *, const char *s, enum date_fault *fault);

/* A day of any year, as "MM-DD" in the pool: 02-29, 29/02, 1er mars.  Two
 * numbers with a hyphen are ISO's month and day, unless they cannot be.  NULL
 * as above. */
char *date_read_yearly(struct pool *, const char *s, enum date_fault *fault);

#endif
