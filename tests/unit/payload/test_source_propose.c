/* test_source_propose.c - sources that are proposed, and those that broke. */

#include "ds/champ_name.h"
#include "ds/demarche_diff.h"
#include "payload/source_propose.h"
#include "unit.h"

static const struct hint hints[] = {
	{ "plan", "Repetition", "financement", "", "", "" },
	{ "plan.funder", "Text DropDownList", "financeur", "", "", "" },
	{ "signatory.last-name", "Text", "nom", "prenom | projet",
	    "representant legal", "" },
	{ "contact.last-name", "Text", "nom", "prenom | projet", "contact",
	    "authority.kind=commune" },
	{ "project.title", "Text", "intitule | nom + projet", "", "", "" },
	{ "plan.amount", "IntegerNumber", "montant", "", "financement", "" },
	{ "authority.arrondissement", "DropDownList", "arrondissement", "", "",
	    "" },
	{ "signatory.civility", "Civilite", "", "", "", "" },
};

#define T(n, t, s) \
	{ \
		.id = n, .type = t, .label = s \
	}
#define IN(n, t, s) \
	{ \
		.id = n, .block = 30, .type = t, .label = s \
	}
#define H(n, l, s) \
	{ \
		.id = n, .type = "HeaderSection", .label = s, .level = l \
	}
static struct champ champs[] = {
	T(1, "Text", "Nom"), /* under no title */
	H(2, 1, "Le porteur"),
	H(3, 2, "Représentant légal"),
	T(4, "Text", "Nom"),
	T(5, "Text", "Prénom et nom"), /* unwanted */
	T(6, "Textarea", "Nom"),       /* another type */
	T(7, "TextOther", "Nom"),
	H(8, 2, "Contacts"),
	T(9, "Text", "Noms"),
	H(10, 1, "Le projet"), /* closes the levels */
	T(11, "Text", "Nom"),
	T(12, "Text", "Nom du projet"),
	T(13, "Explication", "Plan de financement"),
	T(14, "IntegerNumber", "Montant"),
	H(15, 3, "Ailleurs"), /* ends explanations */
	T(16, "IntegerNumber", "Montant"),
	T(17, "DropDownList", "Arrondissement (79 - Deux-Sèvres)"),
	T(18, "DropDownList", "Arrondissement (2A - Corse-du-Sud)"),
	T(19, "DropDownList", "Arrondissement (974 - La Réunion) "),
	T(20, "DropDownList", "Arrondissement (7 - x)"),
	T(21, "DropDownList", "Arrondissement (79 Deux-Sèvres)"),
	T(22, "Civilite", "Vous êtes"),
	T(30, "Repetition", "Plan de financement"),
	IN(31, "Text", "Nom du financeur"),
	IN(32, "IntegerNumber", "Montant"), /* under its block */
	IN(33, "Text", "Intitulé"),         /* no column of it */
	T(34, "IntegerNumber", "Montant"),  /* the block is over */
	T(40, "PieceJustificative", "Intitulé"),
	T(41, "Text", "Intitulé"), /* said already */
	{ .id = 42, .type = "Text", .label = "Intitulé", .private = true },
};

static struct source said[] = {
	{ 41, 0, "", "", true, "Intitulé", NULL },
	{ 12, 0, "aid.name", "", false, "Nom du projet", NULL },
};

static void
test_proposals(void **state)
{
	static const char want[] =
	    "4/0 signatory.last-name\n"
	    "9/0 contact.last-name authority.kind=commune\n"
	    "12/0 project.title\n"
	    "14/0 plan.amount\n"
	    "17/0 authority.arrondissement authority.department=79\n"
	    "18/0 authority.arrondissement authority.department=2A\n"
	    "19/0 authority.arrondissement authority.department=974\n"
	    "20/0 authority.arrondissement\n"
	    "21/0 authority.arrondissement\n"
	    "22/0 signatory.civility\n"
	    "30/0 plan\n"
	    "31/30 plan.funder\n"
	    "32/30 plan.amount\n";
	struct pool *pool = pool_new();
	struct demarche d = { .champ = champs,
		.n = ROWS(champs),
		.source = said,
		.nsources = ROWS(said) };
	struct buf got = { 0 };
	struct source *made;
	size_t n;

	(void)state;
	for (size_t i = 0; i < d.n; i++)
		champs[i].kind = champ_kind(champs[i].type);
	made = source_proposals(pool, &d, hints, ROWS(hints), &n);
	for (size_t i = 0; i < n; i++) {
		assert_false(made[i].confirmed);
		assert_string_equal(made[i].label,
		    demarche_champ(&d, made[i].id, made[i].block)->label);
		buf_putf(&got, "%llu/%llu %s%s%s\n", made[i].id, made[i].block,
		    made[i].source, *made[i].only_if != '\0' ? " " : "",
		    made[i].only_if);
	}
	assert_string_equal(got.data, want);
	buf_free(&got);
	pool_free(pool);
}

