#ifndef SCORE_BLOCK_H
#define SCORE_BLOCK_H

#include "engine/term_list.h"

/*
 * The catalogue is scored a block of TERM_BLOCK places at a time, so that what
 * is under way stays near the processor: by loops without a branch, which a
 * compiler makes 8 or 16 aids wide.
 */

/* A way to say a concept, as one list. */
struct voice {
	struct term_list list;
	uint32_t next;   /* of its places, if they are listed */
	uint16_t weight; /* of 256 */
	uint8_t level;   /* the same, of 255 */
};

/* What a concept gives the aids of a block; impact is 0 at first. */
struct block {
	uint8_t impact[TERM_BLOCK]; /* the best of one weight */
	uint8_t gives[TERM_BLOCK];  /* the best, weighted */
	uint8_t bears[TERM_BLOCK];  /* the best level */
};

/* Reads the n voices of a concept, those of one weight together, in the block
 * from the place first on: blocks are read by rising place.  False, and nothing
 * is read, when no aid bears it there. */
bool block_read(struct block *, struct voice *, int n, size_t first);

/* Adds to each sum its part of a share: part is gives or bears of a block. */
void block_add(uint16_t *restrict sum, const uint8_t *restrict part,
    uint16_t share);

/* The largest sum. */
uint16_t block_most(const uint16_t *sum);

/* Leaves in the set those of the block that bear the concept (none, unless any)
 * or, if it is to be left out, the others. */
void block_restrict(uint64_t *set, const struct block *, bool any, bool out);

/* Leaves in the set those with a sum, and for which enough is decided. */
void block_restrict_to(uint64_t *set, const uint16_t *sum,
    const uint16_t *decided, uint16_t enough);

#endif
