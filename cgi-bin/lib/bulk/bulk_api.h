#ifndef BULK_API_H
#define BULK_API_H

#include "base/conf.h"
#include "bulk/bulk_file.h"
#include "db/db.h"

/*
 * Lists of the API, whole: what its handlers and its sheets say of each page,
 * so that a file and an answer never differ.
 */

enum { BULK_JSON, BULK_NDJSON, BULK_CSV, BULK_FORMS };

/* Write a list to open files, one of each form.  Errors as query_run and
 * xsl_apply. */
enum rc bulk_backers_write(struct db *, const struct conf *,
    struct bulk_file file[BULK_FORMS]);
enum rc bulk_perimeters_write(struct db *, const struct conf *,
    struct bulk_file file[BULK_FORMS]);

#endif
