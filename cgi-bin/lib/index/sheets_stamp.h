#ifndef SHEETS_STAMP_H
#define SHEETS_STAMP_H

#include "db/db.h"

/* Which sheets the aids were rendered ahead with. */

/* A digest of the sheets of the share folder that parts of pages are rendered
 * ahead with, in the pool. */
const char *sheets_stamp(struct pool *, const char *share_dir);

/* Notes that aids were rendered with them, when these are all that there are.
 * Errors as query_run. */
enum rc sheets_stamp_note(struct db *, struct pool *, const char *share_dir,
    unsigned long aids);

#endif
