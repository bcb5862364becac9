#ifndef TIMING_H
#define TIMING_H

#include <stdbool.h>

/* Where the time of a request goes, told in a Server-Timing header when
 * GUICHET_TIMING is set: for "make bench", not for a public site. */
enum timing { TIMING_DB, TIMING_XSLT, TIMING_HTML, TIMING_ALL, TIMING__MAX };

bool timing_on(void);
void timing_reset(void);
void timing_start(enum timing);
void timing_stop(enum timing);
/* Microseconds since the reset. */
double timing_us(enum timing);

#endif
