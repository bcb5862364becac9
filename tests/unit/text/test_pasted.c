/* test_pasted.c - what a word processor leaves in a text, to what it meant. */

#include "text/pasted.h"
#include "unit.h"

static const struct {
	const char *s, *want;
} rows[] = {
	{ "", "" },
	{ "L'\u00e9t\u00e9 \U0001f600", "L'\u00e9t\u00e9 \U0001f600" },
	{ "a\tb\nc\r", "a\tb\nc\r" },
	/* Windows-1252 taken for Latin-1; what it has not goes */
	{ "\xc2\x80 \xc2\x92 \xc2\x9c", "\u20ac \u2019 \u0153" },
	{ "\xc2\x96\xc2\x9f", "\u2013\u0178" },
	{ "a\xc2\x81z", "az" },
	/* blanks, hyphens, bullets */
	{ "a\vb", "a b" },
	{ "a\v b", "a b" },
	{ "a \vb", "a b" },
	{ "\va", "a" },
	{ "a\fb\u2028c", "a b c" },
	{ "a\x1e"
	  "b\x1f"
	  "c",
	    "a-bc" },
	{ "\uf0b7 a", "\u2022 a" },
	/* accents apart */
	{ "Re\u0301nover l'e\u0301cole", "R\u00e9nover l'\u00e9cole" },
	{ "E\u0301tat, C\u0327a, o\u0302", "\u00c9tat, \u00c7a, \u00f4" },
	{ "z\u0301 \u0301 3\u0301", "z\u0301 \u0301 3\u0301" },
	{ "\u0301e", "\u0301e" },
	/* what nobody sees */
	{ "\ufeff"
	  "a\u200b"
	  "b\u00ad"
	  "c\x7f",
	    "abc" },
};

static void
test_rows(void **state)
{
	struct pool *pool = pool_new();

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++)
		want_str(i, pasted_clean(pool, rows[i].s), rows[i].want);
	pool_free(pool);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows) };

	return cmocka_run_group_tests_name("pasted", tests, NULL, NULL);
}
