#ifndef FUNDED_IMPORT_H
#define FUNDED_IMPORT_H

#include <stdio.h>

#include "db/db.h"
#include "index/words.h"
#include "table/csv_source.h"

struct funded_report {
	FILE *refused; /* gets what was not taken (import_report.h), or NULL */
	unsigned long count;    /* projects taken */
	unsigned long placed;   /* of which the beneficiary is known */
	unsigned long left_out; /* lines that would show nothing */
};

/*
 * Imports a file of funded projects: the laureates of the Fonds
 * vert, or the projects of DETR, DSIL, DPV and DSID as the DGCL publishes them,
 * recognised by their columns; or what funded_table_export and the site's table
 * of funded projects write.  They replace those of that source, in one
 * transaction.  What is not taken is said by line, column and reason.  A
 * department is its number or its name.  *r, zeroed by the caller but for its
 * file, is the report.  RC_BAD_PARAM, logged,
 * when the file is neither, or holds too few (loss.h) without force; otherwise
 * as query_run.
 */
enum rc funded_import(struct db *, struct words *, const char *source,
    struct csv_source *, bool force, struct funded_report *r);

#endif
