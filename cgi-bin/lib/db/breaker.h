#ifndef BREAKER_H
#define BREAKER_H

#include <stdbool.h>

/*
 * A database that hangs must cost a process one request, not all of them: after
 * a timeout the breaker is open, and for a second every query fails at once.
 * Times are of the monotonic clock, in ms.
 */
struct breaker {
	double began;     /* when breaker_start was called */
	double until;     /* open until then; 0: closed */
	char socket[108]; /* where it last answered; "": over the network, or
			   * not yet */
};

/* How long an answer may take, in ms; one that comes later is not waited for.
 * With the page that says so, a request stays under two seconds. */
enum { BREAKER_PATIENCE = 1500 };

/* Call before what may time out. */
void breaker_start(struct breaker *);

/* Call when it failed: opens the breaker if it had timed out. */
void breaker_failed(struct breaker *);

bool breaker_is_open(const struct breaker *);

/* Closes it: the database answered, on the socket of that path; NULL: over the
 * network. */
void breaker_close(struct breaker *, const char *socket);

/* Whether to try a connection.  After a timeout, a database on this machine
 * must first send something within a tenth of a second; else the breaker is
 * open for another second. */
bool breaker_try(struct breaker *);

#endif
