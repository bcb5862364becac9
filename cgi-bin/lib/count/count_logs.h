#ifndef COUNT_LOGS_H
#define COUNT_LOGS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/conf.h"
#include "count/count_most.h"
#include "db/db.h"

/* The logs of this host: that of the setting count_log, and what logrotate made
 * of it. */

/* Their paths in the pool, the oldest first, n of them; 0 when there is none
 * yet.  What keeps them from being seen, in the pool, or NULL: a folder that is
 * closed is not one without logs. */
const char *count_logs(struct pool *, const char *log, char ***paths,
    size_t *n);

/* What keeps them from being counted, in the pool, or NULL. */
struct count_fault {
	const char *fault; /* NULL: none */
	const char *mend;
	long long last; /* when something was counted, of any host, in seconds
			 * since 1970; 0: never */
};

/* They cannot be seen or read, one has lines and nothing was counted for over a
 * day, the last time is one to come, or there is no log though nginx answers
 * for the site and nothing was counted for over a day.  Errors as query_run. */
enum rc count_logs_fault(struct db *, const struct conf *, struct pool *,
    bool nginx, struct count_fault *);

/* Of whom the lines at the beginning of the log are. */
void count_logs_most(struct pool *, const char *path, struct count_most *);

#endif
