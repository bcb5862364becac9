#ifndef SENSE_H
#define SENSE_H

#include "base/pool.h"
#include "vectors/word_vectors.h"

struct token;

/* What the words of a question are about together, and each of them alone; one
 * of SENSE_TITLE words or more is a title, which begins with its subject. */
enum { SENSE_WORDS = 16, SENSE_TITLE = 4 };

struct sense {
	const struct word_vectors *vectors;
	struct vector direction;
	float share; /* of the best score, that what is nearest adds */
	int n;
	struct {
		const char *text; /* as it was asked */
		int number;       /* word_vectors.h */
	} word[SENSE_WORDS];
};

/* What n words are about, in the pool; those to be left out say nothing of it.
 * NULL when none of them is known, or without vectors, which may be NULL. */
struct sense *sense_read(struct pool *, const struct word_vectors *,
    const struct token *, int n);

/* The word of the question by which an aid of that direction is near, and how
 * near (255: the same); NULL when no word is. */
const char *sense_nearest(const struct sense *, const struct vector *aid,
    uint8_t *near);

#endif
