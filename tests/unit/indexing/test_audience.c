/* test_audience.c - whom an aid is for, guessed from its words. */

#include <math.h>

#include "indexing/audience.h"
#include "unit.h"

/* 255 / (1 + exp(-x)). */
static int
likely(double x)
{
	return (int)lround(255 / (1 + exp(-x)));
}

/* Texts of an aid, of which one may be missing. */
static const struct {
	const char *name, *text;
	double x; /* "commune" 2, "entreprise" -3, "ecole" 1; bias 0.5 */
} rows[] = {
	{ "Aide", "sans mot connu", 0.5 },
	{ NULL, NULL, 0.5 },
	{ "", "", 0.5 },
	{ "Pour la commune", NULL, 2.5 },
	/* folded; once each, whatever the text */
	{ "École", "L'école, les ÉCOLES, école", 1.5 },
	{ "Commune", "une commune et son école", 0.5 + 3 / M_SQRT2 },
	{ "Entreprise", NULL, -2.5 },
	{ "Entreprise", "d'une commune", 0.5 - 1 / M_SQRT2 },
};

static void
test_guess(void **state)
{
	struct audience *a = audience_new();

	(void)state;
	/* Without a table, even chances. */
	audience_read(a, "commune");
	want_int(0, audience_guess(a), likely(0));
	audience_add(a, "", AUDIENCE_UNIT / 2);
	audience_add(a, "commune", 2 * AUDIENCE_UNIT);
	audience_add(a, "ecole", AUDIENCE_UNIT);
	audience_add(a, "entreprise", -3 * AUDIENCE_UNIT);
	for (int twice = 0; twice < 2; twice++)
		for (size_t i = 0; i < ROWS(rows); i++) {
			audience_read(a, rows[i].name);
			audience_read(a, rows[i].text);
			want_int(i, audience_guess(a), likely(rows[i].x));
		}
	audience_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_guess),
	};

	return cmocka_run_group_tests_name("audience", tests, NULL, NULL);
}
