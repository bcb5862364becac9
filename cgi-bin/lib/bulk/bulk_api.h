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

enum bulk_api { BULK_BACKERS, BULK_PERIMETERS, BULK_LISTS };

/* The names of the files of a list, in the order of the forms. */
extern const char *const bulk_api_names[BULK_LISTS][BULK_FORMS];

/* Writes a list to open files.  Errors as query_run and xsl_apply. */
enum rc bulk_api_write(struct db *, const struct conf *, enum bulk_api,
    struct bulk_file file[BULK_FORMS]);

#endif
