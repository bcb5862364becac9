/* timing.c - where the time of a request goes. */

#include <stdlib.h>

#include "base/clock.h"
#include "base/timing.h"

/*
 * One clock for the process, as log.c has one name for its lines: a process
 * answers one request at a time, and rooms that know nothing of requests (db,
 * xml) are timed.  No answer depends on it.
 */
static struct {
	enum { UNKNOWN, OFF, ON } state;
	double since[TIMING__MAX], spent[TIMING__MAX]; /* microseconds */
} timing;

bool
timing_on(void)
{
	if (timing.state == UNKNOWN)
		timing.state = getenv("GUICHET_TIMING") != NULL ? ON : OFF;
	return timing.state == ON;
}

void
timing_reset(void)
{
	for (int i = 0; i < TIMING__MAX; i++)
		timing.spent[i] = 0;
}

void
timing_start(enum timing t)
{
	if (timing_on())
		timing.since[t] = 1e3 * clock_ms();
}

void
timing_stop(enum timing t)
{
	if (timing_on())
		timing.spent[t] += 1e3 * clock_ms() - timing.since[t];
}

double
timing_us(enum timing t)
{
	return timing.spent[t];
}
