#ifndef COUNTERS_READ_H
#define COUNTERS_READ_H

#include <stdbool.h>
#include <stddef.h>

#include "base/counters_file.h"

/* The slots of FOLDER/counters, mapped to be read; NULL with errno set when
 * there is none, or it is of another layout.  The caller frees it. */
struct counters_file;
struct counters_file *counters_read(const char *folder);
void counters_free(struct counters_file *);

/* Slot i; NULL when no worker ever took it.  *alive: one holds it now. */
const struct counters *counters_slot(const struct counters_file *, size_t i,
    bool *alive);

/* The sum of all slots, by the names of routes: its first is "", for what has
 * no route.  malloc'ed, and freed by free; NULL when memory is exhausted. */
struct counters *counters_sum(const struct counters_file *);

#endif
