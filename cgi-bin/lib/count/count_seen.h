#ifndef COUNT_SEEN_H
#define COUNT_SEEN_H

#include <stdbool.h>

#include "db/db.h"

/*
 * Robots that do not name themselves, by what they do: an address (of a
 * network: nginx shortens it) and an agent that do more than SEEN_MINUTE things
 * within one minute are left out until the end of that day.  What they did
 * before was counted.  There is no bound to a day: a network may be an office.
 *
 * Nobody is kept for that: a day of a host is a row of SEEN_PLACES numbers, and
 * a visitor is found among them by a MAC, under a secret that is of the row, so
 * that nobody can choose to fall together with another.  Two readers are taken
 * for one once in billions.
 */
enum { SEEN_MINUTE = 30, SEEN_PLACES = 65536 };

struct count_seen;

/* For the logs of a host, whose name must outlive it; the caller frees it. */
struct count_seen *count_seen_new(const char *host);
void count_seen_free(struct count_seen *);

/* Notes one thing that a visitor did, whom a text names; *robot says whether it
 * is left out.  Reads the row of the day at its first use; errors as query_run.
 */
enum rc count_seen_add(struct count_seen *, struct db *, const char *day,
    unsigned minute, const char *visitor, bool *robot);

/* Writes what was noted, and forgets it: the next use reads it again. */
enum rc count_seen_write(struct count_seen *, struct db *);

/* Forgets it without writing it. */
void count_seen_drop(struct count_seen *);

#endif
