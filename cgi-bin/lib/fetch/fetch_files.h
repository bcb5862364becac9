#ifndef FETCH_FILES_H
#define FETCH_FILES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/pool.h"

/* The files of a folder in the order of their names, or the one file, of this
 * machine: *n paths in the pool, most at most.  False, with errno, when it
 * cannot be read. */
bool fetch_files_list(struct pool *, const char *path, const char **paths,
    size_t most, size_t *n);

#endif
