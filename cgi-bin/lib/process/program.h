#ifndef PROGRAM_H
#define PROGRAM_H

#include "process/page.h"

/* The life of a process: opens all that its requests need, serves them until
 * SIGTERM or its maximum number of requests, closes.  With --version as its
 * argument, prints its version instead.  Returns the exit status for main. */
int program_main(const struct program *, int argc, char **argv);

#endif
