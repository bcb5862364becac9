#ifndef BULK_H
#define BULK_H

#include <stdbool.h>

#include "base/conf.h"
#include "db/db.h"

/*
 * The exports: the whole catalogue as files for programs, which nginx serves:
 * who wants all of it asks no program.
 *
 * They are made again when the data, the day or the address of the site is
 * another, in a folder of their own; then the link EXPORTS_DIR/current leads to
 * it, all at once: a reader has them all of one time, and never a part of one.
 * The folder before stays for who reads it.  A run that is killed leaves
 * nothing that a reader sees, and the next one clears it away.
 *
 * A run rests ten times as long as the last one took, so that a large catalogue
 * does not keep the machine at it; after one that failed five minutes at least.
 */
enum bulk_done {
	BULK_SAME,
	BULK_RESTS,
	BULK_WAITS, /* the last one failed */
	BULK_BUSY,
	BULK_MADE,
	BULK_FAILED
};

struct bulk_times {
	double took; /* seconds */
	double rest; /* BULK_RESTS, BULK_WAITS: how many are left of it */
};

/* Makes them when they are due, or in any case when force says so.  BULK_BUSY:
 * another run is at it.  BULK_FAILED: logged, and the files are those of
 * before. */
enum bulk_done bulk_run(struct db *, const struct conf *, bool force,
    struct bulk_times *);

/* Whether those of some run are there, or none are wanted; in the pool. */
bool bulk_are(struct pool *, const struct conf *);

#endif
