#ifndef BULK_FILES_H
#define BULK_FILES_H

#include "base/conf.h"
#include "db/db.h"

/* The files of a generation. */

/*
 * Writes all of them to the folder, of rows that the caller's transaction sees,
 * and what they are (bulk_list.h).  Territories change seldom: those of before,
 * a folder or NULL, are linked when they are of the same names of places, which
 * have that version, and of this build; and so is any file whose bytes are the
 * same, with its date.  RC_FAIL, logged, when one cannot be
 * written; otherwise as query_run.
 */
enum rc bulk_files_write(struct db *, const struct conf *, const char *folder,
    const char *before, long long places);

#endif
