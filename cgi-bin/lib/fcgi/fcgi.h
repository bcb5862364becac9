#ifndef FCGI_H
#define FCGI_H

#include <stdbool.h>
#include <stddef.h>

#include "base/pool.h"
#include "base/rc.h"

/*
 * Requests come in and responses leave here, over FastCGI; the same program
 * answers one request as plain CGI when its standard input is not a listening
 * socket.
 *
 * A connection carries one request, and is closed after the answer.  Requests
 * are read whole, with their bodies, several at a time, and answered one at a
 * time.  The peer is a web server, which may be compromised: what it sends is
 * bounded, and a peer that stops midway is disconnected within seconds (see
 * exchange.c), and holds nobody meanwhile.
 */
struct fcgi;

/* Answers a request: calls fcgi_respond, once. */
typedef void fcgi_handler(struct fcgi *, void *arg);

/* Does a little of what can wait, as long as nobody does; false when there is
 * no more to do until a handler says so. */
typedef bool fcgi_idle(void *arg);

/* Takes bodies of up to so many bytes, instead of half a megabyte: each request
 * that is read may hold as much. */
void fcgi_take_bodies(size_t max);

/*
 * Accepts requests and calls fn with each, until SIGTERM or max requests; and
 * idle, unless it is NULL, when there is none.
 * SIGTERM is only delivered between two requests, so that no response is cut
 * short, and those that are being read have two seconds more.  Returns the exit
 * status for main.
 */
int fcgi_run(fcgi_handler *fn, fcgi_idle *idle, void *arg, unsigned long max);

/* Whether a web server started this process for one request, as plain CGI: RFC
 * 3875 wants GATEWAY_INTERFACE set, and those that forget it set
 * REQUEST_METHOD. */
bool fcgi_is_cgi(void);

/* Whether a web server is there to ask: a listening socket on standard input,
 * or CGI; fcgi_run returns FCGI_NOBODY without one. */
bool fcgi_has_server(void);
enum { FCGI_NOBODY = 2 };

/* A CGI variable; NULL when it is not set.  Lasts until the handler returns. */
const char *fcgi_env(const struct fcgi *, const char *name);

/*
 * The whole body, of at most max bytes, NUL-terminated; it lasts as long as the
 * request, and the pool.  RC_TOO_LARGE for a longer one, RC_BAD_PARAM for one
 * without a Content-Length or shorter than it says.
 */
enum rc fcgi_read(struct fcgi *, struct pool *, size_t max, const char **body,
    size_t *n);

/* Sends the response, its head and its body, which may be empty; false when the
 * connection is closed, or the server has stopped reading. */
bool fcgi_respond(struct fcgi *, const char *head, size_t head_n,
    const char *body, size_t body_n);

/* Says that there is something to do when nobody waits. */
void fcgi_want_idle(struct fcgi *);

/*
 * Answers the request of a connected socket with fn, and closes the socket.
 * False when no request came: fn was not called.  fcgi_run calls it for each
 * connection, tests for theirs.
 */
bool fcgi_serve(int fd, fcgi_handler *fn, void *arg);

#endif
