/*
 * near.c - what is near in sense to a question, or to what it aims at.
 *
 *	strength(d) = sum(d) * decided(d)
 *	              + share * best * cosine(d) / nearest
 *	              + aim_share * best * max(0, led(d) - FAR) / (1 - FAR)
 *
 * best is the strength of the best document by its words (score.c), nearest the
 * cosine of the one that is nearest, led the cosine to the aim, of the greatest
 * that any document has.  The share falls with the length of the question
 * (sense.c): who asks two words may not have found the right ones, and a long
 * title has said them.  What a title aims at is the kind of aids that projects
 * like it had (aim.h), whose words it need not say: what is nearest to that is
 * found with the rest, and the sense of the words counts no more.  What may be
 * of each kind is looked for when the catalogue changes, not for a question; of
 * a need that is named as a project type, what has the words is looked at.
 *
 * Where FEW have enough of the words, what is NEAR to them is found too, after
 * the rest: weakly.  Neither beside what must be there or must not: nearness
 * tells neither.
 */

#include <stdlib.h>
#include <string.h>

#include "base/bits.h"
#include "base/log.h"
#include "engine/near.h"
#include "engine/score_block.h"

/* Of 255: a cosine of 0.5; and with how many docs a question has enough. */
enum { NEAR = 128, FEW = 10 };
/* What is no nearer to an aim, of what is nearest, is not of that kind; what is
 * as near as LED surely is. */
static const float FAR = 0.7f, LED = 0.9f;
/* What an aim, which is not all of one kind, may be nearest to of a kind. */
static const float KIND = 0.6f;
/* What a doc is given when it is given as much as the best one has. */
enum { WHOLE = 1024 };

/* What is greatest of the docs that have enough of the words, and how many they
 * are. */
static size_t
look(const struct catalogue *c, const struct scores *s, uint32_t *best)
{
	struct scores words = *s;
	size_t n = 0;

	words.prior = NULL; /* the sum of all is multiplied by it */
	for (size_t w = 0; w < c->words; w++)
		for (uint64_t b = s->enough[w]; b != 0; b &= b - 1, n++) {
			size_t doc = 64 * w + (size_t)__builtin_ctzll(b);
			uint32_t strength = score_strength(&words, doc);

			*best = strength > *best ? strength : *best;
		}
	return n;
}

static bool
may_add(const struct rank_question *q)
{
	if (!q->finds_near)
		return false;
	for (int i = 0; i < q->concepts; i++)
		if (q->concept[i].required || q->concept[i].left_out)
			return false;
	return true;
}

/* Those of docs are found too. */
static void
add_docs(struct pool *pool, const struct catalogue *c, struct scores *s,
    const uint64_t *docs, bool weakly)
{
	if (weakly && s->strong == NULL) {
		s->strong = pool_take(pool, c->words * sizeof(*s->strong));
		memcpy(s->strong, s->enough, c->words * sizeof(*s->strong));
	}
	if (!weakly && s->strong != NULL)
		bits_or(s->strong, docs, c->words);
	if (s->added == NULL)
		s->added = pool_take(pool, c->words * sizeof(*s->added));
	bits_or(s->added, docs, c->words);
	bits_or(s->enough, docs, c->words);
}

/* Gives each doc of a set its part of a share: what it is from least on, of
 * most. */
static void
give(const struct catalogue *c, const uint64_t *set, const uint8_t *near,
    uint8_t least, uint8_t most, float share, uint16_t *gives)
{
	float unit = share * WHOLE / (float)(most > least ? most - least : 1);

	for (size_t w = 0; w < c->words; w++)
		for (uint64_t b = set[w]; b != 0; b &= b - 1) {
			size_t doc = 64 * w + (size_t)__builtin_ctzll(b);

			if (near[doc] > least)
				gives[doc] += (uint16_t)(unit *
				    (float)(near[doc] - least));
		}
}

