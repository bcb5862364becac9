/* test_name_key.c - slugs of places, as AT writes them. */

#include "gazetteer/name_key.h"
#include "unit.h"

static const struct {
	const char *name, *want;
} slug_rows[] = {
	{ "Niort", "niort" },
	{ "Val-d'Oise", "val-doise" },
	{ "Val-d’Oise", "val-doise" },
	{ "Provence-Alpes-Côte d'Azur", "provence-alpes-cote-dazur" },
	{ "L'Haÿ-les-Roses", "lhay-les-roses" },
	{ "Saint-Denis (Réunion)", "saint-denis-reunion" },
	{ "CC A/B – C", "cc-ab-c" },
	{ "Œuilly", "uilly" },
	{ "", "" },
};

static void
test_slug(void **state)
{
	char slug[64];

	(void)state;
	for (size_t r = 0; r < ROWS(slug_rows); r++)
		want_str(r,
		    name_key_slug(slug, sizeof(slug), slug_rows[r].name),
		    slug_rows[r].want);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_slug) };

	return cmocka_run_group_tests_name("name_key", tests, NULL, NULL);
}
