#ifndef SCORE_H
#define SCORE_H

#include "engine/rank_question.h"

/* What the words of a question give the aids that bear them. */
struct scores {
	uint64_t *enough;              /* places of those that bear enough */
	const uint16_t *sum, *decided; /* by place */
	uint16_t all;                  /* decided, of an aid that bears all */
	float unit;                    /* what one of sum is worth */
};

/* Scores the catalogue, in the pool. */
struct scores score_words(struct pool *, const struct catalogue *,
    const struct rank_question *);

/* By what an aid is ranked, more is better: what it bears of all that was asked
 * counts too. */
static inline uint32_t
score_strength(const struct scores *s, size_t place)
{
	return (uint32_t)s->sum[place] *
	    (s->all > 0 ? s->decided[place] : UINT16_MAX);
}

/* The same as it is told. */
float score_told(const struct scores *, size_t place);

/* What one concept of the question gives one aid, by its place. */
float score_of(const struct catalogue *, const struct rank_question *,
    int concept, uint32_t place);

/* The passage of each of n aids, by their rising or falling places, where the
 * rarest of the words that it bears stands; 0: in none. */
void score_passages(const struct catalogue *, const struct rank_question *,
    const uint32_t *place, size_t n, uint8_t *at);

#endif
