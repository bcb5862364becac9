#ifndef BREAKER_H
#define BREAKER_H

#include <stdbool.h>

/*
 * A base that hangs must cost one request of a process, not all: after a wait
 * in vain the breaker is open, and for a second what would ask the base fails
 * at once.  Times are of a clock that never jumps, in ms.
 */
struct breaker {
	double began;     /* what may be waited for */
	double until;     /* open until then; 0: the base answers */
	char socket[108]; /* where it did; "": by the network, or not yet */
};

/* How long an answer may take, in ms; one that comes later is not waited for.
 * With the page that says so, a request stays under two seconds. */
enum { BREAKER_PATIENCE = 1500 };

/* Something begins that may take too long. */
void breaker_start(struct breaker *);

/* It failed: opens the breaker if it took long, for then it was given up. */
void breaker_failed(struct breaker *);

bool breaker_is_open(const struct breaker *);

/* The base answered, by the socket of that path; NULL: by the network. */
void breaker_close(struct breaker *, const char *socket);

/* Before a connection: whether it is worth a try.  After a wait in vain, a base
 * on this machine must first say something within a tenth of a second; else the
 * breaker is open for another second. */
bool breaker_try(struct breaker *);

#endif
