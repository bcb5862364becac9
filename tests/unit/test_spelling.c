/* test_spelling.c - how far words are from each other. */

#include "unit.h"
#include "spelling.h"

static const struct { const char *a, *b; int max, want; } rows[] = {
	{ "", "", 2, 0 },
	{ "gymnase", "gymnase", 2, 0 },
	{ "gimnase", "gymnase", 2, 1 },		/* another letter */
	{ "gymase", "gymnase", 2, 1 },		/* one left out */
	{ "gymnasse", "gymnase", 2, 1 },	/* one too many */
	{ "gymansse", "gymnase", 3, 2 },
	{ "gymanse", "gymnase", 2, 1 },		/* two swapped */
	{ "asainisement", "assainissement", 2, 2 },
	{ "asainisement", "assainissement", 1, 2 },	/* more than 1 */
	{ "ab", "cd", 3, 2 },
	{ "a", "abcd", 2, 3 },
	{ "voirie", "mairie", 2, 2 },
};

static void
test_distance(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		want_int(i, spelling_distance(rows[i].a, rows[i].b,
		    rows[i].max), rows[i].want);
		want_int(i, spelling_distance(rows[i].b, rows[i].a,
		    rows[i].max), rows[i].want);
	}
}

/* Any two words: as far one way as the other, and never less than their lengths
 * differ. */
static void
test_fuzz(void **state)
{
	char a[WORD_SIZE], b[WORD_SIZE];

	(void)state;
	for (int turn = 0; turn < 20000; turn++) {
		size_t n = unit_random() % 9, m = unit_random() % 9;
		int d;

		for (size_t i = 0; i < n; i++)
			a[i] = (char)('a' + unit_random() % 3);
		for (size_t i = 0; i < m; i++)
			b[i] = (char)('a' + unit_random() % 3);
		a[n] = b[m] = '\0';
		d = spelling_distance(a, b, 20);
		want_int(turn, spelling_distance(b, a, 20), d);
		assert_true(d >= abs((int)n - (int)m));
		assert_true(d <= (int)(n > m ? n : m));
		want_int(turn, d == 0, strcmp(a, b) == 0);
		want_int(turn, spelling_distance(a, b, 2), d > 2 ? 3 : d);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_distance),
		cmocka_unit_test(test_fuzz),
	};

	return cmocka_run_group_tests_name("spelling", tests, NULL, NULL);
}
