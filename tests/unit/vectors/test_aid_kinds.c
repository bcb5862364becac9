/* test_aid_kinds.c - tables of kinds of aids: whole, cut, of other vectors; what
 * titles lead to. */

#include <zlib.h>

#include "vectors.h"
#include "vectors/aid_kinds.h"

static const struct vectors_word words[] = { { "haie", { 0, 0, 100 }, 1 },
	{ "toit", { 0, 100, 0 }, 1 } };

static struct word_vectors *vectors;

/* A kind of a bias and three weights, which leads in one of three directions. */
static void
put_kind(struct buf *b, const char *name, int bias, const int weight[3], int to)
{
	buf_putf(b, "%s\t%d", name, bias);
	for (int i = 0; i < VECTOR_DIMS; i++)
		buf_putf(b, "\t%d", i < 3 ? weight[i] : 0);
	for (int i = 0; i < VECTOR_DIMS; i++)
		buf_putf(b, "\t%d", i == to ? VECTOR_LENGTH : 0);
	buf_puts(b, "\n");
}

/* The table of these lines, which it frees. */
static void
put_lines(struct buf *b, uint32_t made, int kinds, struct buf *lines)
{
	buf_putf(b, "# a comment\nmade\t%u\t%d\t%lu\n", made, kinds,
	    crc32(0, (const Bytef *)lines->data, (uInt)lines->len));
	buf_put(b, lines->data, lines->len);
	buf_free(lines);
}

static void
put_table(struct buf *b, uint32_t made, int kinds)
{
	struct buf lines = { 0 };

	put_kind(&lines, "toits", 0, (int[]){ 5000, 0, 0 }, 1);
	put_kind(&lines, "haies", -500, (int[]){ 0, 5000, 0 }, 2);
	put_kind(&lines, "", 500, (int[]){ 0, 0, 0 }, -1);
	buf_puts(&lines, "toit\t4000\t-1000\t0\nhaie\t0\t3000\t0\n");
	put_lines(b, made, kinds, &lines);
}

/* Reads n bytes as the table of a share folder. */
static struct aid_kinds *
read_table(const char *data, size_t n, const char **why)
{
	char *dir = unit_folder(), path[300];
	struct aid_kinds *k;

	snprintf(path, sizeof(path), "mkdir -p %s/sql/learned", dir);
	assert_int_equal(system(path), 0);
	unit_file(dir, "sql/learned/aid-kinds.tsv", data, n);
	k = aid_kinds_read(dir, vectors, why);
	unit_remove(dir);
	return k;
}

static const char *
fault_of(const char *data, size_t n)
{
	const char *why;

	aid_kinds_free(read_table(data, n, &why));
	return why;
}

static int
begin(void **state)
{
	struct buf b = { 0 };
	const char *why;

	(void)state;
	vectors_make(&b, words, ROWS(words));
	vectors = vectors_open(b.data, b.len, &why);
	buf_free(&b);
	return vectors == NULL;
}

static int
end(void **state)
{
	(void)state;
	word_vectors_close(vectors);
	return 0;
}

static void
test_faults(void **state)
{
	uint32_t made = word_vectors_made(vectors);
	struct buf b = { 0 }, other = { 0 }, more = { 0 }, word = { 0 };
	struct buf lines = { 0 };
	const char *why;

	(void)state;
	put_table(&b, made, 3);
	want_str(0, fault_of(b.data, b.len), NULL);
	want_str(1, fault_of(b.data, b.len / 2), "it was changed");
	want_str(2, fault_of(b.data, 12), "it is cut");
	want_str(3, fault_of("", 0), "it is cut");
	for (size_t n = 12; n < b.len; n++)
		assert_non_null(fault_of(b.data, n));
	/* A number that is another one, and may be. */
	*strstr(b.data, "5000") = '4';
	want_str(4, fault_of(b.data, b.len), "it was changed");
	put_table(&other, made + 2, 3);
	want_str(5, fault_of(other.data, other.len),
	    "it is of another version");
	/* A word is read as a kind. */
	put_table(&more, made, 4);
	want_str(6, fault_of(more.data, more.len), "it was changed");
	/* A word that the vectors do not know; one of a kind too few. */
	buf_puts(&lines, "tuile\n");
	put_lines(&word, made, 0, &lines);
	want_str(8, fault_of(word.data, word.len), "it was changed");
	buf_free(&word);
	put_kind(&lines, "toits", 0, (int[]){ 5000, 0, 0 }, 1);
	buf_puts(&lines, "toit\n");
	put_lines(&word, made, 1, &lines);
	want_str(9, fault_of(word.data, word.len), "it was changed");
	buf_free(&word);
	assert_null(aid_kinds_read("/nonexistent", vectors, &why));
	want_str(7, why, "it cannot be read");
	buf_free(&b);
	buf_free(&other);
	buf_free(&more);
}

