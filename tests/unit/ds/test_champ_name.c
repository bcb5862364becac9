/* test_champ_name.c - how a champ is named to the administrator. */

#include "ds/champ_name.h"
#include "unit.h"

/* code NULL: the label names no department. */
static const struct {
	const char *label, *code;
	size_t before;
} rows[] = {
	{ "Arrondissement (79 - Deux-Sèvres)", "79", 15 },
	{ "Arrondissement (2A - Corse-du-Sud)", "2A", 15 },
	{ "Arrondissement (974 - La Réunion) ", "974", 15 },
	{ "(01 - Ain)\n", "01", 0 },
	{ "Code (postal) (01 - Ain)", "01", 14 },
	{ "Priorités (02 - Aisne) ?", "02", 11 },
	{ "Lot (79 - Deux-Sèvres", "79", 4 },
	/* its code is for the caller to know */
	{ "Lot (00 - x)", "00", 4 },
	{ "Arrondissement (7 - x)", NULL, 0 },
	{ "Arrondissement (1234 - x)", NULL, 0 },
	{ "Arrondissement (2C - x)", NULL, 0 },
	{ "Arrondissement (A2 - x)", NULL, 0 },
	{ "Arrondissement (79 Deux-Sèvres)", NULL, 0 },
	{ "Arrondissement 79 - Deux-Sèvres)", NULL, 0 },
	{ "(", NULL, 0 },
	{ "()", NULL, 0 },
	{ " ", NULL, 0 },
	{ "", NULL, 0 },
};

static void
test_department(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		char code[4] = "";
		size_t before = 0;
		bool is = champ_department(rows[i].label, code, &before);

		want_int(i, is, rows[i].code != NULL);
		if (is) {
			want_str(i, code, rows[i].code);
			want_int(i, before, rows[i].before);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_department),
	};

	return cmocka_run_group_tests_name("champ_name", tests, NULL, NULL);
}
