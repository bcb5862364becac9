#ifndef RANK_H
#define RANK_H

#include "base/pool.h"
#include "engine/catalogue.h"
#include "engine/rank_question.h"

/* Which aids match a question, best first.  Rules: AT 2.3, 2.4, 2.6, 2.8. */

struct rank_hit {
	const struct catalogue_aid *aid;
	float score;       /* of the words; 0 without */
	float prior;       /* by which it was multiplied: score.h */
	uint16_t distance; /* of its perimeter: 0 is the one asked */
	bool part;         /* its perimeter holds only a part of the place */
	bool weak;         /* it only says the words weakly: see score.h */
	bool near;         /* it says none: near.h found it */
	const struct rank_hit *twin; /* those that are folded behind it */
	uint32_t twins;
};

/*
 * The hits, best first, at most q->limit of them, in the pool; *n is how many
 * aids were found in all, those that are folded too.  Facets, zeroed by the
 * caller, may be NULL unless twins are folded.
 *
 * The order is total, so that it is stable from page to page.  By relevance:
 * what says the words before what only says them weakly, then score, then
 * distance of the perimeter (the one asked, then what contains it from narrow
 * to wide, then what it contains), then the first deadline, then the newest,
 * then the highest id.  By deadline, that comes first; by publication, the
 * newest then the highest id; by id, the highest.
 */
struct rank_hit *rank(struct pool *, const struct catalogue *,
    const struct rank_question *, size_t *n, struct rank_facets *);

#endif
