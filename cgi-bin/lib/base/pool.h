#ifndef POOL_H
#define POOL_H

#include <stddef.h>

/*
 * An arena: what one request needs is taken from it and given back all at
 * once.  Nothing from a pool is freed.  Memory is exhausted only when the
 * machine is: then the process ends with a message, for no page can be made.
 */
struct pool;

/* A new, empty pool; the caller frees it with pool_free. */
struct pool *pool_new(void);
void pool_free(struct pool *);

/* Gives everything back, after running the cleanups, last one first. */
void pool_reset(struct pool *);

/* n zeroed bytes, aligned for any type. */
void *pool_take(struct pool *, size_t n);

/* The same not zeroed, for who writes what he reads. */
void *pool_room(struct pool *, size_t n);

/* A copy of n bytes of s, closed by a NUL. */
char *pool_strndup(struct pool *, const char *s, size_t n);
char *pool_strdup(struct pool *, const char *s);

/* A printf-like string of the pool. */
char *pool_printf(struct pool *, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* Runs fn(arg) at the next reset: how a handle of a library joins the pool. */
void pool_defer(struct pool *, void (*fn)(void *), void *arg);

#endif
