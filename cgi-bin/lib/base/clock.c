/* clock.c - how much time passes. */

#include <time.h>

#include "base/clock.h"

/* Neither clock is ever missing on Linux, so that no error is looked at. */
static double
clock_read(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

double
clock_ms(void)
{
	return clock_read(CLOCK_MONOTONIC);
}

double
clock_coarse_ms(void)
{
	return clock_read(CLOCK_MONOTONIC_COARSE);
}
