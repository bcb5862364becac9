/* breaker.c - a base that hangs is not waited for again and again. */

#include <time.h>

#include "db/breaker.h"

/* In ms.  A connection has a whole second (db.c); what is refused, or cut by a
 * server that ends, fails long before. */
enum { LONG = 900, OPEN = 1000 };

static double
breaker_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

void
breaker_start(struct breaker *b)
{
	b->began = breaker_now();
}

void
breaker_failed(struct breaker *b)
{
	double now = breaker_now();

	if (now - b->began >= LONG)
		b->until = now + OPEN;
}

bool
breaker_is_open(const struct breaker *b)
{
	return b->until > 0 && breaker_now() < b->until;
}
