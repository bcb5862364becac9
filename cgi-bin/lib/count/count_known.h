#ifndef COUNT_KNOWN_H
#define COUNT_KNOWN_H

#include <stdbool.h>

#include "base/conf.h"
#include "db/db.h"
#include "gen/constants.h"

/* What the lines of a log may speak of: the portals, audiences, aids... that
 * the base has.  What it has not is not counted. */
struct count_known;

enum count_kind {
	COUNT_AID = KIND_AID,
	COUNT_BACKER = KIND_BACKER,
	COUNT_PROGRAM = KIND_PROGRAM,
	COUNT_PLACE = KIND_PLACE, /* a territory */
	COUNT_KIND__MAX
};

/* Reads it; the settings must outlive it.  The caller frees it; NULL is
 * ignored.  Errors as query_run; *known is then NULL. */
enum rc count_known_read(struct db *, const struct conf *,
    struct count_known **known);
void count_known_free(struct count_known *);

/* Whether there is one of that id. */
bool count_knows(const struct count_known *, enum count_kind, long long id);

/* The id of a portal, by its slug; below 0 for none. */
long long count_known_portal(const struct count_known *, const char *slug);

/* Whether that is the slug of an audience. */
bool count_known_audience(const struct count_known *, const char *slug);

/* Whether the site, or a portal, has that host name. */
bool count_known_host(struct count_known *, const char *host);

#endif
