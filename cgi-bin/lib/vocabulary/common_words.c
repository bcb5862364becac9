/* common_words.c - words that say little of a project. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "db/rows.h"
#include "gen/queries/vocabulary.h"
#include "vocabulary/common_words.h"

struct classed {
	char class; /* its first letter */
	char word[WORD_SIZE];
};

/* Both sorted. */
struct common_words {
	size_t n, classed;
	char (*key)[WORD_SIZE];
	struct classed of[];
};

static int
by_key(const void *a, const void *b)
{
	return strcmp(a, b);
}

static int
by_class(const void *a, const void *b)
{
	const struct classed *x = a, *y = b;
	int order = strcmp(x->word, y->word);

	return order != 0 ? order : x->class - y->class;
}

/* Known by their stems, as the words of a question are; those of a class as
 * they are. */
static struct common_words *
read_words(struct words *words, const struct result *res,
    const struct result *classes)
{
	struct common_words *c = calloc(1,
	    sizeof(*c) + classes->rows * sizeof(c->of[0]));
	struct word w;

	if (c == NULL ||
	    (c->key = calloc(res->rows + 1, sizeof(c->key[0]))) == NULL)
		log_die("common_words: out of memory");
	for (unsigned r = 0; r < res->rows; r++) {
		const char *s = common_words_row(res, r)->word.s;

		if (words_next(words, &s, &w) && w.terms > 0)
			memcpy(c->key[c->n++], words_key(&w), WORD_SIZE);
	}
	qsort(c->key, c->n, sizeof(c->key[0]), by_key);
	for (unsigned r = 0; r < classes->rows; r++) {
		const struct word_classes_row *row = word_classes_row(classes,
		    r);
		struct classed *of = &c->of[c->classed++];

		of->class = row->class.s[0];
		snprintf(of->word, sizeof(of->word), "%s", row->word.s);
	}
	qsort(c->of, c->classed, sizeof(c->of[0]), by_class);
	return c;
}

enum rc
common_words_load(struct db *db, struct words *words,
    struct common_words **made)
{
	struct pool *pool = pool_new();
	struct result res, classes;
	enum rc rc = query_run(db, pool, Q_COMMON_WORDS, NULL, &res);

	if (rc == RC_OK)
		rc = query_run(db, pool, Q_WORD_CLASSES, NULL, &classes);
	if (rc == RC_OK)
		*made = read_words(words, &res, &classes);
	pool_free(pool);
	return rc;
}

void
common_words_free(struct common_words *c)
{
	if (c != NULL)
		free(c->key);
	free(c);
}

bool
common_words_has(const struct common_words *c, const char *key)
{
	return c != NULL &&
	    bsearch(key, c->key, c->n, sizeof(c->key[0]), by_key) != NULL;
}

static bool
is_of_class(const struct common_words *c, char class, const char *folded)
{
	struct classed key = { .class = class };

	snprintf(key.word, sizeof(key.word), "%s", folded);
	return c != NULL &&
	    bsearch(&key, c->of, c->classed, sizeof(key), by_class) != NULL;
}

bool
common_words_is_way(const struct common_words *c, const char *folded)
{
	return is_of_class(c, 'w', folded);
}

bool
common_words_is_foreign(const struct common_words *c, const char *folded)
{
	return is_of_class(c, 'f', folded);
}
