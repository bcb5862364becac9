#ifndef FACET_H
#define FACET_H

#include "rank.h"

/* How many aids each value of a criterion would leave, chosen alone in its
 * group, the other criteria as they are. */

/* Counts an aid that fails the groups (none, or one: it then counts there). */
void facet_count(struct rank_facets *, const struct catalogue *,
    uint32_t place, uint32_t failed);

/* Once after the last of them: counts are right from here on. */
void facet_finish(struct rank_facets *);

/* The bits of facets, then of categories, that count for an aid with those
 * failures. */
struct facet_bits { uint64_t facets, categories[2]; bool free, programs; };

/*
 * Of a pair of aids where the page would show one (AT 2.8), the other does not
 * count where both would: loser is the one that goes, lost what was taken off
 * for it before, by another of its kin.
 */
void facet_pair(struct rank_facets *, const struct catalogue *,
    const uint32_t place[2], const uint32_t failed[2],
    struct facet_bits *lost);

#endif
