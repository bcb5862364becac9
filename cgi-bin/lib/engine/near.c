/*
 * near.c - what is near in sense to a question.
 *
 *	strength(d) = sum(d) * decided(d) + share * best * cosine(d) / nearest
 *
 * best is the strength of the best document by its words (score.c), nearest the
 * cosine of the one that is nearest.  The share falls with the length of the
 * question (sense.c): who asks two words may not have found the right ones, and
 * a long title has said them.
 *
 * Where FEW have enough of the words, what is NEAR is found too, after them:
 * weakly.  Not beside what must be there or must not: nearness tells neither.
 */

#include <math.h>
#include <string.h>

#include "base/bits.h"
#include "engine/near.h"
#include "engine/score_block.h"

/* Of 255: a cosine of 0.5; and with how many docs a question has enough. */
enum { NEAR = 128, FEW = 10 };

/* Tells how near the docs that have enough of the words are, how many they are,
 * and what is greatest of them. */
static size_t
look(const struct catalogue *c, const struct vector *to, struct scores *s,
    uint8_t *near, uint32_t *best, uint8_t *nearest)
{
	struct scores words = *s;
	size_t n = 0;

	words.prior = NULL; /* the sum of both is multiplied by it */
	for (size_t w = 0; w < c->words; w++)
		for (uint64_t b = s->enough[w]; b != 0; b &= b - 1, n++) {
			size_t doc = 64 * w + (size_t)__builtin_ctzll(b);
			uint32_t strength = score_strength(&words, doc);

			near[doc] = vector_near(&c->direction[doc], to);
			*nearest = near[doc] > *nearest ? near[doc] : *nearest;
			*best = strength > *best ? strength : *best;
		}
	return n;
}

static bool
may_add(const struct rank_question *q, size_t found)
{
	if (!q->finds_near || found >= FEW)
		return false;
	for (int i = 0; i < q->concepts; i++)
		if (q->concept[i].required || q->concept[i].left_out)
			return false;
	return true;
}

static void
add_docs(struct pool *pool, const struct catalogue *c, const struct vector *to,
    struct scores *s, uint8_t *near)
{
	uint64_t *added = pool_take(pool, c->words * sizeof(*added));

	if (s->strong == NULL) {
		s->strong = pool_take(pool, c->words * sizeof(*s->strong));
		memcpy(s->strong, s->enough, c->words * sizeof(*s->strong));
	}
	for (size_t doc = 0; doc < c->n; doc++)
		if (!bits_has(s->enough, doc) &&
		    (near[doc] = vector_near(&c->direction[doc], to)) >= NEAR)
			bits_add(added, doc);
	bits_or(s->enough, added, c->words);
	s->added = added;
}

void
near_add(struct pool *pool, const struct catalogue *c,
    const struct rank_question *q, struct scores *s)
{
	uint32_t best = 0, half;
	uint8_t *near, nearest = 1;
	size_t found;

	if (q->direction == NULL || q->share <= 0 || c->direction == NULL)
		return;
	near = pool_take(pool, c->n);
	found = look(c, q->direction, s, near, &best, &nearest);
	if (may_add(q, found))
		add_docs(pool, c, q->direction, s, near);
	s->near = near;
	half = best / 2;
	s->near_unit = 1 + (uint32_t)(q->share * (float)half / nearest);
}
