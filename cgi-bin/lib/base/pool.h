#ifndef POOL_H
#define POOL_H

#include <stddef.h>

/*
 * An arena: what one request allocates is freed all at once.  Nothing from a
 * pool is freed alone.  Allocation cannot fail: when the machine has no memory
 * left the process ends with a message, for no page can be made.
 */
struct pool;

/* A new, empty pool; the caller frees it with pool_free, which ignores NULL. */
struct pool *pool_new(void);
void pool_free(struct pool *);

/* Runs the cleanups, last one first, and frees everything but one block, which
 * the next request uses. */
void pool_reset(struct pool *);

/* n zeroed bytes, aligned for any type. */
void *pool_take(struct pool *, size_t n);

/* The same, not zeroed: for memory that is written before it is read. */
void *pool_room(struct pool *, size_t n);

/* A copy of the n bytes of s, or of the whole of s, NUL-terminated. */
char *pool_strndup(struct pool *, const char *s, size_t n);
char *pool_strdup(struct pool *, const char *s);

/* A printf-like string of the pool. */
char *pool_printf(struct pool *, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* Runs fn(arg) at the next reset: how a handle of another library is freed with
 * the pool. */
void pool_defer(struct pool *, void (*fn)(void *), void *arg);

#endif
