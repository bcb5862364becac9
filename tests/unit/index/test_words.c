/* test_words.c - the words of a text. */

#include "base/str.h"
#include "index/words.h"
#include "unit.h"

static struct words *words;

/* The text, then its words as "folded=term,term", stop words in brackets. */
static const struct {
	const char *s, *want;
} rows[] = {
	{ "", "" },
	{ " ,;. ", "" },
	{ "école", "ecole=ecol" },
	{ "Écoles ÉCOLE ecole", "ecoles=ecol ecole=ecol ecole=ecol" },
	{ "e\xcc\x81"
	  "cole",
	    "ecole=ecol" },
	/* both stems, when the accents make them differ */
	{ "mobilité", "mobilite=mobil,mobilit" },
	{ "mobilite", "mobilite=mobilit" },
	/* elisions */
	{ "l'eau", "(l) eau=eau" },
	{ "L’EAU", "(l) eau=eau" },
	{ "qu'elle", "(qu) elle=elle" },
	{ "aujourd'hui", "aujourd=aujourd hui=hui" },
	{ "rendez-vous", "rendez=rend vous=vou" },
	/* stop words, whatever their case and accents */
	{ "de la forêt", "(de) (la) foret=foret" },
	{ "DE À où", "(de) (a) (ou)" },
	{ "y a 5 m", "(y) (a) (5) (m)" },
	/* digits are words */
	{ "plan 2026", "plan=plan 2026=2026" },
	{ "R2,5", "r2=r2 (5)" },
	{ "œuvre", "oeuvre=oeuvr" },
	/* what is no Latin letter parts words */
	{ "vélo\xf0\x9f\x9a\xb2route", "velo=velo route=rout" },
	{ "\xf0\x9f\x98\x80", "" },
	{ "\xe2\x80\x8f"
	  "bois\xe2\x80\x8f",
	    "bois=bois" },
	{ "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d bois", "bois=bois" },
	{ "co\xc2\xadop", "coop=coop" },
	{ "a\xcc\x80", "(a)" },
	{ "\xcc\x80", "()" },
	{ "C++/x64", "(c) x64=x64" },
	{ "a_b", "(a) (b)" },
	/* acronyms with dots are one word, what only looks like one is not */
	{ "la D.E.T.R. 2027", "(la) detr=detr 2027=2027" },
	{ "Z.A.C", "zac=zac" },
	{ "U.E.,", "ue=ue" },
	{ "l.eau M. A", "(l) eau=eau (m) (a)" },
	{ "L.2334", "(l) 2334=2334" },
	{ "d.e.t.\xc3\xa9", "det=det (e)" },
	{ "la R&D, M & N", "(la) rd=rd (m) (n)" },
	/* a figure alone is no word, of a hundred it is */
	{ "la 1 % artistique", "(la) 1pc=1pc artistique=artist" },
	{ "1%, 5\xc2\xa0%; 80 %", "1pc=1pc 5pc=5pc 80=80" },
	{ "'; DROP--", "drop=drop" },
};

static void
tell(const char *s, char *got, size_t size)
{
	struct word w;
	size_t n = 0;

	got[0] = '\0';
	while (words_next(words, &s, &w) && n < size - 300) {
		n += (size_t)sprintf(got + n, "%s%s%s", n > 0 ? " " : "",
		    w.stop ? "(" : "", w.folded);
		assert_true(w.stop == (w.terms == 0));
		n += (size_t)sprintf(got + n, "%s", w.stop ? ")" : "");
		for (int i = 0; i < w.terms; i++)
			n += (size_t)sprintf(got + n, "%s%s",
			    i == 0 ? "=" : ",", w.term[i]);
	}
}

static void
test_next(void **state)
{
	char got[2000];

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		tell(rows[i].s, got, sizeof(got));
		want_str(i, got, rows[i].want);
	}
}

