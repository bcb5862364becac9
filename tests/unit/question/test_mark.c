/* test_mark.c - marking the words that were asked. */

#include "question/mark.h"
#include "unit.h"

static struct words *words;

/* Marks a text as it was indexed. */
static void
mark(struct buf *b, const struct mark_terms *t, const char *s)
{
	struct buf spots = { 0 };
	struct mark_text text = { s, strlen(s), NULL, 0 };

	term_spots_put(&spots, words, s);
	text.spot = (const struct term_spot *)(const void *)spots.data;
	text.spots = spots.len / sizeof(struct term_spot);
	buf_reset(b);
	buf_puts(b, "");
	mark_put(b, words, t, &text, "<mark>", "</mark>");
	buf_free(&spots);
}

/* The words asked, the text, and the text marked. */
static const struct {
	const char *asked, *s, *want;
} rows[] = {
	{ "école", "", "" },
	{ "", "L'école", "L'école" },
	{ "bois", "L'école", "L'école" },
	{ "école", "L'école", "L'<mark>école</mark>" },
	{ "ecole", "Les ÉCOLES, l'École.",
	    "Les <mark>ÉCOLES</mark>, l'<mark>École</mark>." },
	{ "bois", "bois", "<mark>bois</mark>" },
	{ "bois eau", "eau bois eau",
	    "<mark>eau</mark> <mark>bois</mark> "
	    "<mark>eau</mark>" },
	{ "rénovation", "Rénovations &amp; <bois>",
	    "<mark>Rénovations</mark> &amp;amp; &lt;bois&gt;" },
	{ "mobilite", "la mobilité", "la <mark>mobilité</mark>" },
	{ "de bois", "de bois de", "de <mark>bois</mark> de" },
	{ "bois",
	    "\xf0\x9f\x8c\xb2"
	    "bois\xe2\x80\x8f!",
	    "\xf0\x9f\x8c\xb2<mark>bois</mark>\xe2\x80\x8f!" },
	{ "bois", "boisson sous-bois", "boisson sous-<mark>bois</mark>" },
	/* an accent, and what is no letter, among the first bytes */
	{ "rénover", "le réseau à rénover,\xc2\xa0rénover\xe2\x80\x99",
	    "le réseau à <mark>rénover</mark>,\xc2\xa0<mark>rénover</mark>"
	    "\xe2\x80\x99" },
	{ "renover", "re\xcc\x81nover abrénover",
	    "<mark>re\xcc\x81nover</mark> abrénover" },
	{ "œuvre",
	    "d\xe2\x80\x99"
	    "Œuvres, manœuvre oeuvre",
	    "d\xe2\x80\x99<mark>Œuvres</mark>, manœuvre <mark>oeuvre</mark>" },
	{ "étude", "Étudier l'été : étude, ÉTUDES, éthique",
	    "Étudier l'été : <mark>étude</mark>, <mark>ÉTUDES</mark>, éthique" },
	{ "æther", "\xc3\xa6ther aether a\xcc\x88ther",
	    "<mark>\xc3\xa6ther</mark> <mark>aether</mark> a\xcc\x88ther" },
	{ "5g co", "la 5G, 5 g, 55g; co2 c o Co.",
	    "la <mark>5G</mark>, 5 g, 55g; co2 c o <mark>Co</mark>." },
	/* forms that questions and the index know for one */
	{ "emploi foyer", "Emplois, foyers, foi",
	    "<mark>Emplois</mark>, <mark>foyers</mark>, foi" },
	{ "mairie", "Maire, mairies", "Maire, <mark>mairies</mark>" },
	{ "conseillère", "un conseiller, le conseil",
	    "un <mark>conseiller</mark>, le conseil" },
	{ "R&D 1%", "la R&D, D&R, 1\xc2\xa0% et 1",
	    "la <mark>R&amp;D</mark>, D&amp;R, <mark>1\xc2\xa0%</mark> et 1" },
};

