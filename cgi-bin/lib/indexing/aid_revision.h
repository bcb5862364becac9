#ifndef AID_REVISION_H
#define AID_REVISION_H

#include "db/query.h"

/*
 * A revision is what the public had of an aid from a moment on.  Whatever
 * changes an aid, or what it bears, indexes it again, and what time alone does
 * is bulk_turn.h: both end here, where all revisions are made, and where how an
 * aid stands on a day is decided.
 */

/* Of which version of the data a revision is, and when it was made: the same
 * for all that one transaction makes, once it has the version. */
struct aid_revision {
	unsigned long long version;
	char today[11];
	char now[20]; /* in UTC */
};

/* That of now. */
void aid_revision_begin(struct aid_revision *, unsigned long long version);

/* Says of n aids, whose rows of aid_json are loaded, how they stand, and makes
 * a revision of each that then differs from its last one, or of all that are
 * public.  *made, which may be NULL, is increased by their number.  Errors as
 * query_run. */
enum rc aid_revision_write(struct db *, struct pool *,
    const struct aid_revision *, const struct value *ids, size_t n, bool all,
    unsigned long long *made);

#endif
