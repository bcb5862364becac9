/* families.c - families of words, proposed by their vectors. */

#include <stdlib.h>
#include <string.h>

#include "base/intern.h"
#include "base/str.h"
#include "db/rows.h"
#include "gen/queries/vocabulary.h"
#include "index/stop_words.h"
#include "table/csv_table.h"
#include "vocabulary/families.h"
#include "vocabulary/keywords.h"
#include "vocabulary/synonyms.h"

/* A word that fewer aids bear finds little; of a family, so many words at most;
 * how near they are, of 255; and families in all. */
enum { FEW_AIDS = 8, NEAREST = 4, NEAR_ENOUGH = 190, MOST = 200 };

/* A word of the vocabulary. */
struct family_word {
	const char *form;
	int number;
	long long aids;
	bool has_family;
	struct vector to;
};

struct family_words {
	struct pool *pool;
	struct family_word *word;
	size_t n, size;
};

/* A family: a word, then the nearest. */
struct family {
	const struct family_word *word, *near[NEAREST];
	uint8_t how[NEAREST];
};

static void
add_word(struct family_words *x, const struct word_vectors *v,
    const struct synonyms *all, const struct vocabulary_row *row)
{
	char folded[WORD_SIZE];
	const char *key = row->term.s;
	float sum[VECTOR_DIMS] = { 0 };
	struct family_word w;

	str_fold(folded, sizeof(folded), row->form.s);
	w.number = word_vectors_find(v, folded);
	if (w.number < 0 || rows_int(&row->aids, 0) < FEW_AIDS)
		return;
	w.form = pool_strdup(x->pool, row->form.s);
	w.aids = rows_int(&row->aids, 0);
	w.has_family = synonyms_count(all, &key, 1) > 0;
	word_vectors_add(v, w.number, 1, sum);
	w.to = word_vectors_pack(sum);
	x->word = intern_array(x->word, &x->size, x->n, sizeof(*x->word));
	x->word[x->n++] = w;
}

static int
by_number(const void *a, const void *b)
{
	const struct family_word *x = a, *y = b;

	if (x->number != y->number)
		return x->number < y->number ? -1 : 1;
	return x->aids > y->aids ? -1 : x->aids < y->aids;
}

/* Reads the words that aids bear, one for each vector. */
static enum rc
read_words(struct family_words *x, struct db *db, const struct word_vectors *v,
    const struct synonyms *all)
{
	struct pool *pool = pool_new();
	const char *after = "";
	struct result res;
	size_t n = 0;
	enum rc rc;

	do {
		const struct arg *args = NULL;

		arg_text(pool, &args, VOCABULARY_IN_AFTER, after);
		rc = query_run(db, pool, Q_VOCABULARY, args, &res);
		for (unsigned r = 0; rc == RC_OK && r < res.rows; r++)
			add_word(x, v, all, vocabulary_row(&res, r));
		if (rc == RC_OK && res.rows > 0)
			after = vocabulary_row(&res, res.rows - 1)->term.s;
	} while (rc == RC_OK && res.rows > 0);
	if (x->n > 0)
		qsort(x->word, x->n, sizeof(*x->word), by_number);
	for (size_t i = 0; i < x->n; i++)
		if (n == 0 || x->word[n - 1].number != x->word[i].number)
			x->word[n++] = x->word[i];
	x->n = n;
	pool_free(pool);
	return rc;
}

/* Keeps a word among the nearest of a family, if it is. */
static void
put_near(struct family *f, const struct family_word *w, uint8_t how)
{
	int i = NEAREST - 1;

	if (how < NEAR_ENOUGH || how <= f->how[i])
		return;
	for (; i > 0 && f->how[i - 1] < how; i--) {
		f->near[i] = f->near[i - 1];
		f->how[i] = f->how[i - 1];
	}
	f->near[i] = w;
	f->how[i] = how;
}

static int
by_nearness(const void *a, const void *b)
{
	const struct family *x = a, *y = b;

	if (x->how[0] != y->how[0])
		return x->how[0] > y->how[0] ? -1 : 1;
	return strcmp(x->word->form, y->word->form);
}

/* The families of the words that have none, nearest first. */
static struct family *
families_of(const struct family_words *x, size_t *n)
{
	struct family *f = pool_take(x->pool, (x->n + 1) * sizeof(*f));

	*n = 0;
	for (size_t i = 0; i < x->n; i++) {
		if (x->word[i].has_family)
			continue;
		f[*n].word = &x->word[i];
		for (size_t k = 0; k < x->n; k++)
			if (k != i)
				put_near(&f[*n], &x->word[k],
				    vector_near(&x->word[i].to,
					&x->word[k].to));
		*n += f[*n].how[0] > 0;
		if (f[*n].how[0] == 0)
			memset(&f[*n], 0, sizeof(f[*n]));
	}
	if (*n > 0)
		qsort(f, *n, sizeof(*f), by_nearness);
	return f;
}

/* Whether the word is in one of the families written already. */
static bool
is_written(const struct family *f, size_t n, const struct family_word *word)
{
	for (size_t i = 0; i < n; i++)
		for (int k = 0; k < NEAREST; k++)
			if (f[i].near[k] == word)
				return true;
	return false;
}

static void
write_family(struct pool *pool, FILE *to, const struct family *f)
{
	const char *field[3] = { "objet", f->word->form, f->near[0]->form };

	for (int i = 1; i < NEAREST && f->near[i] != NULL; i++)
		field[2] = pool_printf(pool, "%s | %s", field[2],
		    f->near[i]->form);
	csv_table_write(to, field, 3);
}

enum rc
families_propose(struct db *db, const struct word_vectors *v, FILE *to)
{
	struct family_words x = { .pool = pool_new() };
	struct words *words = words_new();
	struct synonyms *all = NULL;
	enum rc rc = stop_words_load(db, words);
	struct family *f;
	size_t n;

	if (rc == RC_OK)
		rc = synonyms_load(db, words, &all);
	if (rc == RC_OK)
		rc = read_words(&x, db, v, all);
	if (rc == RC_OK) {
		f = families_of(&x, &n);
		csv_table_begin(to, keywords_columns, 3);
		for (size_t i = 0; i < n && i < MOST; i++)
			if (!is_written(f, i, f[i].word))
				write_family(x.pool, to, &f[i]);
	}
	synonyms_free(all);
	words_free(words);
	free(x.word);
	pool_free(x.pool);
	return rc;
}