/* Both conditions hold together. */
static void
test_condition(void **state)
{
	struct champ c = { .id = 1,
		.type = "Text",
		.kind = CHAMP_TEXT,
		.label = "Code (01 - Ain)" };
	struct hint h = { "authority.code", "Text", "code", "", "",
		"authority.kind=epci" };
	struct demarche d = { .champ = &c, .n = 1 };
	struct pool *pool = pool_new();
	size_t n;

	(void)state;
	assert_string_equal(source_proposals(pool, &d, &h, 1, &n)->only_if,
	    "authority.kind=epci & authority.department=01");
	assert_int_equal(n, 1);
	pool_free(pool);
}

static void
test_faults(void **state)
{
	static const char *options[] = { "Oui, déjà", "--Non--" };
	static struct champ form[] = {
		{ .id = 1,
		    .type = "Text",
		    .kind = CHAMP_TEXT,
		    .label = "Intitulé du projet" },
		{ .id = 2, .type = "PieceJustificative", .label = "Devis" },
		{ .id = 3,
		    .type = "DropDownList",
		    .kind = CHAMP_LIST,
		    .label = "L",
		    .option = options,
		    .noptions = 2 },
		{ .id = 4,
		    .type = "DropDownList",
		    .kind = CHAMP_LIST,
		    .label = "L",
		    .option = options,
		    .noptions = 2,
		    .other = true },
		{ .id = 5,
		    .block = 9,
		    .type = "Text",
		    .kind = CHAMP_TEXT,
		    .label = "L" },
	};
	static const struct {
		struct source s;
		const char *why;
	} rows[] = {
		{ { 1, 0, "project.title", "", true, "Intitulé du projet",
		      NULL },
		    NULL },
		{ { 1, 0, "project.title", "", true,
		      "INTITULE  du projet :", NULL },
		    NULL },
		{ { 1, 0, "project.title", "", true, "", NULL }, NULL },
		{ { 1, 0, "project.title", "", true, "Prénom", NULL },
		    "the label was \"Prénom\", it is \"Intitulé du projet\"" },
		{ { 2, 0, "project.title", "", true, "Devis", NULL },
		    "a champ of type \"attachment\" is not prefilled" },
		{ { 2, 0, "", "", true, "Devis", NULL }, NULL },
		{ { 3, 0, "\"Oui, déjà\"", "", true, "L", NULL }, NULL },
		{ { 3, 0, "\"Oui, deja\"", "", true, "L", NULL },
		    "this is none of the options" },
		{ { 3, 0, "authority.kind", "", true, "L", NULL }, NULL },
		{ { 4, 0, "\"Autre\"", "", true, "L", NULL }, NULL },
		{ { 1, 0, "\"Autre\"", "", true, "", NULL }, NULL },
		{ { 5, 9, "project.title", "", true, "L", NULL }, NULL },
		{ { 5, 0, "project.title", "", true, "L", NULL },
		    "the form does not have this champ" },
		{ { 6, 0, "", "", true, "L", NULL },
		    "the form does not have this champ" },
	};
	struct demarche d = { .champ = form, .n = ROWS(form) };

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct pool *pool = pool_new();

		want_str(i, demarche_fault(pool, &d, &rows[i].s), rows[i].why);
		pool_free(pool);
	}
}

static void
test_paths(void **state)
{
	static const struct {
		const char *path;
		unsigned long long id, block;
	} rows[] = {
		{ "champ_Q2hhbXAtMjI", 22, 0 },
		{ "champ_Q2hhbXAtMjk3MTQ0NA/champ_Q2hhbXAtMTIz", 123, 2971444 },
		{ "Q2hhbXAtMjI=", 22, 0 },
		{ "champ_", 0, 0 },
		{ "champ_Q2hhbXAtMjI/", 0, 22 },
		{ "/champ_Q2hhbXAtMjI", 0, 0 },
		{ "champ_Q2hhbXAtMjI/champ_Q2hhbXAtMTIz/x", 0, 22 },
		{ "", 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct pool *pool = pool_new();
		unsigned long long id = 0, block = 0;
		bool good = champ_path_read(rows[i].path, &id, &block);

		want_int(i, good, rows[i].id != 0);
		want_int(i, id, rows[i].id);
		if (good && strncmp(rows[i].path, "champ_", 6) == 0)
			want_str(i, champ_path(pool, id, block), rows[i].path);
		pool_free(pool);
	}
}

static void
test_lines(void **state)
{
	static const struct {
		const char *label;
		size_t n;
		const char *want;
	} rows[] = {
		{ " a\r\n b\tc ", 90, "a b c" },
		{ "", 90, "" },
		{ "un deux trois quatre", 14, "un deux…" },
		{ "anticonstitutionnel", 10, "anticon…" },
		{ "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9", 8, "éé…" },
	};

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct pool *pool = pool_new();

		want_str(i, champ_line(pool, rows[i].label, rows[i].n),
		    rows[i].want);
		pool_free(pool);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_proposals),
		cmocka_unit_test(test_condition),
		cmocka_unit_test(test_faults),
		cmocka_unit_test(test_paths),
		cmocka_unit_test(test_lines),
	};

	return cmocka_run_group_tests_name("source_propose", tests, NULL, NULL);
}
