#ifndef INDEXER_H
#define INDEXER_H

#include "db/db.h"
#include "index/words.h"
#include "vectors/word_vectors.h"
#include "xml/xsl.h"

/*
 * Indexes the aids that changed: makes all that the search reads of them,
 * namely narrow rows (catalogue.h), rendered cards and pages, passages and
 * posting lists.  It works within the caller's transaction, so that readers see
 * an aid and its index change together.
 */
struct indexer;

/* The folders of xsl/ that the sheets must come from, NULL at the end. */
extern const char *const indexer_sheets[];

/* The connection, sheets, words and vectors must outlive it; without vectors,
 * which are then NULL, no aid has a direction.  The caller frees it; NULL is
 * ignored. */
struct indexer *indexer_new(struct db *, const struct xsl *, struct words *,
    const struct word_vectors *);
void indexer_free(struct indexer *);

/* Indexes n aids again, and sets the version of their rows, which is the one
 * that the transaction makes.  Fails as query_run and xsl_apply do; the caller
 * then rolls back. */
enum rc indexer_add(struct indexer *, const long long *ids, size_t n,
    unsigned long long version);

/* Writes the posting lists and the near-twins: once, after the last
 * indexer_add. */
enum rc indexer_finish(struct indexer *);

#endif
