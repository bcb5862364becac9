#ifndef LIST_FRAGMENTS_H
#define LIST_FRAGMENTS_H

#include "db/db.h"
#include "xml/xsl.h"

/* Renders the parts of pages that depend on lists alone, choices and filters,
 * into the database; within the caller's transaction.  Fails as query_run and
 * xsl_apply do. */
enum rc list_fragments_render(struct db *, const struct xsl *);

#endif
