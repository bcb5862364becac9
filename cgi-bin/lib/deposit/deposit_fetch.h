#ifndef DEPOSIT_FETCH_H
#define DEPOSIT_FETCH_H

#include "db/db.h"

enum { DEPOSIT_PATH = 32 };

/* Writes the bytes of a file that was deposited to one without a name, which is
 * gone with the process: its descriptor, for the caller to close unless it is
 * -1, and a path by which this process opens it.  RC_UNAVAILABLE, logged, when
 * there is no room for it, for the next run may find some; or as query_run. */
enum rc deposit_fetch(struct db *, long long id, int *fd,
    char path[DEPOSIT_PATH]);

#endif
