#ifndef BULK_LAST_H
#define BULK_LAST_H

#include "base/pool.h"

/* BULK_RESTS_TIMES: how many times as long as a run took no other begins. */
enum { BULK_STAMP = 512, BULK_RESTS_TIMES = 10 };

/* What the last runs left in the folder of the exports.  Moments are seconds
 * since 1970, times are seconds. */
struct bulk_last {
	char stamp[BULK_STAMP];     /* what the files are made of: the version
	                             * of the data, the day, the address, the
	                             * build; "": there are none */
	double made, took;          /* the files; 0 */
	double failed, failed_took; /* tried since; 0: none failed */
};

/* Reads it.  A folder without files, or none, is no fault. */
void bulk_last_read(struct pool *, const char *dir, struct bulk_last *);

#endif
