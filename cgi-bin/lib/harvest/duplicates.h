#ifndef DUPLICATES_H
#define DUPLICATES_H

#include "db/db.h"

/*
 * Aids that look the same, of one feed or of several: candidates for a person,
 * who says once what they are.  Names must be nearly the same: an address or a
 * text alone is shared by all the aids of a programme.  Then what else is the
 * same tells how sure it is: territory, address, backer, text (sketch.h).
 */
struct duplicate {
	long long id, other; /* the lesser id first */
	const char *slug, *other_slug, *name, *other_name, *source,
	    *other_source;
	int name_likeness, text_likeness; /* of 100; text -1: too short */
	bool address, backer, perimeter;  /* the same */
	bool wider;  /* one applies in more places: national and local */
	int certain; /* of 100 */
};

/* Those that nobody has judged, the surest first, in the pool.  Fails as
 * query_run does. */
enum rc duplicates_find(struct db *, struct pool *, struct duplicate **,
    size_t *n);

/* How alike two names are, of 100: the share of their words that both have,
 * stop words and endings apart.  For tests. */
int duplicates_names(const char *, const char *);

#endif
