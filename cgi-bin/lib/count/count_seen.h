#ifndef COUNT_SEEN_H
#define COUNT_SEEN_H

#include <stdbool.h>
#include <stdint.h>

#include "db/db.h"

/*
 * Robots that do not name themselves, by what they do: an address (of a
 * network: nginx shortens it) and an agent that do more than SEEN_MINUTE things
 * within one minute, or SEEN_DAY on one day, are left out until the end of that
 * day.  What they did before was counted.
 *
 * Nobody is kept for that: a day of a host is a row of SEEN_PLACES numbers, and
 * who falls on one is found by a hash.  Two readers rarely share one, and it
 * does not matter unless one is a robot.
 */
enum { SEEN_MINUTE = 30, SEEN_DAY = 300, SEEN_PLACES = 65536 };

struct count_seen;

/* For the logs of a host, whose name must outlive it; the caller frees it. */
struct count_seen *count_seen_new(const char *host);
void count_seen_free(struct count_seen *);

/* Notes one thing that a visitor did; *robot says whether it is left out.
 * Reads the row of the day at its first use; errors as query_run. */
enum rc count_seen_add(struct count_seen *, struct db *, const char *day,
    unsigned minute, uint64_t visitor, bool *robot);

/* Writes what was noted, and forgets it: the next use reads it again. */
enum rc count_seen_write(struct count_seen *, struct db *);

/* Forgets it without writing it. */
void count_seen_drop(struct count_seen *);

#endif
