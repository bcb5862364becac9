#ifndef NEAR_H
#define NEAR_H

#include "engine/catalogue.h"
#include "engine/score.h"

/*
 * What is near in sense to the words of a question, whether it says them or
 * not: adds to the scores of documents the cosine of their directions and that
 * of the question (word_vectors.h), and of what it aims at, as near.c states
 * it.  Nothing when the question or the catalogue has no directions.
 */
void near_add(struct pool *, const struct catalogue *,
    const struct rank_question *, struct scores *);

/* The docs that are of the kind of that direction, or nearly: for aim_docs of
 * each question that aims at it.  The caller frees it. */
uint64_t *near_kind_new(const struct catalogue *, const struct vector *);

#endif
