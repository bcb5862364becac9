#ifndef TABLES_H
#define TABLES_H

#include <stdbool.h>

#include "base/conf.h"
#include "base/pool.h"
#include "base/rc.h"

/*
 * The tables of the whole catalogue, files that nginx serves: readers then ask
 * no program for them.  Those of today are TABLES_DIR/aides-2026-11-29.csv,
 * .csv.gz and .xlsx; those of another day are not served, for aids open and
 * close, and the program answers.
 */

/* Writes those of today, which take their names once they are whole, and
 * removes the others: RC_OK when the setting tables_dir is empty.  RC_FAIL,
 * logged, when one cannot be made; none is left then. */
enum rc tables_write(const struct conf *);

/* Whether those of today are there, or none are wanted. */
bool tables_are(struct pool *, const struct conf *);

/* Why no file can be written in tables_dir, in the pool and in the language of
 * the administrator; NULL when it can, or when there is none. */
const char *tables_fault(struct pool *, const struct conf *);

#endif
