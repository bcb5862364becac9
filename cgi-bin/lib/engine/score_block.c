/*
 * score_block.c - a block of documents, scored 8 to 32 at a time.
 *
 * Document-at-a-time over blocks, term-at-a-time within one: each list is read
 * once, and sums do not leave the cache.  A dense list is an array of impacts,
 * weighed and added by vectors; of a sparse one, a cursor reads the postings
 * that fall in the block.  No list is skipped: at this size, bounds (WAND,
 * MaxScore) cost more than they save.
 */

#include <endian.h>
#include <string.h>

#include "base/fast.h"
#include "engine/evidence.h"
#include "engine/score_block.h"

static inline uint8_t
larger(uint8_t a, uint8_t b)
{
	return a > b ? a : b;
}

/* Weighted impacts are rounded up: a document that has a word is never given 0.
 */
static inline uint8_t
weigh(uint8_t impact, uint16_t weight)
{
	return (uint8_t)((uint16_t)(impact * weight + 255) >> 8);
}

/* Documents have the concept in one more way.  That no array is another is said
 * for the loop to become vectors: eight times less. */
FAST static void
add_dense(uint8_t *restrict gives, uint8_t *restrict bears,
    const uint8_t *restrict impact, uint16_t weight, uint8_t level)
{
	for (size_t i = 0; i < TERM_BLOCK; i++) {
		gives[i] = evidence_add(gives[i], weigh(impact[i], weight));
		bears[i] = larger(bears[i], impact[i] > 0 ? level : 0);
	}
}

static void
add_sparse(struct block *b, struct cursor *v, size_t first)
{
	const struct term_list *l = &v->list;

	for (; v->next < l->aids && l->doc[v->next] < first + TERM_BLOCK;
	     v->next++) {
		size_t i = l->doc[v->next] - first;
		uint8_t impact = l->impact[v->next];

		b->gives[i] = evidence_add(b->gives[i],
		    weigh(impact, v->weight));
		b->bears[i] = larger(b->bears[i], impact > 0 ? v->level : 0);
	}
}

static bool
is_in_block(const struct cursor *v, size_t first)
{
	return v->list.doc == NULL ||
	    (v->next < v->list.aids &&
		v->list.doc[v->next] < first + TERM_BLOCK);
}

bool
score_block_read(struct block *b, struct cursor *cursor, int n, size_t first)
{
	bool any = false;

	for (int i = 0; i < n; i++) {
		struct cursor *v = &cursor[i];

		if (!is_in_block(v, first))
			continue;
		if (!any) {
			memset(b->gives, 0, sizeof(b->gives));
			memset(b->bears, 0, sizeof(b->bears));
		}
		any = true;
		if (v->list.doc == NULL)
			add_dense(b->gives, b->bears, v->list.impact + first,
			    v->weight, v->level);
		else
			add_sparse(b, v, first);
	}
	return any;
}

FAST void
score_block_add(uint16_t *restrict sum, const uint8_t *restrict part,
    uint16_t share)
{
	for (int i = 0; i < TERM_BLOCK; i++)
		sum[i] = (uint16_t)(sum[i] +
		    ((uint32_t)share * (uint16_t)(part[i] << 8) >> 16));
}

FAST uint16_t
score_block_most(const uint16_t *sum)
{
	uint16_t n = 0;

	for (int i = 0; i < TERM_BLOCK; i++)
		n = sum[i] > n ? sum[i] : n;
	return n;
}

/* Eight bytes, 0 or 1, to as many bits: the product moves each to its place in
 * the highest byte. */
static uint64_t
to_byte(const uint8_t *is)
{
	uint64_t eight;

	memcpy(&eight, is, sizeof(eight));
	return le64toh(eight) * 0x0102040810204080u >> 56;
}

static uint64_t
to_bits(const uint8_t *is)
{
	uint64_t bits = 0;

	for (int i = 0; i < 8; i++)
		bits |= to_byte(is + 8 * i) << 8 * i;
	return bits;
}

FAST void
score_block_collect(uint64_t *set, const struct block *b, uint8_t level)
{
	uint8_t is[TERM_BLOCK];

	for (int i = 0; i < TERM_BLOCK; i++)
		is[i] = b->bears[i] >= level;
	for (int i = 0; i < TERM_BLOCK / 64; i++)
		set[i] |= to_bits(is + 64 * i);
}

FAST void
score_block_restrict(uint64_t *set, const struct block *b, bool any, bool out)
{
	uint8_t is[TERM_BLOCK];

	for (int i = 0; i < TERM_BLOCK; i++)
		is[i] = any & (b->bears[i] > 0);
	for (int i = 0; i < TERM_BLOCK / 64; i++)
		set[i] &= out ? ~to_bits(is + 64 * i) : to_bits(is + 64 * i);
}

FAST void
score_block_restrict_to(uint64_t *set, const uint16_t *sum,
    const uint16_t *decided, uint16_t enough)
{
	uint16_t wide[TERM_BLOCK];
	uint8_t is[TERM_BLOCK];

	for (int i = 0; i < TERM_BLOCK; i++)
		wide[i] = (sum[i] > 0) & (decided[i] >= enough);
	for (int i = 0; i < TERM_BLOCK; i++)
		is[i] = (uint8_t)wide[i];
	for (int i = 0; i < TERM_BLOCK / 64; i++)
		set[i] &= to_bits(is + 64 * i);
}
