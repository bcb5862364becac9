/* test_near_names.c - which names of a list a text resembles. */

#include "record/near_names.h"
#include "unit.h"

static const char *const names[] = { "Commune", "Communauté de communes",
	"Établissement public", "Association", "Tiers-lieux", "Permanente",
	"Conseil régional de Bretagne", "Conseil régional de Normandie",
	"Conseil départemental de la Manche",
	"Conseil départemental du Morbihan" };

static const struct {
	const char *text, *near;
} rows[] = {
	{ "Comune", "\"Commune\", \"Communauté de communes\"" },
	{ "COMMUNES RURALES", "\"Commune\"" },
	{ "Permanante", "\"Permanente\"" },
	{ "Associations loi 1901", "\"Association\"" },
	{ "Tiers lieux ruraux", "\"Tiers-lieux\"" },
	{ "Région Bretagne", "\"Conseil régional de Bretagne\"" },
	/* Two departments have the words of every department in common. */
	{ "Conseil départemental de la Drôme", "" },
	{ "Martiens", "" },
	{ "", "" },
	{ "?!", "" },
	{ "de la", "" },
};

static void
test_find(void **state)
{
	struct pool *pool = pool_new();
	struct words *words = words_new();
	struct near_names *list = near_names_new(words);

	(void)state;
	words_add_stop(words, "de");
	words_add_stop(words, "la");
	words_add_stop(words, "du");
	for (size_t i = 0; i < ROWS(names); i++)
		near_names_add(list, names[i], names[i]);
	/* Another wording of one is told as that one, and once. */
	near_names_add(list, "Communes", "Commune");
	for (size_t i = 0; i < ROWS(rows); i++)
		want_str(i, near_names_find(list, pool, rows[i].text),
		    rows[i].near);
	near_names_free(list);
	words_free(words);
	pool_free(pool);
}

static void
test_none(void **state)
{
	struct pool *pool = pool_new();
	struct words *words = words_new();
	struct near_names *list = near_names_new(words);

	(void)state;
	want_str(0, near_names_find(list, pool, "Commune"), "");
	near_names_free(list);
	near_names_free(NULL);
	words_free(words);
	pool_free(pool);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_find),
		cmocka_unit_test(test_none) };

	return cmocka_run_group_tests_name("near_names", tests, NULL, NULL);
}
