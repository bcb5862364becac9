#ifndef ROW_AHEAD_H
#define ROW_AHEAD_H

#include "db/query.h"
#include "db/row_store.h"

/*
 * Rows that are read ahead of whoever asks for them: once a key of a query was
 * not in the store, all its rows are read into it, in the order of their keys,
 * a piece at a time (a run), by one process at a time.  Runs are entries of the
 * store: all processes have them, and any goes on behind the last one.
 *
 * It is for a query that takes a list of keys, or else "after", the key behind
 * which it answers, and "most", how many rows; whose first column is the key,
 * an integer over 0 or bytes in their order; and that has one row a key.
 */
struct row_ahead;

/* What a process knows of the runs of a store.  The caller frees it; NULL is
 * ignored. */
struct row_ahead *row_ahead_new(void);
void row_ahead_free(struct row_ahead *);

/* The store is another: nothing was read, and nothing is wanted. */
void row_ahead_forget(struct row_ahead *);

/* Whether it may be read ahead. */
bool row_ahead_is_for(const struct query *);

/*
 * The row of a key in the runs: *row and *rows 1; *rows 0 when there is none in
 * the base.  False when the runs do not say: the query is then wanted.
 */
bool row_ahead_find(struct row_ahead *, const struct row_store *, struct pool *,
    enum query_id, const struct value *key, struct value ***row,
    unsigned *rows);

/* Whether any is. */
bool row_ahead_wants(const struct row_ahead *);

/*
 * Reads a run of a query that is wanted; whether there is more to read.
 * Nothing is while another process reads, nor once the store fills up; and what
 * cannot be read is no more wanted.
 */
bool row_ahead_read(struct row_ahead *, struct row_store *, struct db *,
    struct pool *);

#endif
