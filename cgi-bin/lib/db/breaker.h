#ifndef BREAKER_H
#define BREAKER_H

#include <stdbool.h>

/*
 * A base that hangs must cost one request of a process, not all: after a wait
 * in vain the breaker is open, and for a second what would ask the base fails
 * at once.  Times are of a clock that never jumps, in ms.
 */
struct breaker {
	double began; /* what may be waited for */
	double until; /* open until then; 0: it never was */
};

/* How long an answer may take, in ms; one that comes later is not waited for.
 * With the page that says so, a request stays under two seconds. */
enum { BREAKER_PATIENCE = 1500 };

/* Something begins that may take too long. */
void breaker_start(struct breaker *);

/* It failed: opens the breaker if it took long, for then it was given up. */
void breaker_failed(struct breaker *);

bool breaker_is_open(const struct breaker *);

#endif
