#ifndef TIMING_H
#define TIMING_H

#include <stdbool.h>

/*
 * Where the time of a request goes, sent in a Server-Timing header when
 * GUICHET_TIMING is set: for "make bench", not for a public site.  TIMING_ALL
 * is the whole request; the others are parts of it.
 */
enum timing { TIMING_DB, TIMING_XSLT, TIMING_HTML, TIMING_ALL, TIMING__MAX };

/* Whether GUICHET_TIMING was set when this was first called. */
bool timing_on(void);

/* Sets all to 0: at the beginning of a request. */
void timing_reset(void);

/* Times what stands between the two; both do nothing when timing is off. */
void timing_start(enum timing);
void timing_stop(enum timing);

/* Microseconds between starts and stops since the reset. */
double timing_us(enum timing);

#endif
