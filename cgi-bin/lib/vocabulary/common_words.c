/* common_words.c - words that say little of a project. */

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "db/rows.h"
#include "gen/queries/vocabulary.h"
#include "vocabulary/common_words.h"

struct common_words {
	size_t n;
	char key[][WORD_SIZE]; /* sorted */
};

static int
by_key(const void *a, const void *b)
{
	return strcmp(a, b);
}

/* Known by their stems, as the words of a question are. */
static struct common_words *
read_words(struct words *words, const struct result *res)
{
	struct common_words *c = calloc(1,
	    sizeof(*c) + (res->rows + 1) * sizeof(c->key[0]));
	struct word w;

	if (c == NULL)
		log_die("common_words: out of memory");
	for (unsigned r = 0; r < res->rows; r++) {
		const char *s = common_words_row(res, r)->word.s;

		if (words_next(words, &s, &w) && w.terms > 0)
			memcpy(c->key[c->n++], words_key(&w), WORD_SIZE);
	}
	qsort(c->key, c->n, sizeof(c->key[0]), by_key);
	return c;
}

enum rc
common_words_load(struct db *db, struct words *words,
    struct common_words **made)
{
	struct pool *pool = pool_new();
	struct result res;
	enum rc rc = query_run(db, pool, Q_COMMON_WORDS, NULL, &res);

	if (rc == RC_OK)
		*made = read_words(words, &res);
	pool_free(pool);
	return rc;
}

void
common_words_free(struct common_words *c)
{
	free(c);
}

bool
common_words_has(const struct common_words *c, const char *key)
{
	return c != NULL &&
	    bsearch(key, c->key, c->n, sizeof(c->key[0]), by_key) != NULL;
}
