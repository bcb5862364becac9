#ifndef PROJECT_MATCH_H
#define PROJECT_MATCH_H

#include "base/pool.h"
#include "vocabulary/projects.h"

/* Which project types a text is about, by what its words mean: their stems
 * and their families (synonyms.h), as the search understands them. */
struct project_match;

/* Reads the names of all project types, which must outlive it, with the
 * synonyms.  The caller frees it; NULL is ignored. */
struct project_match *project_match_new(const struct projects *, struct words *,
    const struct synonyms *);
void project_match_free(struct project_match *);

/*
 * The project types that the text is most likely about, best first: at most
 * max of them, in best, all worth at least half of the first.  Returns how
 * many; none when only intentions ("rénover") match.  Takes some microseconds:
 * no query is asked.  The memory it works in is of the pool.
 */
int project_match_best(const struct project_match *, struct pool *,
    struct words *, const char *text, const struct project **best, int max);

#endif
