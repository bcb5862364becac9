#ifndef SCORE_H
#define SCORE_H

#include "base/pool.h"
#include "engine/rank_question.h"

/* The relevance of documents to the words of a question: BM25, as score.c
 * states it. */

struct scores {
	uint64_t *enough; /* docs that have enough of the words */
	/* Of those, what says one that decides by more than weak variants; NULL
	 * when all do, or none decides. */
	uint64_t *strong;
	const uint16_t *sum, *decided; /* by doc, in whole blocks */
	const uint8_t *prior; /* of docs; NULL: an audience is asked, or none */
	uint16_t all;         /* decided, of a doc with every word */
	float unit;           /* what one of sum is worth */
	/* By doc, what its sense adds, and what one of that is worth (near.c);
	 * NULL: that does not count. */
	const uint16_t *near;
	uint32_t near_unit;
	uint64_t *added; /* docs that it found; NULL: none */
};

/* Scores all documents; all that is returned is in the pool. */
struct scores score_words(struct pool *, const struct docs *,
    const struct rank_question *);

/* By what a doc is ranked, more is better: its score times how much of the
 * question it has, an eighth with room for what its sense adds when that
 * counts; times its prior. */
static inline uint32_t
score_strength(const struct scores *s, size_t doc)
{
	uint32_t strength = (uint32_t)s->sum[doc] *
	    (s->all > 0 ? s->decided[doc] : UINT16_MAX);

	if (s->near != NULL)
		strength = strength / 8 + s->near[doc] * s->near_unit;
	return s->prior != NULL
	    ? (uint32_t)((uint64_t)strength * (s->prior[doc] + 1u) >> 8)
	    : strength;
}

/* By what the rest was multiplied for whom the doc is for: 1, or less. */
static inline float
score_prior(const struct scores *s, size_t doc)
{
	return s->prior != NULL ? (float)(s->prior[doc] + 1) / 256 : 1;
}

/* The same on the scale that pages show. */
float score_value(const struct scores *, size_t doc);

/* What one concept of the question gives one doc, on a scale of worths: for the
 * explanation of a score. */
float score_of(const struct docs *, const struct rank_question *, int concept,
    uint32_t doc);

/* For each of n docs, in increasing or decreasing order, the passage where the
 * word that is worth most stands; 0 when none stands in a passage. */
void score_passages(const struct docs *, const struct rank_question *,
    const uint32_t *doc, size_t n, uint8_t *at);

#endif
