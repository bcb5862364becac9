/* test_duplicates.c - how alike names are. */

#include "harvest/duplicates.h"
#include "unit.h"

static const struct {
	const char *a, *b;
	int least, most;
} rows[] = {
	{ "Rénover les écoles", "Rénover les écoles", 100, 100 },
	{ "Rénover les écoles", "RENOVER LES ECOLES", 100, 100 },
	{ "Rénover une école", "Rénover des écoles", 50, 100 },
	{ "Rénover les écoles", "Planter des haies", 0, 34 },
	{ "Protéger les captages - animation", "Protéger les captages - études",
	    30, 79 },
	{ "", "Rénover", 0, 0 },
	{ "", "", 0, 0 },
	{ "?!", "…", 0, 0 },
};

static void
test_names(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		int like = duplicates_names(rows[i].a, rows[i].b);

		want_int(i, like >= rows[i].least, 1);
		want_int(i, like <= rows[i].most, 1);
		want_int(i, duplicates_names(rows[i].b, rows[i].a), like);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_names) };

	return cmocka_run_group_tests_name("duplicates", tests, NULL, NULL);
}
