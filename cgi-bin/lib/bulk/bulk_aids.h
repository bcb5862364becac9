#ifndef BULK_AIDS_H
#define BULK_AIDS_H

#include "base/conf.h"
#include "bulk/bulk_file.h"
#include "db/db.h"

/* The aids that lists have, those that are open or will be, as files. */

enum {
	BULK_AIDS_JSON,
	BULK_AIDS_NDJSON,
	BULK_AIDS_CSV,
	BULK_EXCHANGE,
	BULK_LEFT_OUT, /* what that format cannot have, and why */
	BULK_AIDS
};

/* Writes them to open files, in that order, of rows that the caller's
 * transaction sees.  Errors as query_run. */
enum rc bulk_aids_write(struct db *, const struct conf *,
    struct bulk_file file[BULK_AIDS]);

#endif
