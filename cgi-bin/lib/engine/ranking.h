#ifndef RANKING_H
#define RANKING_H

#include <string.h>

#include "engine/criteria.h"
#include "engine/score.h"
#include "engine/top.h"

/* A question being answered, for rank.c and twin_fold.c. */

/* A question under way.  Sets are of docs. */
struct ranking {
	struct pool *pool;
	const struct catalogue *c;
	const struct rank_question *q;
	struct criteria in;
	struct scores scores;
	uint64_t *found;          /* all but duplicates, then them too */
	const uint64_t *unfolded; /* the same before twins were; NULL: none */
};

/* A copy of a set. */
static inline uint64_t *
ranking_copy(const struct ranking *x, const uint64_t *set)
{
	return memcpy(criteria_new_set(&x->in), set,
	    x->c->words * sizeof(*set));
}

/* How far its perimeter is: first the one asked, then what contains it from
 * narrow to wide, then what it contains, which only serves a part of it. */
static inline uint16_t
ranking_distance(const struct ranking *x, size_t doc)
{
	uint8_t scale = x->c->scale[doc];

	if (!x->q->has_place || x->q->unplaced || bits_has(x->in.asked, doc))
		return 0;
	return (uint16_t)(scale > x->q->scale ? scale : 100 + 25 - scale);
}

static inline bool
ranking_is_weak(const struct ranking *x, size_t doc)
{
	return x->scores.strong != NULL && !bits_has(x->scores.strong, doc);
}

/* Whether what aids say does not count, nor where they are. */
static inline bool
ranking_is_dated(const struct ranking *x)
{
	return x->q->order == RANK_PUBLICATION || x->q->order == RANK_ID;
}

/* The high bits of a key: 16 of the deadline, by that order, or else whether it
 * is weak; 32 of the strength, inverted.  The low 16 are the distance. */
static inline uint64_t
ranking_strength(const struct ranking *x, size_t doc)
{
	uint64_t major = 0;

	if (ranking_is_dated(x))
		return 0;
	if (x->q->has_words)
		major = (uint64_t)~score_strength(&x->scores, doc) << 16;
	if (x->q->order == RANK_DEADLINE)
		major |= x->c->order[doc] >> 48 << 48;
	else
		major |= (uint64_t)ranking_is_weak(x, doc) << 48;
	return major;
}

/* The order of the catalogue; by publication, without its deadline. */
static inline uint64_t
ranking_minor(const struct ranking *x, size_t doc)
{
	uint64_t order = x->c->order[doc];

	if (x->q->order == RANK_ID)
		return UINT32_MAX - x->c->aid[doc].id;
	return x->q->order == RANK_PUBLICATION ? order << 16 >> 16 : order;
}

static inline struct top_key
ranking_key(const struct ranking *x, size_t doc)
{
	return (struct top_key){ ranking_is_dated(x)
		    ? 0
		    : ranking_strength(x, doc) | ranking_distance(x, doc),
		ranking_minor(x, doc), (uint32_t)doc };
}

#endif
