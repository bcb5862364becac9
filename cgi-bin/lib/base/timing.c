/* timing.c - where the time of a request goes. */

#include <stdlib.h>
#include <time.h>

#include "base/timing.h"

static int on = -1;
static double since[TIMING__MAX], spent[TIMING__MAX];

bool
timing_on(void)
{
	if (on < 0)
		on = getenv("GUICHET_TIMING") != NULL;
	return on;
}

static double
now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

void
timing_reset(void)
{
	for (int i = 0; i < TIMING__MAX; i++)
		spent[i] = 0;
}

void
timing_start(enum timing t)
{
	if (timing_on())
		since[t] = now_us();
}

void
timing_stop(enum timing t)
{
	if (timing_on())
		spent[t] += now_us() - since[t];
}

double
timing_us(enum timing t)
{
	return spent[t];
}
