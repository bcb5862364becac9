/* test_option.c - options by their meaning. */

#include "ds/champ_option.h"
#include "unit.h"

#define X50 "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
#define X500 X50 X50 X50 X50 X50 X50 X50 X50 X50 X50

/* options by "|". */
static const struct {
	const char *options, *wordings, *want;
} rows[] = {
	{ "Commune|EPCI", "EPCI", "EPCI" },
	{ "Commune|EPCI", "epci", "EPCI" },
	{ "Commune|Epci à fiscalité propre", "EPCI a fiscalite propre",
	    "Epci à fiscalité propre" },
	{ "Commune|EPCI", "Région", NULL },
	{ "Commune|EPCI", "", NULL },
	{ "Commune|EPCI", " | ", NULL },
	{ "", "EPCI", NULL },
	/* a number in front */
	{ "1° Rénovation|2° Construction", "construction", "2° Construction" },
	{ "01 - Ain|79 - Deux-Sèvres", "Deux-Sèvres", "79 - Deux-Sèvres" },
	{ "01 - Ain|79 - Deux-Sèvres", "Sèvres", NULL },
	/* goes on after the wording, by whole words */
	{ "École (primaire)|Mairie", "École", "École (primaire)" },
	{ "Écoles|Mairie", "École", NULL },
	{ "3 - École primaire|Mairie", "École", "3 - École primaire" },
	{ "Ancienne école|Mairie", "École", NULL },
	/* in brackets */
	{ "Petites villes de demain (PVD)|Autre", "PVD",
	    "Petites villes de demain (PVD)" },
	{ "Villes (PVD) (ACV)|Autre", "ACV", "Villes (PVD) (ACV)" },
	{ "Villes (dont PVD)|Autre", "PVD", NULL },
	{ "Villes (PVD|Autre", "PVD", "Villes (PVD" },
	/* the closest reading wins, wherever it stands */
	{ "Commune nouvelle|Commune", "Commune", "Commune" },
	{ "Commune|Commune nouvelle", "Commune", "Commune" },
	{ "Maire adjoint|1 - Maire", "Maire", "1 - Maire" },
	{ "Aide DETR|DETR exceptionnelle|Dotation (DETR)", "DETR",
	    "Dotation (DETR)" },
	{ "Région et autres|Conseil régional", "Région | Conseil régional",
	    "Conseil régional" },
	/* as close: none; the same twice is one */
	{ "École maternelle|École primaire", "École", NULL },
	{ "École maternelle|École primaire|École", "École", "École" },
	{ "A (PVD)|B (PVD)", "PVD", NULL },
	{ "1 - Ain|2 - Ain", "Ain", NULL },
	{ "A (PVD)|A (PVD)", "PVD", "A (PVD)" },
	{ "École maternelle|École primaire", "École | École primaire",
	    "École primaire" },
	/* of two that are said, the first */
	{ "Président|Maire", "Maire | Président", "Maire" },
	/* titles */
	{ "--Écoles--|Mairie", "Écoles", NULL },
	{ "--École--|École primaire", "École", "École primaire" },
	/* too long to be read whole */
	{ X500 X50 "|B", X500 X50, NULL },
	{ X500 X50 "|B", X500 X50 " | B", "B" },
};

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct pool *pool = pool_new();
		char *s = pool_strdup(pool, rows[i].options);
		const char *option[8];
		struct champ c = { .kind = CHAMP_LIST, .option = option };

		while (*rows[i].options != '\0' && s != NULL)
			option[c.noptions++] = strsep(&s, "|");
		want_str(i, champ_option_find(&c, rows[i].wordings),
		    rows[i].want);
		pool_free(pool);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows) };

	return cmocka_run_group_tests_name("champ_option", tests, NULL, NULL);
}
