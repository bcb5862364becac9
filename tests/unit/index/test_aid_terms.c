/* test_aid_terms.c - the terms of an aid: fields, pairs, passages, impacts. */

#include "index/aid_terms.h"
#include "vectors.h"

static struct words *words;
static struct intern *texts;
static struct aid_terms *terms;
static struct buf vocabulary, forms;
static const struct aid_words new = { &vocabulary, &forms };
static struct vector direction;

static int
begin(void **state)
{
	(void)state;
	words = words_new();
	words_add_stop(words, "de");
	words_add_stop(words, "la");
	texts = intern_new();
	terms = aid_terms_new(words, texts, NULL);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	aid_terms_free(terms);
	intern_free(texts);
	words_free(words);
	buf_free(&vocabulary);
	buf_free(&forms);
	return 0;
}

/* The terms of the aid as "text@passage ", but pairs, which are only counted. */
static const char *
shown(char *s, size_t *pairs)
{
	size_t n;
	const struct aid_term *t = aid_terms_finish(terms, &n, &direction);

	*s = '\0';
	*pairs = 0;
	for (size_t i = 0; i < n; i++) {
		const char *text = intern_text(texts, t[i].number);

		if (*text == '#')
			++*pairs;
		else
			sprintf(s + strlen(s), "%s@%u ", text, t[i].at);
	}
	return s;
}

/* Up to two fields with their passages, and what the aid then has. */
static const struct {
	const char *field[2];
	unsigned passage[2];
	const char *want;
	size_t pairs;
} rows[] = {
	{ { "" }, { 0 }, "", 0 },
	{ { "de la" }, { 0 }, "", 0 },
	{ { "Vélo" }, { 0 }, "velo@0 ", 0 },
	{ { "écoles, école" }, { 2 }, "ecol@2 ", 1 },
	/* a pair goes over stop words, and not from field to field */
	{ { "pistes de la ville" }, { 1 }, "pist@1 vill@1 ", 1 },
	{ { "piste", "ville" }, { 0, 1 }, "pist@0 vill@1 ", 0 },
	/* the first passage; one in none comes after all */
	{ { "toit", "toit" }, { 0, 3 }, "toit@3 ", 0 },
	{ { "toit", "toit" }, { 2, 5 }, "toit@2 ", 0 },
	{ { "toit", "toit" }, { 5, 2 }, "toit@2 ", 0 },
};

static void
test_terms(void **state)
{
	char s[500];
	size_t pairs;

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		for (int k = 0; k < 2 && rows[i].field[k] != NULL; k++)
			aid_terms_add(terms, rows[i].field[k], 1,
			    rows[i].passage[k], &new);
		want_str(i, shown(s, &pairs), rows[i].want);
		want_int(i, pairs, rows[i].pairs);
	}
}

/* A stem is in the vocabulary once, in the first form met; numbers are not. */
static void
test_vocabulary(void **state)
{
	char s[500];
	size_t pairs;

	(void)state;
	aid_terms_add(terms, "Écoles 2027", 1, 0, &new);
	shown(s, &pairs);
	aid_terms_add(terms, "école de la ville", 1, 0, &new);
	shown(s, &pairs);
	want_str(0, vocabulary.data, "ecol\técoles\nvill\tville\n");
	want_str(0, forms.data, "ecoles\necole\nville\n");
}

/* The sum of weights, the length in words, and the impact. */
static void
test_impact(void **state)
{
	static const struct {
		float sum;
		size_t length;
		unsigned want;
	} table[] = {
		{ 0, 250, 1 },
		/* of the average length, tf is the sum: 254 * 6 / 12 */
		{ 6, 250, 128 },
		{ 1, 250, 37 },
		/* a text of some words profits as one of 60 and no more:
		 * norm 0.62, tf 9.68 */
		{ 6, 60, 157 },
		{ 6, 10, 157 },
		{ 6, 0, 157 },
		/* twice as long: norm 1.5, tf 4 */
		{ 6, 500, 102 },
		{ 1e9f, 250, 255 },
	};

	(void)state;
	for (size_t i = 0; i < ROWS(table); i++)
		want_int(i, aid_terms_impact(table[i].sum, table[i].length),
		    table[i].want);
}

/* A weight counts as so many occurrences. */
static void
test_weights(void **state)
{
	size_t n;
	unsigned once;

	(void)state;
	aid_terms_add(terms, "toit", 2, 0, &new);
	once = aid_terms_finish(terms, &n, &direction)->impact;
	aid_terms_add(terms, "toit", 1, 0, &new);
	aid_terms_add(terms, "toit", 1, 0, &new);
	/* two words long, not one */
	assert_in_range(once - aid_terms_finish(terms, &n, &direction)->impact,
	    0, 1);
	want_int(0, n, 1);
	assert_true(once > aid_terms_impact(1, 1));
}

/* The words of a name count twice; without a table, or a word of it, there is
 * no direction. */
static void
test_direction(void **state)
{
	static const struct vectors_word word[] = {
		{ "ecole", { 127, 0, 0 }, 1 },
		{ "toit", { 0, 127, 0 }, 1 },
	};
	static const struct {
		const char *name, *text;
		int to[2];
	} cases[] = {
		{ "École", "", { 127, 0 } },
		{ "", "les écoles", { 127, 0 } },
		{ "école", "toit toit toit toit", { 120, 41 } },
		{ "mairie", "mairie", { 0, 0 } },
	};
	struct buf file = { 0 };
	struct word_vectors *v;
	struct aid_terms *x;
	const char *why;
	size_t n;

	(void)state;
	vectors_make(&file, word, ROWS(word));
	v = vectors_open(file.data, file.len, &why);
	x = aid_terms_new(words, texts, v);
	for (size_t i = 0; i < ROWS(cases); i++) {
		aid_terms_add(x, cases[i].name, 8, 0, &new);
		aid_terms_add(x, cases[i].text, 1, 1, &new);
		aid_terms_finish(x, &n, &direction);
		want_int(i, direction.to[0], cases[i].to[0]);
		want_int(i, direction.to[1], cases[i].to[1]);
	}
	aid_terms_add(terms, "école", 8, 0, &new);
	aid_terms_finish(terms, &n, &direction);
	want_int(9, direction.to[0], 0);
	aid_terms_free(x);
	word_vectors_close(v);
	buf_free(&file);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_terms, begin, end),
		cmocka_unit_test_setup_teardown(test_vocabulary, begin, end),
		cmocka_unit_test_setup_teardown(test_impact, begin, end),
		cmocka_unit_test_setup_teardown(test_weights, begin, end),
		cmocka_unit_test_setup_teardown(test_direction, begin, end),
	};

	return cmocka_run_group_tests_name("aid_terms", tests, NULL, NULL);
}