/* More kinds than there is room for, and numbers that none is. */
static void
test_bounds(void **state)
{
	static const struct {
		int kinds, weight;
		const char *why;
	} rows[] = {
		{ 32, 1000000, NULL },
		{ 32, 1000001, "it was changed" },
		{ 1, -1000001, "it was changed" },
		{ 33, 0, "it was changed" },
	};

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct buf b = { 0 }, lines = { 0 };

		for (int k = 0; k < rows[i].kinds; k++)
			put_kind(&lines, "x", 0,
			    (int[]){ rows[i].weight, 0, 0 }, 1);
		put_lines(&b, word_vectors_made(vectors), rows[i].kinds,
		    &lines);
		want_str(i, fault_of(b.data, b.len), rows[i].why);
		buf_free(&b);
	}
}

static void
test_guess(void **state)
{
	static const struct {
		int8_t title[2];
		const char *word[2]; /* in order */
		const char *kind;    /* NULL: none */
		int likely;          /* in hundredths */
	} rows[] = {
		/* e^5 of e^5 + e^-0.5 + e^0.5 */
		{ { 127, 0 }, { NULL }, "toits", 99 },
		/* e^4.5 of e^4.5 + 1 + e^0.5 */
		{ { 0, 127 }, { NULL }, "haies", 97 },
		/* e^0.5 of e^0.5 + 1 + e^-0.5 */
		{ { 0, 0 }, { NULL }, NULL, 51 },
		/* e^4 of e^4 + e^-1.5 + e^0.5 */
		{ { 0, 0 }, { "toit" }, "toits", 97 },
		/* worths 1 and 8/9, of length 1.338: toits has 4 / 1.338,
		 * haies -0.5 - 1 / 1.338 + 8/9 * 3 / 1.338 */
		{ { 0, 0 }, { "toit", "haie" }, "toits", 84 },
		/* toits 8/9 * 4 / 1.338; haies -0.5 + (3 - 8/9) / 1.338 */
		{ { 0, 0 }, { "haie", "toit" }, "toits", 76 },
	};
	struct buf b = { 0 };
	struct aid_kinds *k;
	const char *why;
	float likely;

	(void)state;
	put_table(&b, word_vectors_made(vectors), 3);
	k = read_table(b.data, b.len, &why);
	assert_non_null(k);
	for (unsigned i = 0; i < ROWS(rows); i++) {
		struct vector title = { { rows[i].title[0],
		    rows[i].title[1] } };
		const struct aid_kind *kind;
		int word[2], n = 0;

		for (; n < 2 && rows[i].word[n] != NULL; n++)
			word[n] = word_vectors_find(vectors, rows[i].word[n]);
		kind = aid_kinds_guess(k, &title, word, n, &likely);

		want_str(i, kind != NULL ? kind->name : NULL, rows[i].kind);
		want_int(i, (int)(100 * likely + 0.5f), rows[i].likely);
		if (i == 0)
			want_int(i, kind->direction.to[1], VECTOR_LENGTH);
	}
	assert_null(
	    aid_kinds_guess(NULL, &(struct vector){ { 0 } }, NULL, 0, &likely));
	aid_kinds_free(k);
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_faults),
		cmocka_unit_test(test_bounds),
		cmocka_unit_test(test_guess),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
