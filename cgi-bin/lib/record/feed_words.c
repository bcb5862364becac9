/* feed_words.c - words of feeds that no list has, and what they mean. */

#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "base/log.h"
#include "base/str.h"
#include "db/query.h"
#include "gen/queries/record.h"
#include "record/feed_words.h"

enum { FOLDED = 256 };

struct said_word {
	const char *field, *folded, *means;
};

struct feed_words {
	struct pool *pool;
	struct said_word *word;
	size_t n;
};

static int
said_word_compare(const void *a, const void *b)
{
	const struct said_word *x = a, *y = b;
	int order = strcmp(x->field, y->field);

	return order != 0 ? order : strcmp(x->folded, y->folded);
}

/* What is said of the feed itself comes before what is said of all, which is
 * then left out. */
enum rc
feed_words_load(struct db *db, const char *source, struct feed_words **words)
{
	struct feed_words *l = calloc(1, sizeof(*l));
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	if (l == NULL)
		log_die("feed_words: out of memory");
	l->pool = pool_new();
	arg_text(l->pool, &args, ARG_SOURCE, source);
	rc = query_run(db, l->pool, Q_FEED_WORDS_SAID, args, &res);
	if (rc != RC_OK) {
		feed_words_free(l);
		return rc;
	}
	l->word = pool_take(l->pool, (res.rows + 1) * sizeof(*l->word));
	for (unsigned i = 0; i < res.rows; i++) {
		const struct feed_words_said_row *r = feed_words_said_row(&res,
		    i);
		struct said_word w = { r->field.s, r->folded.s, r->means.s };

		if (l->n == 0 || said_word_compare(&l->word[l->n - 1], &w) != 0)
			l->word[l->n++] = w;
	}
	qsort(l->word, l->n, sizeof(*l->word), said_word_compare);
	*words = l;
	return RC_OK;
}

void
feed_words_free(struct feed_words *l)
{
	if (l == NULL)
		return;
	pool_free(l->pool);
	free(l);
}

const char *
feed_words_meaning(const struct feed_words *l, const char *field,
    const char *word)
{
	char folded[FOLDED];
	const struct said_word key = { field, folded, NULL }, *w;

	if (l == NULL || l->n == 0)
		return NULL;
	str_fold(folded, sizeof(folded), word);
	w = bsearch(&key, l->word, l->n, sizeof(*l->word), said_word_compare);
	return w != NULL ? w->means : NULL;
}

/* A word without a letter that folds is not kept: nothing would know it
 * again. */
static void
put_word(void *list, const struct report_word *k)
{
	char folded[FOLDED];

	if (*str_fold(folded, sizeof(folded), k->word) == '\0')
		return;
	json_array_append_new(list,
	    json_pack("{s:s, s:s, s:s, s:s, s:I, s:s}", "field", k->field,
		"word", k->word, "folded", folded, "near",
		k->near != NULL ? k->near : "", "times", (json_int_t)k->times,
		"id", k->id));
}

enum rc
feed_words_keep(struct db *db, const char *source, const char *today,
    const struct import_report *report)
{
	struct pool *pool = pool_new();
	json_t *list = json_array();
	const struct arg *args = NULL;
	struct result res;
	enum rc rc = RC_OK;
	char *text;

	import_report_words(report, put_word, list);
	text = json_dumps(list, JSON_COMPACT);
	if (text == NULL)
		log_die("feed_words: out of memory");
	arg_text(pool, &args, ARG_SOURCE, source);
	arg_text(pool, &args, ARG_TODAY, today);
	arg_text(pool, &args, ARG_LIST, text);
	if (json_array_size(list) > 0)
		rc = query_run(db, pool, Q_FEED_WORDS_KEEP, args, &res);
	free(text);
	json_decref(list);
	pool_free(pool);
	return rc;
}
