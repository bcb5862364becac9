/* audience.c - whom an aid is for, guessed from its words. */

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "db/rows.h"
#include "gen/queries/index.h"
#include "index/words.h"
#include "indexing/audience.h"

struct audience_word {
	char word[WORD_SIZE];
	int weight;
	unsigned aid; /* the last that has it */
};

struct audience {
	struct audience_word *word; /* sorted */
	size_t n, size;
	unsigned aid; /* the one being read, from 1 */
	int bias, sum, counted;
};

struct audience *
audience_new(void)
{
	struct audience *a = calloc(1, sizeof(*a));

	if (a == NULL)
		log_die("audience: out of memory");
	a->aid = 1;
	return a;
}

void
audience_free(struct audience *a)
{
	if (a == NULL)
		return;
	free(a->word);
	free(a);
}

void
audience_add(struct audience *a, const char *word, int weight)
{
	struct audience_word w = { .weight = weight };

	if (*word == '\0') {
		a->bias = weight;
		return;
	}
	strncpy(w.word, word, WORD_SIZE - 1);
	assert(a->n == 0 || strcmp(a->word[a->n - 1].word, w.word) < 0);
	if (a->n == a->size) {
		a->size = a->size > 0 ? 2 * a->size : 1024;
		a->word = realloc(a->word, a->size * sizeof(w));
		if (a->word == NULL)
			log_die("audience: out of memory");
	}
	a->word[a->n++] = w;
}

enum rc
audience_load(struct audience *a, struct db *db)
{
	struct pool *pool = pool_new();
	struct result res;
	enum rc rc = query_run(db, pool, Q_AUDIENCE_WORDS, NULL, &res);

	for (unsigned r = 0; rc == RC_OK && r < res.rows; r++) {
		const struct audience_words_row *row = audience_words_row(&res,
		    r);

		audience_add(a, row->word.s, (int)rows_int(&row->weight, 0));
	}
	pool_free(pool);
	return rc;
}

static int
by_word(const void *key, const void *entry)
{
	return strcmp(key, ((const struct audience_word *)entry)->word);
}

void
audience_read(struct audience *a, const char *text)
{
	struct word w;

	while (text != NULL && a->n > 0 && words_scan(&text, &w)) {
		struct audience_word *known = bsearch(w.folded, a->word, a->n,
		    sizeof(*a->word), by_word);

		if (known == NULL || known->aid == a->aid)
			continue;
		known->aid = a->aid;
		a->sum += known->weight;
		a->counted++;
	}
}

uint8_t
audience_guess(struct audience *a)
{
	float root = a->counted > 0 ? sqrtf((float)a->counted) : 1;
	float x = ((float)a->bias + (float)a->sum / root) / AUDIENCE_UNIT;

	a->aid++;
	a->sum = a->counted = 0;
	return (uint8_t)lroundf(AUDIENCE_SURE / (1 + expf(-x)));
}
