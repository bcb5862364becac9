#ifndef COUNTERS_H
#define COUNTERS_H

#include <stddef.h>

#include "base/counters_file.h"

/*
 * What a worker counts, for counters_read.h to tell.  No count tells of a
 * person: routes are those of the program, never the address that was asked.
 */

/*
 * Takes a slot of FOLDER/counters for this process, which it keeps until it
 * ends, and names its n routes, the first of which is number 1.  Returns NULL,
 * or what failed ("cannot open", ...) with errno set: the process then counts
 * for itself alone.  The folder is the program's own; the file is read by all.
 */
const char *counters_open(const char *folder, const char *const *routes,
    size_t n);
void counters_close(void);

/* One more. */
void counters_add(enum counter);

/* Begins to time an answer; then one more answer of the route with that number
 * and that HTTP status. */
void counters_begin(void);
void counters_answer(size_t route, int status);

#endif
