#ifndef BREAKER_H
#define BREAKER_H

#include <stdbool.h>

/*
 * A database that hangs must cost a process one request, not all of them: after
 * a timeout the breaker is open, and for a second every query fails at once.
 * A database on this machine that greets who connects is only slow at one
 * answer, and opens no breaker.  Times are of the monotonic clock, in ms.
 */
struct breaker {
	double began;     /* when breaker_start was called */
	double until;     /* open until then; 0: closed */
	char socket[108]; /* where it last answered; "": over the network, or
			   * not yet */
};

/* Call before what may time out. */
void breaker_start(struct breaker *);

/* Call when it failed.  True if it had timed out: then the breaker is open,
 * unless the database greets. */
bool breaker_failed(struct breaker *);

bool breaker_is_open(const struct breaker *);

/* Closes it: the database answered, on the socket of that path; NULL: over the
 * network. */
void breaker_close(struct breaker *, const char *socket);

/* Whether to try a connection.  After a timeout, a database on this machine
 * must first greet; else the breaker is open for another second. */
bool breaker_try(struct breaker *);

#endif
