/* test_synonyms.c - the families that come with the project are found by any form
 * of their words. */

#include <ctype.h>

#include "base/str.h"
#include "gen/constants.h"
#include "gen/queries/vocabulary.h"
#include "unit.h"
#include "vocabulary/synonyms.h"

enum rc __wrap_query_run(struct db *, struct pool *, enum query_id,
    const struct arg *, struct result *);

static const char *const stop[] = { "de", "des", "du", "d", "l", "la", "le",
	"les", "et", "en", "a", "au", "aux", "pour", "sur", "par", "dans", "un",
	"une" };

/* Answers with the rows of sql/data/keywords.csv. */
enum rc
__wrap_query_run(struct db *db, struct pool *pool, enum query_id id,
    const struct arg *args, struct result *res)
{
	char line[4096], *field[3];
	FILE *f = fopen("sql/data/keywords.csv", "r");

	(void)db;
	(void)args;
	assert_non_null(f);
	*res = (struct result){ .query = id, .columns = 3 };
	res->row = pool_take(pool, 1000 * sizeof(*res->row));
	assert_non_null(fgets(line, sizeof(line), f)); /* the titles */
	while (id == Q_KEYWORDS && fgets(line, sizeof(line), f) != NULL) {
		struct value *v = pool_take(pool, 3 * sizeof(*v));
		char *rest = line;

		for (int i = 0; i < 3; i++) {
			field[i] = strsep(&rest, ";\n");
			assert_non_null(field[i]);
		}
		v[0] = (struct value){ VALUE_TEXT, 0, KEYWORD_OBJECT,
			sizeof(KEYWORD_OBJECT) - 1 };
		for (int i = 1; i < 3; i++) {
			v[i] = (struct value){ VALUE_TEXT, 0,
				pool_strdup(pool, field[i]), strlen(field[i]) };
		}
		res->row[res->rows++] = v;
	}
	fclose(f);
	return RC_OK;
}

/* The other number of a word: "écoles", "locaux", "eaux", or without its "s". */
static void
put_number(struct buf *b, const char *word, size_t n)
{
	if (n < 4 || strchr("xz", word[n - 1]) != NULL)
		buf_put(b, word, n);
	else if (word[n - 1] == 's')
		buf_put(b, word, n - 1);
	else if (n > 4 && memcmp(word + n - 2, "al", 2) == 0)
		buf_putf(b, "%.*saux", (int)n - 2, word);
	else
		buf_putf(b, "%.*s%s", (int)n, word,
		    memcmp(word + n - 2, "au", 2) == 0 ||
			    memcmp(word + n - 2, "eu", 2) == 0
			? "x"
			: "s");
}

static bool
is_invariable(const struct word *w)
{
	static const char *const words[] = { "acces", "bois", "express",
		"francais", "marais", "pour", "tennis" };

	for (size_t i = 0; i < ROWS(words); i++)
		if (strcmp(w->folded, words[i]) == 0)
			return true;
	return false;
}

static void
other_number(struct buf *b, const char *text)
{
	struct word w;
	const char *p = text, *from = text;

	buf_reset(b);
	while (words_scan(&p, &w)) {
		buf_put(b, from, (size_t)(w.at - from));
		/* An acronym has no plural. */
		if (isupper((unsigned char)w.at[0]) || is_invariable(&w))
			buf_put(b, w.at, w.n);
		else
			put_number(b, w.at, w.n);
		from = w.at + w.n;
	}
	buf_puts(b, from);
}

/* In capitals, without accents. */
static void
in_capitals(struct buf *b, const char *text)
{
	char folded[400];

	str_fold(folded, sizeof(folded), text);
	buf_reset(b);
	for (char *c = folded; *c != '\0'; c++)
		buf_putc(b, (char)toupper((unsigned char)*c));
}

/* How many families a text finds, as one wording. */
static int
families_of(const struct synonyms *s, struct pool *pool, struct words *words,
    const char *text)
{
	struct phrase p;

	return phrase_read(pool, words, text, strlen(text), &p) &&
		synonyms_span(s, p.key, p.n) == p.n
	    ? synonyms_count(s, p.key, p.n)
	    : 0;
}

/* Words that a row of sql/data/word-stems.csv parts from their other number. */
static bool
is_parted(const char *text)
{
	static const char *const words[] = { "cour ", "cours", "fonds",
		"travaux", "don " };
	char spaced[400];

	snprintf(spaced, sizeof(spaced), "%s ", text);
	for (size_t i = 0; i < ROWS(words); i++)
		if (strstr(spaced, words[i]) != NULL)
			return true;
	return false;
}

/* Tells a form of a phrase that finds fewer families; how many do. */
static int
lost_by(const struct synonyms *s, struct pool *pool, struct words *words,
    const char *text, const char *form)
{
	if (families_of(s, pool, words, form) >=
	    families_of(s, pool, words, text))
		return 0;
	print_message("%s: %s\n", text, form);
	return 1;
}

static void
test_forms(void **state)
{
	struct words *words = words_new();
	struct pool *pool = pool_new();
	struct synonyms *s = NULL;
	struct result res;
	struct buf b = { 0 };
	int phrases = 0, lost = 0;

	(void)state;
	for (size_t i = 0; i < ROWS(stop); i++)
		words_add_stop(words, stop[i]);
	assert_int_equal(synonyms_load(NULL, words, &s), RC_OK);
	__wrap_query_run(NULL, pool, Q_KEYWORDS, NULL, &res);
	for (unsigned r = 0; r < res.rows; r++) {
		char *rest = pool_printf(pool, "%s|%s",
			 keywords_row(&res, r)->term.s,
			 keywords_row(&res, r)->synonyms.s),
		     *text;

		for (; (text = strsep(&rest, "|")) != NULL; phrases++) {
			assert_true(families_of(s, pool, words, text) > 0);
			in_capitals(&b, text);
			lost += lost_by(s, pool, words, text, b.data);
			other_number(&b, text);
			if (!is_parted(text))
				lost += lost_by(s, pool, words, text, b.data);
		}
	}
	assert_true(phrases > 1500);
	assert_int_equal(lost, 0);
	buf_free(&b);
	synonyms_free(s);
	pool_free(pool);
	words_free(words);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_forms) };

	return cmocka_run_group_tests_name("synonyms", tests, NULL, NULL);
}
