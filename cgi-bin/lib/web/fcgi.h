#ifndef FCGI_H
#define FCGI_H

#include <stdbool.h>
#include <stddef.h>

#include "base/pool.h"
#include "base/rc.h"

/*
 * The door: requests come in and answers leave by it.  The only room that
 * knows FastCGI.  The same program answers one request as plain CGI when its
 * standard input is not a listening socket.
 */
struct fcgi;

typedef void fcgi_handler(struct fcgi *, void *arg);

/*
 * Takes requests and gives each to fn, until SIGTERM or max requests.  SIGTERM
 * is only looked at between two requests: no answer is ever cut.  Returns the
 * exit status for main.
 */
int fcgi_run(fcgi_handler *fn, void *arg, unsigned long max);

/* A CGI variable; NULL when it is not set.  Lasts until the handler returns. */
const char *fcgi_env(const struct fcgi *, const char *name);

/*
 * Reads the whole body, of at most max bytes, into the pool, closed by a NUL.
 * RC_TOO_LARGE for a longer one, RC_BAD_PARAM for one that ends before the length
 * that was said, or whose length is not said.
 */
enum rc fcgi_read(struct fcgi *, struct pool *, size_t max, const char **body,
    size_t *n);

/* Sends n bytes to the server; false when it went away. */
bool fcgi_write(struct fcgi *, const char *p, size_t n);

#endif
