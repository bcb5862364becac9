/* test_passage.c - a text in passages. */

#include "base/str.h"
#include "index/passage.h"
#include "unit.h"

#define A10 "aaaaaaaaa "
#define A50 A10 A10 A10 A10 A10
#define E50 "ééééééééééééééééééééééééé"

/* A text, and its passages with a bar between them. */
static const struct {
	const char *s, *want;
} rows[] = {
	{ "", "" },
	{ " \n\t ", "" },
	{ "Court.", "Court." },
	{ "Une phrase. Une autre.", "Une phrase. Une autre." },
	{ "Une ligne\nUne autre", "Une ligne|Une autre" },
	/* an item of a list needs no semicolon, nor the blank before it */
	{ "un toit ;\nun mur\xc2\xa0;\nun sol\xe2\x80\xaf;",
	    "un toit|un mur|un sol" },
	{ ";\n:\nmot", "mot" },
	/* whole sentences, when they are long enough */
	{ A50 A10 A10 A10 A10 "fin. " A50 A50,
	    A50 A10 A10 A10 A10 "fin.|" A50 A50 },
	/* a long sentence is cut between words, and says so */
	{ A50 A50 A50 A50, A50 A50 A50 A10 A10 A10 "aaaaaaaaa…|…" A10 },
	{ "Court. " A50 A50 A50 A50,
	    "Court. " A50 A50 A50 A10 A10 "aaaaaaaaa…|…" A10 A10 },
	/* a word without an end is cut, but not within a character */
	{ "a" E50 E50 E50 E50, NULL },
};

/* The blanks that a want ends with are the macro's, not the passage's. */
static void
join(const char *s, struct buf *all, bool trim)
{
	struct passages r = { .p = s };
	struct buf b = { 0 };

	buf_reset(all);
	buf_puts(all, "");
	while (passage_next(&r, &b)) {
		if (all->len > 0)
			buf_putc(all, '|');
		buf_put(all, b.data, b.len);
		if (!trim)
			continue;
		assert_true(str_is_xml(b.data, b.len));
		assert_true(b.len > 0 && b.len <= PASSAGE_MAX + 6);
	}
	buf_free(&b);
}

static void
test_rows(void **state)
{
	struct buf got = { 0 };
	char want[1000];

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		join(rows[i].s, &got, true);
		if (rows[i].want == NULL)
			continue;
		/* "aaa |bbb " is wanted as "aaa|bbb". */
		snprintf(want, sizeof(want), "%s", rows[i].want);
		for (char *p; (p = strstr(want, " |")) != NULL;)
			memmove(p, p + 1, strlen(p));
		for (size_t n = strlen(want); n > 0 && want[n - 1] == ' ';)
			want[--n] = '\0';
		want_str(i, got.data, want);
	}
	buf_free(&got);
}

/* Any text: no word is lost, and no character is broken. */
static void
test_fuzz(void **state)
{
	static const char *const piece[] = { "a", "é", " ", ".", "\n", ". ",
		"mot", "\xf0\x9f\x98\x80", "!", "long-long-long-long-long" };
	struct buf got = { 0 };
	char s[700];

	(void)state;
	for (int turn = 0; turn < 5000; turn++) {
		unsigned n = unit_random() % 120, blank = unit_random() % 3;
		size_t words = 0, found = 0;

		s[0] = '\0';
		while (n-- > 0 && strlen(s) < 600)
			strcat(s,
			    piece[unit_random() % (blank ? ROWS(piece) : 2)]);
		join(s, &got, true);
		for (const char *p = s; (p = strstr(p, "mot")) != NULL; p++)
			words++;
		for (const char *p = got.data; (p = strstr(p, "mot")) != NULL;
		     p++)
			found++;
		if (blank)
			assert_true(found <= words && words - found <= 3);
	}
	buf_free(&got);
}

/* A list of names, or a sentence. */
static const struct {
	const char *s;
	bool want;
} lists[] = {
	{ "", false },
	{ "Réparation, entretien, location de véhicules (voiture, vélo, "
	  "scooter), mais aussi micro-transport social, atelier, formation, "
	  "prêt, auto-école, garage, covoiturage",
	    true },
	{ "breton | basque | corse | occitan | catalan | alsacien | picard | "
	  "gallo | flamand | francique | créole | tahitien | futunien | kanak "
	  "| shimaoré | lingala",
	    true },
	/* a verb joins them */
	{ "L'aide finance voirie, trottoirs, parkings, giratoires, bordures, "
	  "signalisation, éclairage, mobilier, plantations, bancs, abris, "
	  "quais, ponts, murs, fossés",
	    false },
	/* no more than 15 of them, of words that count */
	{ "voirie, trottoirs, parkings, giratoires, bordures, signalisation, "
	  "éclairage, mobilier, plantations, bancs, abris, quais, ponts, le "
	  "mur, les fossés",
	    false },
	/* a long sentence of few commas */
	{ "Un soutien aux projets des communes rurales du massif central pour "
	  "une mobilité douce, avec pistes cyclables sûres, garages fermés et "
	  "bornes électriques gratuites",
	    false },
};

static void
test_lists(void **state)
{
	struct words *words = words_new();

	(void)state;
	for (size_t i = 0; i < 3; i++)
		words_add_stop(words, (const char *[]){ "de", "le", "les" }[i]);
	for (size_t i = 0; i < ROWS(lists); i++)
		want_int(i, passage_is_list(lists[i].s, words), lists[i].want);
	words_free(words);
}

/* The row of a text, its spots in hexadecimal: of each term of a word where it
 * begins, lowest byte first, then a hash. */
static void
test_row(void **state)
{
	static const struct {
		const char *text, *want;
	} rows_of[] = {
		{ NULL, NULL },
		{ "", "7\t\t\n" },
		{ "a\tb", "7\ta\\tb\t\n" },
		{ "L'eau", "7\tL'eau\t0200....\n" },
		/* the word as written, and without its accent */
		{ "mobilité", "7\tmobilité\t0000....0000....\n" },
	};
	struct words *w = words_new();
	struct buf b = { 0 };

	(void)state;
	for (size_t i = 0; i < ROWS(rows_of); i++) {
		const char *want = rows_of[i].want;

		buf_reset(&b);
		passage_put_row(&b, w, 7, rows_of[i].text);
		want_int(i, b.len, want != NULL ? strlen(want) : 0);
		for (size_t k = 0; k < b.len; k++)
			if (want[k] != '.')
				want_int(i, b.data[k], want[k]);
	}
	buf_free(&b);
	words_free(w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_lists),
		cmocka_unit_test(test_fuzz),
		cmocka_unit_test(test_row),
	};

	return cmocka_run_group_tests_name("passage", tests, NULL, NULL);
}
