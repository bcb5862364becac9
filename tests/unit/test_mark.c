/* test_mark.c - marking the words that were asked. */

#include "unit.h"
#include "mark.h"
#include "xml.h"

static struct words *words;

static char *
inner(xmlDocPtr doc, xmlNodePtr node)
{
	xmlBufferPtr b = xmlBufferCreate();
	char *s;

	for (xmlNodePtr n = node->children; n != NULL; n = n->next)
		xmlNodeDump(b, doc, n, 0, 0);
	s = strdup((const char *)xmlBufferContent(b));
	xmlBufferFree(b);
	assert_non_null(s);
	return s;
}

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
	char terms[8 * WORD_TERMS][WORD_SIZE];
	struct pool *pool = pool_new();
	struct word w;

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct mark_terms t = { .term = terms };
		xmlDocPtr doc = xml_page(pool, "t");
		const char *p = rows[i].asked;
		char *got;

		while (words_next(words, &p, &w))
			for (int k = 0; k < w.terms; k++)
				memcpy(terms[t.n++], w.term[k], WORD_SIZE);
		xml_text(doc->children, rows[i].s, strlen(rows[i].s));
		mark_words(words, &t, doc->children);
		got = inner(doc, doc->children);
		want_str(i, got, rows[i].want);
		free(got);
	}
	pool_free(pool);
}

#define A10 "aaaaaaaaa "
#define A50 A10 A10 A10 A10 A10
#define E48 "éééééééééééééééééééééééé"
#define E50 E48 "é"

static const struct { const char *s, *want; } trim_rows[] = {
	{ "", "" },
	{ "Court.", "Court." },
	/* from the start of a sentence, of a line, else of a word */
	{ "fin de phrase. Une autre.", "Une autre." },
	{ "fin\nUne ligne", "Une ligne" },
	{ "oupé puis des mots", "…puis des mots" },
	{ "unseulmot", "unseulmot" },
	{ " des mots", "…des mots" },		/* a blank comes first */
	{ "\ndes mots", "des mots" },
	{ ". Des mots", "Des mots" },
	{ " ", "" },
	/* to the end of a word, of a line */
	{ "x. " A50 A50 A50 A50, A50 A50 A50 "aaaaaaaaa aaaaaaaaa…" },
	{ "x. " A50 A10 A10 A10 "\nsuite", A50 A10 A10 "aaaaaaaaa" },
	/* no blank: cut, but not within a character */
	{ "x. a" E50 E50 E50 E50 E50, "a" E50 E48 "…" },
};

static void
test_trim(void **state)
{
	struct pool *pool = pool_new();

	(void)state;
	for (size_t i = 0; i < ROWS(trim_rows); i++) {
		xmlDocPtr doc = xml_page(pool, "t");
		char *got;

		xml_text(doc->children, trim_rows[i].s,
		    strlen(trim_rows[i].s));
		mark_trim_excerpt(doc->children);
		got = inner(doc, doc->children);
		want_str(i, got, trim_rows[i].want);
		assert_true(doc->children->children == doc->children->last);
		free(got);
	}
	pool_free(pool);
}

/* Any excerpt: nothing out of bounds, and no character is broken. */
static void
test_fuzz(void **state)
{
	static const char *const piece[] = { "a", "é", " ", ".", "\n", ". ",
	    "mot", "\xf0\x9f\x98\x80", "…", "long-long-long-long-long" };
	struct pool *pool = pool_new();
	char s[700];

	(void)state;
	for (int turn = 0; turn < 5000; turn++) {
		xmlDocPtr doc = xml_page(pool, "t");
		unsigned n = unit_random() % 120, blank = unit_random() % 3;
		char *got;

		s[0] = '\0';
		while (n-- > 0 && strlen(s) < 600)
			strcat(s, piece[unit_random() % (blank ? ROWS(piece) :
			    2)]);
		xml_text(doc->children, s, strlen(s));
		mark_trim_excerpt(doc->children);
		got = inner(doc, doc->children);
		assert_null(strchr(got, '?'));
		assert_true(strlen(got) < 200);
		free(got);
		pool_reset(pool);
	}
	pool_free(pool);
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
		cmocka_unit_test(test_trim),
		cmocka_unit_test(test_fuzz),
	};

	return cmocka_run_group_tests_name("mark", tests, begin, end);
}
