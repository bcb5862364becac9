#ifndef SHEETS_STAMP_H
#define SHEETS_STAMP_H

#include "db/db.h"

/* Which version of the sheets the aids were rendered ahead with, and which
 * rules of words and word vectors they were indexed by. */

/* A digest of the sheets of the share folder that parts of pages are rendered
 * ahead with, and of the rules of stem.h and the word vectors; in the pool. */
const char *sheets_stamp(struct pool *, const char *share_dir);

/* Records that so many aids were rendered with them, if that is all aids.
 * Fails as query_run does. */
enum rc sheets_stamp_note(struct db *, struct pool *, const char *share_dir,
    unsigned long aids);

#endif
