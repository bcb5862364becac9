/* test_label_department.c - questions that a form asks in one department alone. */

#include "known.h"
#include "payload/label_department.h"

static const struct base_answer answers[] = { KNOWN_ANSWERS };

static const struct {
	const char *type, *label, *want;
} rows[] = {
	{ "DropDownList", "Arrondissement du demandeur (79 - Deux-Sèvres)",
	    "79" },
	{ "Text", "Arrondissement (01 - Ain)", "01" },
	{ "LinkedDropDownList", "Catégories prioritaires (2A - Corse-du-Sud) ?",
	    "2A" },
	{ "DropDownList", "Arrondissement (44 - Loire)", "" },
	/* by the name alone, of lists */
	{ "DropDownList", "Sous-préfecture (Deux-Sèvres)", "79" },
	{ "MultipleDropDownList", "Canton (département des Deux-Sèvres)",
	    "79" },
	{ "DropDownList", "Secteur (01 – Ain)", "01" },
	{ "DropDownList", "Secteur (79 – Deux-Sèvres) *", "79" },
	{ "Text", "Nom (Deux-Sèvres)", "" },
	{ "DropDownList", "Nature (Oui)", "" },
	{ "DropDownList", "Deux-Sèvres", "" },
	{ "DropDownList", "Canton (Deux-Sèvres", "" },
	/* not where the same label stands with what is no department */
	{ "DropDownList", "Façade (Deux-Sèvres)", "" },
	{ "DropDownList", "Façade (Sud)", "" },
	{ "DropDownList", "", "" },
};

static void
test_rows(void **state)
{
	struct desk desk = desk_open();
	struct champ form[ROWS(rows)];
	struct demarche d = { .champ = form, .n = ROWS(rows) };

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++)
		form[i] = (struct champ){ .type = rows[i].type,
			.label = rows[i].label };
	label_departments(desk.pool, desk.territory, &d);
	for (size_t i = 0; i < ROWS(rows); i++)
		want_str(i, form[i].department, rows[i].want);
	desk_close(&desk);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows) };

	base_serve(answers);
	return cmocka_run_group_tests_name("label_department", tests, NULL,
	    NULL);
}
