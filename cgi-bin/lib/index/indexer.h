#ifndef INDEXER_H
#define INDEXER_H

#include "db/db.h"
#include "index/words.h"
#include "xml/xsl.h"

/*
 * Makes what search reads of the aids that changed: narrow rows, rendered
 * cards and pages, passages, posting lists.  It works within the caller's
 * transaction, so that readers see the aid and its index change together.
 */
struct indexer;

/* The folders of xsl/ that the sheets must come from, ended by NULL. */
extern const char *const indexer_sheets[];

/* The connection, sheets and words must outlive it.  Freed by the caller. */
struct indexer *indexer_new(struct db *, const struct xsl *, struct words *);
void indexer_free(struct indexer *);

/* Indexes n aids again; version is the one that the transaction makes. */
enum rc indexer_add(struct indexer *, const long long *ids, size_t n,
    unsigned long long version);

/* Writes the posting lists: once, after the last indexer_add. */
enum rc indexer_finish(struct indexer *);

/* Renders the parts of pages that only depend on lists. */
enum rc indexer_render_lists(struct indexer *);

#endif
