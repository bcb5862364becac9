/* test_wording.c - words that are looked for in labels. */

#include "payload/label_pattern.h"
#include "unit.h"

static const struct {
	const char *words, *label;
	bool fits;
} rows[] = {
	{ "intitule", "Intitulé du projet", true },
	{ "Intitulé", "INTITULE", true },
	{ "titre", "Intitulé du projet", false }, /* whole words */
	{ "projet", "les projets", true },
	{ "projets", "le projet", true },
	{ "travaux", "Date de début des travaux", true },
	{ "prix", "Le prix", true },
	{ "cas", "le ca", false }, /* too short for a plural */
	{ "montant + subvention", "Montant de la subvention", true },
	{ "montant + subvention", "Montant du prêt", false },
	{ "montant + subvention | aide", "Aide demandée", true },
	{ "montant + subvention | aide", "Montant", false },
	{ "aide demandee", "L’aide demandée par vous", true },
	{ "aide demandee", "demandée : aide", false }, /* in that order */
	{ "aide demandee", "aide non demandée", false },
	{ "aides demandées", "aide demandee", true },
	{ "l'ecole", "L’École", true },
	{ "n° de dossier", "N° de dossier :", true },
	{ "", "Intitulé", false },
	{ " | + ", "Intitulé", false },
	{ "| intitule", "Intitulé", true },
	{ "intitule + ", "Intitulé", true },
	{ "intitule", "", false },
	{ "2026", "En 2026-2027", true },
	{ "202", "En 2026", false },
};

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct pool *pool = pool_new();
		struct label_pattern w;

		label_pattern_read(pool, rows[i].words, &w);
		want_int(i,
		    label_pattern_matches(&w,
			label_pattern_fold(pool, rows[i].label)),
		    rows[i].fits);
		pool_free(pool);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows) };

	return cmocka_run_group_tests_name("label_pattern", tests, NULL, NULL);
}
