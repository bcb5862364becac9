#ifndef DEPOSIT_BYTES_H
#define DEPOSIT_BYTES_H

#include "db/query.h"

/* Files as rows: a piece is far below what a statement may carry and what a
 * slow disk writes in the time that one has. */
enum { DEPOSIT_MAX = 8 << 20, DEPOSIT_PIECE = 1 << 20 };

/* Adds the n bytes by that query, which takes the arguments given and the
 * number and the bytes of a piece; within the caller's transaction.  Fails as
 * query_run does. */
enum rc deposit_bytes_add(struct db *, struct pool *, const struct arg *of,
    enum query_id add, const char *bytes, size_t n);

#endif
