#ifndef TWINS_H
#define TWINS_H

#include "db/query.h"

/*
 * Near-twins: aids of one backer, the first that is named, whose texts are
 * nearly the same (sketch.h).  Those of a group bear the id of its first aid in
 * aid_index, and a page of results shows them once.  They are looked for at the
 * end, among all the aids of the backers whose aids changed.
 */
struct twins;

/* Never NULL; the caller frees it, and NULL is ignored. */
struct twins *twins_new(void);
void twins_free(struct twins *);

/* Notes the backers of the aids of "ids".  Fails as query_run does. */
enum rc twins_note(struct twins *, struct db *, struct pool *,
    const struct arg *ids);

/* Writes the groups that changed, as of the version, and forgets the backers.
 * Fails as query_run does. */
enum rc twins_write(struct twins *, struct db *, unsigned long long version);

/* What is compared of an aid. */
struct twins_text {
	const char *name;
	const uint8_t *sketch;
};

/* The groups of n aids: in group, for each the number of the first of its
 * group, itself when it is alone.  Those are together whose texts are nearly
 * the same, or much alike when their names begin alike ("Protéger les captages
 * - animation"), and what is together with one of them. */
void twins_group(const struct twins_text *, size_t n, size_t *group);

#endif
