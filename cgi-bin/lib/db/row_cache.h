#ifndef ROW_CACHE_H
#define ROW_CACHE_H

#include "db/query.h"

/*
 * A cache of rows, kept while the data is of one version: readers mostly ask
 * for what others have asked for (the words, the place, the aids on a page).
 * Without it a list takes 70 times as long.  The processes of a program have it
 * between them: what one has read, all have.
 *
 * It caches keyed queries: those that take a list of keys, and whose first
 * column is the key that the row belongs to; and whole answers of queries that
 * say so.  Memory is bounded.
 */
struct row_cache;

/* A cache of about so many bytes, of this process.  The caller frees it; NULL
 * is ignored. */
struct row_cache *row_cache_new(size_t bytes);
void row_cache_free(struct row_cache *);

/* It is the one of all processes that give that path, in a folder of theirs,
 * and that number, which changes with the build and the settings.  When it
 * cannot be shared, which is logged once, each has its own, of a quarter of the
 * size. */
void row_cache_share(struct row_cache *, const char *path, uint64_t program);

/* Another size, from when it is next opened, and a number that changes with all
 * else that rows depend on beside the version of the data: with another one
 * nothing that was kept is found. */
void row_cache_depend(struct row_cache *, size_t bytes, uint64_t on);

/* Once before each request: drops everything when the version is another than
 * before, or when no more was kept because it is full.  Rows that earlier calls
 * returned are invalid from then on, and after row_cache_depend. */
void row_cache_begin(struct row_cache *, unsigned long long version);

/*
 * Runs the keyed query for n keys, under the name of the argument that takes
 * them.  Keys that are not cached are read in one query.  Rows come in the
 * order of the keys, those of one key in the query's order; a key may have
 * none, and one given twice has its rows twice.  They last until the pool is
 * reset or row_cache_begin is called, their texts aligned for any type.
 * Without a cache, NULL, all are read. RC_FAIL, logged, for more than 2,048
 * keys; otherwise as query_run.
 *
 * The answer must depend on nothing but the version and the keys.
 */
enum rc row_cache_query(struct row_cache *, struct db *, struct pool *,
    enum query_id, enum query_arg keys_name, const struct value *keys, size_t n,
    struct result *);

/* Whether keyed queries had to be run that may be read ahead (row_ahead.h).
 * Between requests, reads some of their rows that were not asked yet: whether
 * there are more to read. */
bool row_cache_wants(const struct row_cache *);
bool row_cache_ahead(struct row_cache *, struct db *, struct pool *);

/*
 * Runs a query that says "-- cached", or takes its rows from when it ran with
 * the same arguments; any other, or without a cache, NULL, runs as by
 * query_run.
 */
enum rc row_cache_run(struct row_cache *, struct db *, struct pool *,
    enum query_id, const struct arg *args, struct result *);

/*
 * Anything else that depends on the version and a key alone, as n bytes aligned
 * for any type and without pointers.  row_cache_add returns a copy, or bytes
 * themselves when there is no room: they must last as long as the request.
 * row_cache_find returns the copy, or NULL; it lasts as long as rows do.  Each
 * kind has a name of its own.
 */
const void *row_cache_find(struct row_cache *, const char *kind,
    const char *key);
const void *row_cache_add(struct row_cache *, const char *kind, const char *key,
    const void *bytes, size_t n);

#endif
