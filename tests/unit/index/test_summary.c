/* test_summary.c - the summary of an aid. */

#include "base/str.h"
#include "index/summary.h"
#include "unit.h"

#define A10 "aaaaaaaaa "
#define A50 A10 A10 A10 A10 A10
#define E10 "ééééééééé "
#define E50 E10 E10 E10 E10 E10

/* The first two passages, and what is made of them. */
static const struct {
	const char *s, *want;
} rows[] = {
	{ "", "" },
	{ "Une phrase. Une autre.", "Une phrase. Une autre." },
	/* as far as the last sentence */
	{ A50 A10 "fin. Elle finance", A50 A10 "fin." },
	{ A50 A10 "fin ? Élan", A50 A10 "fin ?" },
	{ A50 A10 "fin\u00a0! « Oui", A50 A10 "fin\u00a0!" },
	/* which no abbreviation ends, nor a number */
	{ A50 A10 "10 000 hab. par an, 2.5 fois",
	    A50 A10 "10 000 hab. par an, "
		    "2.5 fois…" },
	/* when that is not too little */
	{ "Bonjour. Elle finance :", "Bonjour. Elle finance…" },
	{ "Elle finance", "Elle finance…" },
	/* passages that meet within a sentence are one text */
	{ "la suite…  x… …du texte.", "la suite…  x du texte." },
	{ A50 "et la…", A50 "et la…" },
	/* 300 characters, whatever their bytes, and whole words */
	{ E50 E50 E50 E50 E50 E10 E10 E10 E10 "éé, é ééééééééé fin",
	    E50 E50 E50 E50 E50 E10 E10 E10 E10 "éé, é…" },
	{ E50 E50 E50 E50 E50 E10 E10 E10 E10 "éé, éééééééé fin",
	    E50 E50 E50 E50 E50 E10 E10 E10 E10 "éé…" },
	{ E50 E50 E50 E50 E50 E10 E10 E10 E10 "fin. Ééé. Ééé",
	    E50 E50 E50 E50 E50 E10 E10 E10 E10 "fin. Ééé." },
	{ E50 E50 E50 E50 E50 E10 E10 E10 E10 "fin. Ééééé. Ééé",
	    E50 E50 E50 E50 E50 E10 E10 E10 E10 "fin." },
};

static void
test_rows(void **state)
{
	struct buf b = { 0 };

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		const char *end;
		int n = 0;

		buf_reset(&b);
		buf_puts(&b, rows[i].s);
		summary_cut(&b);
		want_str(i, b.data, rows[i].want);
		assert_int_equal(b.len, strlen(b.data));
		for (end = b.data; *end != '\0'; n++)
			str_next(&end);
		assert_true(n <= SUMMARY_MAX);
	}
	buf_free(&b);
}

/* One word without an end is cut, but not within a character. */
static void
test_word(void **state)
{
	struct buf b = { 0 };

	(void)state;
	for (int i = 0; i < 400; i++)
		buf_puts(&b, "é");
	summary_cut(&b);
	assert_int_equal(b.len, 2 * 299 + strlen("…"));
	assert_true(str_is_xml(b.data, b.len));
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows),
		cmocka_unit_test(test_word) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