/* Words of one family share a term, as the index and the question need. */
static const struct {
	const char *a, *b;
	bool same;
} family_rows[] = {
	{ "école", "écoles", true },
	{ "rénovation", "rénovations", true },
	{ "RÉNOVATION", "rénovation", true },
	{ "rénovation", "renovation", true },
	{ "énergétique", "énergétiques", true },
	{ "énergétique", "energetique", true },
	{ "mobilité", "mobilites", true },
	{ "vélos", "velos", true },
	{ "cantine", "cantines", true },
	{ "forêt", "forets", true },
	{ "eau", "eaux", true },
	{ "éclairage", "ECLAIRAGE", true },
	{ "vélo", "vélos", true }, /* Snowball alone keeps this s */
	{ "toit", "toiture", false },
	{ "eau", "eté", false },
};

static void
test_family(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(family_rows); i++) {
		const char *a = family_rows[i].a, *b = family_rows[i].b;
		struct word x, y;
		bool same = false;

		assert_true(words_next(words, &a, &x));
		assert_true(words_next(words, &b, &y));
		for (int k = 0; k < x.terms; k++)
			for (int l = 0; l < y.terms; l++)
				same |= strcmp(x.term[k], y.term[l]) == 0;
		want_int(i, same, family_rows[i].same);
	}
}

/* A very long word is known by its first letters, and is one word. */
static void
test_long(void **state)
{
	static const char *const letters[] = { "x", "é", "œ", "ß",
		"e\xcc\x81" };
	static char s[60100];
	struct word w;

	(void)state;
	for (size_t i = 0; i < ROWS(letters); i++) {
		for (size_t n = 1; n < 20000; n = n < 60 ? n + 1 : n * 3) {
			const char *p = s;

			s[0] = '\0';
			for (size_t k = 0; k < n; k++)
				memcpy(s + k * strlen(letters[i]), letters[i],
				    strlen(letters[i]) + 1);
			assert_true(words_next(words, &p, &w));
			want_int(n, w.n, strlen(s));
			assert_ptr_equal(w.at, s);
			assert_true(strlen(w.folded) < WORD_SIZE);
			for (int k = 0; k < w.terms; k++)
				assert_true(strlen(w.term[k]) < WORD_SIZE);
			assert_false(words_next(words, &p, &w));
		}
	}
}

/* Where each word stands, so that it can be marked. */
static void
test_places(void **state)
{
	static const char s[] = " L'été, « forêts »\xc2\xa0!";
	static const char *const want[] = { "L", "été", "forêts" };
	const char *p = s;
	char got[20];
	struct word w;

	(void)state;
	for (size_t i = 0; i < ROWS(want); i++) {
		assert_true(words_next(words, &p, &w));
		snprintf(got, sizeof(got), "%.*s", (int)w.n, w.at);
		want_str(i, got, want[i]);
	}
	assert_false(words_next(words, &p, &w));
	assert_false(words_next(words, &p, &w));
}

/* Any valid text: no step back, nothing out of bounds. */
static void
test_fuzz(void **state)
{
	char s[200];
	struct word w;

	(void)state;
	for (int turn = 0; turn < unit_turns(20000); turn++) {
		const char *p = s, *before;

		for (size_t i = 0; i < sizeof(s) - 1; i++)
			s[i] = (char)(unit_random() % 3
				? 'a' + unit_random() % 26
				: unit_random());
		s[unit_random() % (sizeof(s) - 1)] = '\0';
		s[sizeof(s) - 1] = '\0';
		str_clean(s);
		for (before = p; words_next(words, &p, &w); before = p) {
			assert_true(w.at >= before && w.at + w.n <= p);
			assert_true(p > before && p <= s + strlen(s));
		}
	}
}

static int
begin(void **state)
{
	(void)state;
	words = words_new();
	words_add_stop(words, "de");
	words_add_stop(words, "la");
	words_add_stop(words, "qu");
	words_add_stop(words, "ou");
	words_add_stop(words, "de"); /* said twice */
	return 0;
}

static int
end(void **state)
{
	(void)state;
	words_free(words);
	words_free(NULL);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_next),
		cmocka_unit_test(test_family),
		cmocka_unit_test(test_long),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_fuzz),
	};

	return cmocka_run_group_tests_name("words", tests, begin, end);
}
