#ifndef VERSION_H
#define VERSION_H

#include <stdbool.h>
#include <sys/types.h>
#include <time.h>

#include "db/db.h"

/*
 * The version of the data: a number that every change increases.  A process
 * reads it from the database once a second, and at once when the notice file
 * has grown: guichet appends a byte to it after each change on this machine.
 * So an edit by guichet shows at the next request, and one from elsewhere
 * within a second.
 */
struct version {
	unsigned long long number;
	long long changed; /* when it was made, in seconds since 1970; 0:
			    * unknown */
	time_t asked;      /* 0: not yet */
	off_t size;        /* of the notice, when it was asked */
	ino_t file;
	unsigned min_schema; /* the step that a program must know to read */
};

/* Brings *v, zeroed at first, up to date.  RC_UNAVAILABLE, logged once, also
 * when the schema says that only newer programs than this may read. */
enum rc version_read(struct version *, struct db *, struct pool *,
    const char *notice);

/* Whether this program may read the base, when it was last asked: false when it
 * is of a newer Guichet. */
bool version_may_read(const struct version *);

/* Increases the version, within the transaction that changes the data; *v
 * becomes the new number.  Another such transaction is waited for, some minutes
 * at most: who waits is told so.  RC_UNAVAILABLE, logged, after them. */
enum rc version_bump(struct db *, struct pool *, unsigned long long *v);

/* Tells the programs of this machine that the data changed.  A failure is no
 * error, for they ask within a second anyway. */
void version_tell(const char *notice);

#endif
