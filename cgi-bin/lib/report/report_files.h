#ifndef REPORT_FILES_H
#define REPORT_FILES_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/pool.h"

/*
 * The files of a report in a folder that may be served meanwhile: each is there
 * whole or as it was before, and what an earlier report left and this one has
 * no more is removed at the end.  A list in the folder tells which files are of
 * reports: no other one is touched.
 */
struct report_files;

/* Opens it, and makes the folder when there is none.  NULL, logged, when it
 * cannot be written, or another report is being written there.  Closed with the
 * pool. */
struct report_files *report_files_open(struct pool *, const char *folder);

/* Writes a file whose name has no slash and is not hidden; false, logged. */
bool report_files_put(struct report_files *, const char *name,
    const struct buf *);

/* Copies a file of the site there, under its own name; false, logged. */
bool report_files_copy(struct report_files *, const char *path);

/* The same of a sheet of styles, with the files of the site's /static/ that it
 * names, from the folder that the sheet is in. */
bool report_files_copy_css(struct report_files *, const char *path);

/* Removes what is of no report any more; false, logged. */
bool report_files_end(struct report_files *);

#endif
