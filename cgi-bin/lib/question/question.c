/*
 * question.c - the reader's question, and others made of it.
 *
 * A relaxation is the same criteria without one of them, counted but not
 * listed.  None of them leaves the base question.
 */

#include <assert.h>
#include <string.h>

#include "question/question.h"

/* As the engine wants its sets. */
static inline bool
is_rising(const uint32_t *id, size_t n)
{
	for (size_t i = 1; i < n; i++)
		if (id[i] < id[i - 1])
			return false;
	return true;
}

static void
set_place(struct rank_question *k, const struct place *p)
{
	assert(is_rising(p->match, p->n));
	k->has_place = p->nasked > 0;
	k->perimeter = p->match;
	k->perimeters = p->n;
	k->scale = p->scale;
	k->asked = p->asked;
	k->nasked = p->nasked;
	k->whole = p->whole;
	k->wholes = p->wholes;
}

void
question_restrict(struct question *q, const uint32_t *id, size_t n,
    const uint64_t *bits)
{
	struct rank_question *k = &q->rank;

	assert(q->base == 0 && k->sets < RANK_SETS);
	assert(is_rising(id, n));
	k->set[k->sets] = (struct rank_set){ id, n, RANK_NONE, bits };
	q->base = ++k->sets;
}

/* A mask of all bits asks nothing; the last set takes the place of one taken
 * off. */
static void
drop_sets(struct rank_question *k, const struct question *q,
    enum question_part part)
{
	if (q->mask_of[part] > 0)
		k->mask[q->mask_of[part] - 1] = ~0ull;
	if (q->set_of[part] > 0)
		k->set[q->set_of[part] - 1] = k->set[--k->sets];
}

struct rank_question
question_without(const struct question *q, enum question_part part)
{
	struct rank_question k = q->rank;

	switch (part) {
	case QUESTION_WORDS:
		k.concepts = q->needs;
		k.has_words = k.concepts > 0;
		k.direction = k.aim = NULL;
		break;
	case QUESTION_PROJECT:
		k.concepts -= q->needs;
		memmove(k.concept, k.concept + q->needs,
		    (size_t)k.concepts * sizeof(*k.concept));
		k.has_words = q->name[QUESTION_WORDS] != NULL;
		break;
	case QUESTION_PLACE:
		k.has_place = false;
		break;
	case QUESTION_UNPLACED:
		k.unplaced = false;
		break;
	case QUESTION_CATEGORY:
		k.categories[0] = k.categories[1] = 0;
		break;
	case QUESTION_BEFORE:
		k.apply_before = 0;
		break;
	case QUESTION_AFTER:
		k.published_after = 0;
		break;
	default:
		break;
	}
	if (part == QUESTION_CHARGED)
		k.forbidden = 0;
	drop_sets(&k, q, part);
	return k;
}

struct rank_question
question_only(const struct question *q, enum question_part part)
{
	struct rank_question k = { .day = q->rank.day };

	if (q->base > 0)
		k.set[k.sets++] = q->rank.set[q->base - 1];
	if (part == QUESTION_WORDS) {
		memcpy(k.concept, q->rank.concept, sizeof(k.concept));
		k.concepts = q->rank.concepts;
		k.has_words = q->rank.has_words;
		k.direction = q->rank.direction;
		k.share = q->rank.share;
		k.aim = q->rank.aim;
		k.aim_share = q->rank.aim_share;
		k.aim_docs = q->rank.aim_docs;
	} else {
		set_place(&k, &q->place);
	}
	return k;
}

struct rank_question
question_at(const struct question *q, const struct place *p)
{
	struct rank_question k = q->rank;

	set_place(&k, p);
	return k;
}

struct rank_question
question_asked_by(const struct question *q, const struct question *where)
{
	struct rank_question k = question_at(q, &where->place);
	int who = where->mask_of[QUESTION_AUDIENCE];

	if (who > 0) {
		assert(k.masks < RANK_MASKS);
		k.mask[k.masks] = where->rank.mask[who - 1];
		k.group[k.masks++] = where->rank.group[who - 1];
	}
	return k;
}
