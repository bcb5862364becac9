#ifndef ROW_CACHE_H
#define ROW_CACHE_H

#include "db/query.h"

/*
 * Rows read lately, kept while the data is of one version: what a reader asks
 * (the words, the place, the aids on his page) is mostly what another asked.
 *
 * It keeps rows of keyed queries: those that take a list of keys, and whose
 * first column is the key that the row answers to.  Memory is bounded, and what
 * has not been asked for longest goes first.
 */
struct row_cache;

/* Holds about so many bytes, and what one request reads beyond.  The caller
 * frees it. */
struct row_cache *row_cache_new(size_t bytes);
void row_cache_free(struct row_cache *);

/* Another bound, as the data grows. */
void row_cache_set_limit(struct row_cache *, size_t bytes);

/* Once before each request.  Forgets all when the version is another than
 * before; rows given by earlier calls are then no more. */
void row_cache_begin(struct row_cache *, unsigned long long version);

/*
 * Runs the keyed query over n keys, named as the query names them: keys that
 * are not in memory are asked for, all in one query with the other args.  The
 * rows come by the order of the keys, those of a key in the query's order; a
 * key of nothing has none.  They last until the next row_cache_begin; the pool holds
 * the list of them.  A key given twice has its rows twice.
 *
 * The answer must only depend on the version, the keys, and nothing in args.
 */
enum rc row_cache_query(struct row_cache *, struct db *, struct pool *,
    enum query_id, enum query_arg keys_name, const struct value *keys, size_t n,
    struct result *);

/*
 * Something else that only depends on the version and a key, as n bytes aligned
 * for any type: row_cache_find gives what row_cache_add copied, for as long as rows last,
 * or NULL.  kind is the same pointer for both.
 */
const void *row_cache_find(struct row_cache *, const char *kind,
    const char *key);
const void *row_cache_add(struct row_cache *, const char *kind, const char *key,
    const void *bytes, size_t n);

#endif
