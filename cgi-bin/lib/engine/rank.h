#ifndef RANK_H
#define RANK_H

#include "base/pool.h"
#include "engine/rank_question.h"

/* Which aids answer a question, best first.  Rules: AT 2.3, 2.4, 2.6, 2.8. */

struct rank_hit {
	const struct catalogue_aid *aid;
	float score;   /* of the words; 0 without */
	uint16_t near; /* smaller is nearer */
};

/*
 * The hits in total and stable order, at most q->limit of them, in the pool;
 * *n how many there are in all.  facets may be NULL.
 *
 * An aid is found when the concepts that decide and that it bears are worth
 * enough of those asked.  By relevance: score, then nearness of the perimeter
 * (the one asked, then what contains it from narrow to wide, then what it
 * contains), then the deadline that comes first, then the newest, then the
 * highest id.
 */
struct rank_hit *rank(struct pool *, const struct catalogue *,
    const struct rank_question *, size_t *n, struct rank_facets *);

#endif
