#ifndef COUNT_MONTH_H
#define COUNT_MONTH_H

#include <stdint.h>

#include "db/db.h"

/*
 * Who stands behind a count, and how long counts are kept.
 *
 * A count that is of one reader is not told.  So rows of counts have 64 bits,
 * of which a network sets one (linear counting): where COUNT_LEAST bits are
 * set, as many networks did it.  Which bit is that of a network is told by a
 * MAC, under a secret of the month; networks themselves are not kept.
 *
 * A month is over when no line of it can come any more.  Then what too few
 * asked in it is forgotten, with its secret, and so are counts that are older
 * than pages can show.
 */
enum {
	COUNT_DAYS_LATE = 8, /* a line comes within so many */
	COUNT_YEARS = 3      /* that counts are kept */
};

struct count_months;

/* The caller frees it; NULL is ignored. */
struct count_months *count_months_new(void);
void count_months_free(struct count_months *);

/* The bit of a network on a day, "2026-11-30"; 0 in a month that is over.  The
 * secret of a month is made when it is first asked for, in the transaction of
 * the caller.  Errors as query_run. */
enum rc count_month_bit(struct count_months *, struct db *, const char *day,
    const char *network, uint64_t *bit);

/* Forgets secrets that were read or made: their transaction has ended. */
void count_months_drop(struct count_months *);

/* Ends the months that are over.  It may be stopped anywhere, and goes on the
 * next time.  Errors as query_run. */
enum rc count_months_end(struct db *);

#endif
