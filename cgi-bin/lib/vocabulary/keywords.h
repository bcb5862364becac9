#ifndef KEYWORDS_H
#define KEYWORDS_H

#include <stdio.h>

#include "db/db.h"
#include "table/csv_source.h"

/* The families of words of synonyms.h, as a table "type;terme;synonymes":
 * types are objet, intention and sigle, synonyms are separated by bars. */

extern const char *const keywords_columns[];

/* Puts the families of the table in the place of those that are
 * there, in one transaction, in effect at once; *count of them.  RC_BAD_PARAM,
 * logged with its line, for a table that is not valid, or that loses too much
 * (loss.h) without force. */
enum rc keywords_import(struct db *, struct csv_source *, bool force,
    unsigned long *count);

/* Writes them as such a table. */
enum rc keywords_export(struct db *, FILE *);

#endif
