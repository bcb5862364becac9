#ifndef SCORE_BLOCK_H
#define SCORE_BLOCK_H

#include "engine/term_list.h"

/*
 * Scores of TERM_BLOCK consecutive docs, small enough to stay in the
 * first-level cache of a processor.  Loops have no branch, so that a compiler
 * vectorises them: 8 or 16 docs an instruction.
 */

/* A variant of a concept: where its posting list is being read. */
struct cursor {
	struct term_list list;
	uint32_t next;   /* of a sparse list: its next posting */
	uint16_t weight; /* of 256 */
	uint8_t level;   /* the same, of 255 */
};

/* What a concept gives the docs of a block. */
struct block {
	uint8_t gives[TERM_BLOCK]; /* all of them, weighted: evidence.h */
	uint8_t bears[TERM_BLOCK]; /* the best level: 0, it is not there */
};

/* Reads the n variants of a concept in the block from doc first on: blocks are
 * read in increasing order.  False when none is there; gives and bears are then
 * undefined. */
bool score_block_read(struct block *, struct cursor *, int n, size_t first);

/* Adds to each sum a share times the part, which is gives or bears of a block.
 */
void score_block_add(uint16_t *restrict sum, const uint8_t *restrict part,
    uint16_t share);

/* Adds to the set the docs of the block that have the concept by a level of at
 * least so many. */
void score_block_collect(uint64_t *set, const struct block *, uint8_t level);

/* The largest sum. */
uint16_t score_block_most(const uint16_t *sum);

/* Leaves in the set the docs of the block that have the concept (none, unless
 * any) or, when it is to be left out, the others. */
void score_block_restrict(uint64_t *set, const struct block *, bool any,
    bool out);

/* Leaves in the set the docs with a sum, of which enough is decided. */
void score_block_restrict_to(uint64_t *set, const uint16_t *sum,
    const uint16_t *decided, uint16_t enough);

#endif
