/* test_mark.c - marking the words that were asked. */

#include "unit.h"
#include "mark.h"

static struct words *words;

/* The words asked, the text, and the text marked. */
static const struct { const char *asked, *s, *want; } rows[] = {
	{ "école", "", "" },
	{ "", "L'école", "L'école" },
	{ "bois", "L'école", "L'école" },
	{ "école", "L'école", "L'<mark>école</mark>" },
	{ "ecole", "Les ÉCOLES, l'École.",
	    "Les <mark>ÉCOLES</mark>, l'<mark>École</mark>." },
	{ "bois", "bois", "<mark>bois</mark>" },
	{ "bois eau", "eau bois eau", "<mark>eau</mark> <mark>bois</mark> "
	    "<mark>eau</mark>" },
	{ "rénovation", "Rénovations &amp; <bois>",
	    "<mark>Rénovations</mark> &amp;amp; &lt;bois&gt;" },
	{ "mobilite", "la mobilité", "la <mark>mobilité</mark>" },
	{ "de bois", "de bois de", "de <mark>bois</mark> de" },
	{ "bois", "\xf0\x9f\x8c\xb2" "bois\xe2\x80\x8f!",
	    "\xf0\x9f\x8c\xb2<mark>bois</mark>\xe2\x80\x8f!" },
	{ "bois", "boisson sous-bois", "boisson sous-<mark>bois</mark>" },
};

static void
test_words(void **state)
{
	static char terms[MARK_TERMS][WORD_SIZE];
	struct buf b = { 0 };
	struct word w;

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct mark_terms t = { .term = terms };
		const char *p = rows[i].asked;

		while (words_next(words, &p, &w))
			for (int k = 0; k < w.terms; k++)
				mark_add(&t, w.term[k]);
		buf_reset(&b);
		buf_puts(&b, "");
		mark_put(&b, words, &t, rows[i].s, "<mark>", "</mark>");
		want_str(i, b.data, rows[i].want);
	}
	buf_free(&b);
}

static int
begin(void **state)
{
	(void)state;
	words = words_new();
	words_add_stop(words, "de");
	return 0;
}

static int
end(void **state)
{
	(void)state;
	words_free(words);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
	};

	return cmocka_run_group_tests_name("mark", tests, begin, end);
}
