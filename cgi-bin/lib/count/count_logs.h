#ifndef COUNT_LOGS_H
#define COUNT_LOGS_H

#include <stddef.h>

#include "base/conf.h"
#include "db/db.h"

/* The logs of this host: that of the setting count_log, and what logrotate made
 * of it. */

/* Their paths in the pool, the oldest first, n of them; 0 when there is none
 * yet.  What keeps them from being seen, in the pool, or NULL: a folder that is
 * closed is not one without logs. */
const char *count_logs(struct pool *, const char *log, char ***paths,
    size_t *n);

/* What keeps them from being counted, in the pool, or NULL: they cannot be
 * seen or read, or one has lines and nothing was counted for over a day.
 * *last: when something was, of any host, in seconds since 1970; 0: never.
 * Errors as query_run. */
enum rc count_logs_fault(struct db *, const struct conf *, struct pool *,
    const char **fault, long long *last);

#endif
