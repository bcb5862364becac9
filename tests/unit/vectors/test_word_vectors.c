/* test_word_vectors.c - tables of word vectors: whole, cut, changed; words and
 * directions. */

#include "vectors.h"

static const struct vectors_word words[] = {
	{ "chaudiere", { 100, 0, 0 }, 0.5f },
	{ "ecole", { 0, 0, 100 }, 0.01f },
	{ "fioul", { 80, 60, 0 }, 0.01f },
	{ "toit", { 0, -100, 0 }, 0.02f },
};

static struct buf table;

static int
begin(void **state)
{
	(void)state;
	vectors_make(&table, words, ROWS(words));
	return 0;
}

static int
end(void **state)
{
	(void)state;
	buf_free(&table);
	return 0;
}

static const char *
fault_of(const char *data, size_t n)
{
	const char *why;

	word_vectors_close(vectors_open(data, n, &why));
	return why;
}

static void
test_faults(void **state)
{
	char *copy = malloc(table.len);
	const char *why;

	(void)state;
	want_str(0, fault_of(table.data, table.len), NULL);
	/* A table cut anywhere is not read. */
	for (size_t n = 0; n < table.len; n++)
		assert_non_null(fault_of(table.data, n));
	want_str(1, fault_of(table.data, table.len - 1), "it is cut");
	want_str(2, fault_of(table.data, 3), "it is no table of word vectors");
	want_str(3, fault_of("", 0), "it cannot be read");
	assert_null(word_vectors_open("/nonexistent", &why));
	want_str(4, why, "it cannot be read");
	/* One bit, whichever. */
	for (size_t i = 0; i < table.len; i++) {
		memcpy(copy, table.data, table.len);
		copy[i] ^= 1;
		assert_non_null(fault_of(copy, table.len));
	}
	memcpy(copy, table.data, table.len);
	copy[4] = 2;
	want_str(5, fault_of(copy, table.len), "it is of another version");
	memcpy(copy, table.data, table.len);
	copy[table.len - 2] ^= 1;
	want_str(6, fault_of(copy, table.len), "it was changed");
	free(copy);
}

static void
test_words(void **state)
{
	static const struct {
		const char *word;
		int want;
	} rows[] = { { "chaudiere", 0 }, { "ecole", 1 }, { "fioul", 2 },
		{ "toit", 3 }, { "", -1 }, { "a", -1 }, { "ecol", -1 },
		{ "ecoles", -1 }, { "zone", -1 } };
	const char *why;
	struct word_vectors *v = vectors_open(table.data, table.len, &why);

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		want_int(i, word_vectors_find(v, rows[i].word), rows[i].want);
		want_int(i, word_vectors_find(NULL, rows[i].word), -1);
	}
	assert_int_not_equal(word_vectors_made(v), 0);
	assert_int_equal(word_vectors_made(NULL), 0);
	word_vectors_close(v);
}

/* Of two words by their numbers, -1 for none: how near they are to a third. */
static void
test_near(void **state)
{
	static const struct {
		int word[2], to;
		int want;
	} rows[] = {
		{ { 0, -1 }, 0, 255 }, { { 2, -1 }, 2, 255 },
		{ { 2, -1 }, 0, 204 },                    /* 0.8 */
		{ { 1, -1 }, 0, 0 }, { { 3, -1 }, 2, 0 }, /* -0.6 */
		{ { 0, 1 }, 0, 255 }, /* the first says 50 times as much */
		{ { -1, -1 }, 0, 0 }, /* of no word */
	};
	const char *why;
	struct word_vectors *v = vectors_open(table.data, table.len, &why);

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		float sum[VECTOR_DIMS] = { 0 }, one[VECTOR_DIMS] = { 0 };
		struct vector of, to;

		for (int k = 0; k < 2; k++)
			if (rows[i].word[k] >= 0)
				word_vectors_add(v, rows[i].word[k], 1, sum);
		word_vectors_add(v, rows[i].to, 3, one);
		of = word_vectors_pack(sum);
		to = word_vectors_pack(one);
		assert_in_range(vector_near(&of, &to) + 2, rows[i].want,
		    rows[i].want + 4);
	}
	word_vectors_close(v);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_faults),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_near),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
