#ifndef FACET_H
#define FACET_H

#include "engine/rank_question.h"

/* How many aids each value of a criterion would leave, chosen alone in its
 * group, the other criteria as they are. */

/* Counts the values of one group over a set of places: those that meet the
 * criteria of all other groups. */
void facet_count(struct rank_facets *, const struct catalogue *,
    enum rank_group, const uint64_t *set);

/*
 * Of a generic aid and a local version in the results one is shown (AT 2.8):
 * takes off what facet_count counted twice.  The n pairs are all those of one
 * generic aid; local_wins: whether it gives way to that local one.
 */
void facet_take_off(struct rank_facets *, const struct catalogue *,
    enum rank_group, const uint64_t *set, const struct catalogue_local *pair,
    size_t n, const bool *local_wins);

#endif
