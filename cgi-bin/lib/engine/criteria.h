#ifndef CRITERIA_H
#define CRITERIA_H

#include "base/pool.h"
#include "engine/catalogue.h"
#include "engine/rank_question.h"

/* The criteria of a question but its words: a set of docs each, in the pool. */
struct criteria {
	struct pool *pool;
	const struct catalogue *c;
	const struct rank_question *q;
	uint64_t *base;             /* meet the criteria of no group */
	uint64_t *group[RANK__MAX]; /* meet those of the group; NULL: all */
	uint64_t *there;            /* of perimeters that match; NULL: all */
	uint64_t *asked;            /* of the perimeters asked; NULL: none */
	uint64_t *whole;            /* of those that hold one; NULL: none */
	uint64_t *unplaced;         /* base without a perimeter; NULL: none */
};

/* The sets of a question: the visible aids, restricted. */
struct criteria criteria_read(struct pool *, const struct catalogue *,
    const struct rank_question *);

/* One criterion more, of a group or of RANK_NONE.  The set becomes theirs. */
void criteria_restrict(struct criteria *, enum rank_group, uint64_t *set);

/* A new, empty set. */
uint64_t *criteria_new_set(const struct criteria *);

#endif
