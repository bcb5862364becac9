#ifndef REINDEX_H
#define REINDEX_H

#include "db/query.h"

/*
 * Aids bear names of backers and programmes, and links to their pages, rendered
 * ahead.  Indexes and renders again the aids that a query answers, whose first
 * column is the id, and whose arguments are id, today and "after", the last one
 * of the batch before.
 *
 * It works within the transaction of the caller, the one that changes what aids
 * bear: a change is never there without them, and what fails leaves all as it
 * was.  With the sheets of the share folder.  Fails as query_run and xsl_apply
 * do, and with RC_FAIL, logged, when a sheet does not compile; the caller then
 * rolls back.
 */
enum rc reindex_aids(struct db *, const char *share_dir, enum query_id,
    long long id);

#endif