/* Phrases asked, "|" between them, the text, and the text marked. */
static const struct {
	const char *asked, *s, *want;
} phrases[] = {
	{ "salle de classe", "la salle, la classe", "la salle, la classe" },
	{ "salle de classe", "Salles des classes.",
	    "Salles des classes." }, /* "des" is no stop word here */
	{ "salle de classe", "la Salle de classe, classe",
	    "la <mark>Salle de classe</mark>, classe" },
	{ "salle de classe", "salle", "salle" },
	{ "salle classe", "salle de salle de la", "salle de salle de la" },
	/* the longest, or else the word alone */
	{ "école|école primaire", "écoles primaires, école et primaire",
	    "<mark>écoles primaires</mark>, <mark>école</mark> et primaire" },
	{ "école primaire|école", "école prime école primaire",
	    "<mark>école</mark> prime <mark>école primaire</mark>" },
	{ "eau potable|eau potable rurale", "eau potable rurale",
	    "<mark>eau potable rurale</mark>" },
};

static void
test_phrases(void **state)
{
	static char terms[MARK_TERMS][WORD_SIZE];
	static struct mark_phrase room[MARK_PHRASES];
	struct buf b = { 0 };

	(void)state;
	for (size_t i = 0; i < ROWS(phrases); i++) {
		struct mark_terms t = { .term = terms, .phrase = room };
		static struct word w[16];
		static const char *key[16];
		const char *p = phrases[i].asked;
		int n = 0, first = 0;

		while (words_next(words, &p, &w[n])) {
			if (w[n].terms == 0)
				continue;
			key[n] = words_key(&w[n]);
			n++;
			if (*p != '|' && *p != '\0')
				continue;
			if (n - first == 1)
				mark_add(&t, key[first]);
			else
				mark_add_phrase(&t, key + first, n - first);
			first = n;
		}
		mark(&b, &t, phrases[i].s);
		want_str(i, b.data, phrases[i].want);
	}
	buf_free(&b);
}

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
		mark(&b, &t, rows[i].s);
		want_str(i, b.data, rows[i].want);
	}
	buf_free(&b);
}

/* Spots that are not of the text, edited since, or none: the text is whole. */
static void
test_other_spots(void **state)
{
	static const struct {
		struct term_spot spot[3];
		size_t spots;
		const char *want;
	} rows_of[] = {
		{ { { 2, 0 } }, 1, "L'<mark>école</mark> est" },
		{ { { 0, 0 } }, 0, "L'école est" },
		{ { { 0, 0 } }, 1, "L'école est" },
		{ { { 3, 0 }, { 2, 0 } }, 2, "L'<mark>école</mark> est" },
		{ { { 12, 0 }, { 500, 0 } }, 2, "L'école est" },
		{ { { 2, 0 }, { 2, 0 }, { 4, 0 } }, 3,
		    "L'<mark>école</mark> est" },
	};
	static char terms[MARK_TERMS][WORD_SIZE];
	struct mark_terms t = { .term = terms };
	const char *p = "école", *s = "L'école est";
	struct buf b = { 0 };
	struct word w;

	(void)state;
	assert_true(words_next(words, &p, &w));
	mark_add(&t, w.term[0]);
	for (size_t i = 0; i < ROWS(rows_of); i++) {
		struct term_spot spot[3];

		memcpy(spot, rows_of[i].spot, sizeof(spot));
		for (int k = 0; k < 3; k++)
			spot[k].hash = term_spot_hash(w.term[0]);
		buf_reset(&b);
		mark_put(&b, words, &t,
		    &(struct mark_text){ s, strlen(s), spot, rows_of[i].spots },
		    "<mark>", "</mark>");
		want_str(i, b.data, rows_of[i].want);
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
		cmocka_unit_test(test_phrases),
		cmocka_unit_test(test_other_spots),
	};

	return cmocka_run_group_tests_name("mark", tests, begin, end);
}
