/* sense.c - what the words of a question are about. */

#include "question/sense.h"
#include "vocabulary/tokens.h"

/* Of the best score by words, what is nearest in sense adds this part to a
 * question of SHORT words at most, and nothing to one of LONG words or more. */
static const float SHARE = 0.3f;
enum { SHORT = 3, LONG = 10 };

static float
share_of(int words)
{
	if (words <= SHORT)
		return SHARE;
	return words >= LONG
	    ? 0
	    : SHARE * (float)(LONG - words) / (float)(LONG - SHORT);
}

struct sense *
sense_read(struct pool *pool, const struct word_vectors *v,
    const struct token *token, int n)
{
	struct sense *s = pool_take(pool, sizeof(*s));
	float sum[VECTOR_DIMS] = { 0 };
	int words = 0, known = 0;

	for (int i = 0; i < n; i++) {
		int number = token_is_asked(&token[i])
		    ? word_vectors_find(v, token[i].w.folded)
		    : -1;

		words += token_is_asked(&token[i]);
		if (number < 0)
			continue;
		word_vectors_add(v, number, word_vectors_worth(known), sum);
		known += n >= SENSE_TITLE;
		if (s->n == SENSE_WORDS)
			continue;
		s->word[s->n].number = number;
		s->word[s->n++].text = token[i].text;
	}
	if (s->n == 0)
		return NULL;
	s->vectors = v;
	s->direction = word_vectors_pack(sum);
	s->share = share_of(words);
	return s;
}

const char *
sense_nearest(const struct sense *s, const struct vector *aid, uint8_t *near)
{
	const char *text = NULL;

	*near = 0;
	for (int i = 0; i < s->n; i++) {
		float sum[VECTOR_DIMS] = { 0 };
		struct vector word;
		uint8_t x;

		word_vectors_add(s->vectors, s->word[i].number, 1, sum);
		word = word_vectors_pack(sum);
		x = vector_near(&word, aid);

		if (x > *near) {
			*near = x;
			text = s->word[i].text;
		}
	}
	return text;
}
