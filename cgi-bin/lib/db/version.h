#ifndef VERSION_H
#define VERSION_H

#include <sys/types.h>
#include <time.h>

#include "db/db.h"

/*
 * The version of the data, which every change makes another.  A process asks
 * the base for it in each new second, and at once when the notice says that
 * guichet changed something on this machine: a file that grows by a byte each
 * time.  So an edit by guichet shows at the next request, and one from
 * elsewhere within the second.
 */
struct version {
	unsigned long long number;
	long long changed; /* when it was made, in seconds since 1970; 0:
			    * unknown */
	time_t asked;      /* 0: not yet */
	off_t size;        /* of the notice, when it was asked */
	ino_t file;
	unsigned readers; /* the oldest program: by the last step it knows */
};

/* Brings *v, zeroed at first, up to date.  RC_UNAVAILABLE, logged once, also
 * when the schema says that only newer programs than this may read. */
enum rc version_read(struct version *, struct db *, struct pool *,
    const char *notice);

/* Makes another version of the data, within the transaction that changes it; *v
 * becomes its number. */
enum rc version_bump(struct db *, struct pool *, unsigned long long *v);

/* Tells the programs of this machine that the data changed; that it cannot is
 * no error, for they ask soon. */
void version_tell(const char *notice);

#endif
