#ifndef FACET_H
#define FACET_H

#include "engine/catalogue.h"
#include "engine/rank_question.h"

/* Facet counts: how many aids each value of a criterion would leave, chosen
 * alone in its group, the other criteria as they are. */

/* Adds the counts of one group over a set of docs, which are those that meet
 * the criteria of all other groups: for each value, the population of its bit
 * set ANDed with the set. */
void facet_count(struct rank_facets *, const struct catalogue *,
    enum rank_group, const uint64_t *set);

/*
 * Of a generic aid and its local version in the results one is shown (AT 2.8):
 * subtracts what facet_count counted twice.  The n pairs are all those of one
 * generic aid; local_wins[i] is whether the generic aid gives way to that local
 * one.
 */
void facet_take_off(struct rank_facets *, const struct catalogue *,
    enum rank_group, const uint64_t *set, const struct catalogue_local *pair,
    size_t n, const bool *local_wins);

#endif