/* How near the docs of a set are to a direction, or all without one, and what
 * the nearest is. */
static uint8_t
measure(const struct catalogue *c, const struct vector *to, const uint64_t *set,
    uint8_t *near)
{
	uint8_t most = 0;

	for (size_t w = 0; w < c->words; w++)
		for (uint64_t b = set != NULL ? set[w] : ~0ull; b != 0;
		     b &= b - 1) {
			size_t doc = 64 * w + (size_t)__builtin_ctzll(b);

			if (doc >= c->n)
				break;
			near[doc] = vector_near(&c->direction[doc], to);
			most = near[doc] > most ? near[doc] : most;
		}
	return most;
}

/* Those that have not enough of the words, and are as near as least. */
static uint64_t *
others(struct pool *pool, const struct catalogue *c, const struct scores *s,
    const uint8_t *near, uint8_t least)
{
	uint64_t *set = pool_take(pool, c->words * sizeof(*set));

	for (size_t doc = 0; doc < c->n; doc++)
		if (near[doc] >= least && !bits_has(s->enough, doc))
			bits_add(set, doc);
	return set;
}

/* Gives the docs that have enough of the words, and with all those that are
 * NEAR, what their sense is worth. */
static void
near_words(struct pool *pool, const struct catalogue *c,
    const struct rank_question *q, bool all, struct scores *s, uint16_t *gives)
{
	uint8_t *near = pool_take(pool, c->n);
	uint8_t most = measure(c, q->direction, all ? NULL : s->enough, near);

	if (all)
		add_docs(pool, c, s, others(pool, c, s, near, NEAR), true);
	give(c, s->enough, near, 0, most, q->share, gives);
}

/* Gives what is of the kind that is aimed at what that is worth; finds the
 * nearest of it when it is asked to. */
static void
near_aim(struct pool *pool, const struct catalogue *c,
    const struct rank_question *q, bool add, struct scores *s, uint16_t *gives)
{
	const uint64_t *set = q->aim_docs != NULL ? q->aim_docs : s->enough;
	uint8_t *near = pool_take(pool, c->n);
	uint8_t most = measure(c, q->aim, set, near);

	if (add && q->aim_docs != NULL)
		add_docs(pool, c, s,
		    others(pool, c, s, near, (uint8_t)(LED * (float)most)),
		    false);
	give(c, set, near, (uint8_t)(FAR * (float)most), most, q->aim_share,
	    gives);
}

void
near_add(struct pool *pool, const struct catalogue *c,
    const struct rank_question *q, struct scores *s)
{
	/* A title whose kind is known is about that. */
	bool near = q->direction != NULL && q->share > 0 &&
	    (q->aim == NULL || q->aim_docs == NULL);
	bool add = may_add(q);
	uint32_t best = 0;
	uint16_t *gives;
	size_t found;

	if (c->direction == NULL || (!near && q->aim == NULL))
		return;
	gives = pool_take(pool, c->n * sizeof(*gives));
	found = look(c, s, &best);
	/* First: what is of that kind is found strongly. */
	if (q->aim != NULL)
		near_aim(pool, c, q, add, s, gives);
	if (near)
		near_words(pool, c, q, add && found < FEW, s, gives);
	s->near = gives;
	s->near_unit = 1 + best / 8 / WHOLE;
}

uint64_t *
near_kind_new(const struct catalogue *c, const struct vector *kind)
{
	uint64_t *set = calloc(c->words + 1, sizeof(*set));
	uint8_t *near = calloc(c->n + 1, 1), most;

	if (set == NULL || near == NULL)
		log_die("near: out of memory");
	most = c->direction != NULL ? measure(c, kind, NULL, near) : 0;
	for (size_t doc = 0; doc < c->n; doc++)
		if (most > 0 && near[doc] >= (uint8_t)(KIND * (float)most))
			bits_add(set, doc);
	free(near);
	return set;
}
