#ifndef CLOCK_H
#define CLOCK_H

/* Milliseconds since some moment that stays the same while the machine runs:
 * no date, but two of them have a difference whatever is done to the date of
 * the machine (CLOCK_MONOTONIC).  To the nanosecond; cannot fail. */
double clock_ms(void);

/* The same as of the last tick of the kernel, up to 4 ms ago, for what asks so
 * often that a precise clock would be felt. */
double clock_coarse_ms(void);

#endif
