/* test_champ_when.c - champs that a form asks on a condition. */

#include "ds/champ_when.h"
#include "unit.h"

/* "Champ-1" to "Champ-9", as DS writes keys; 9 has the condition. */
#define C1 "[\"champ\",\"Q2hhbXAtMQ==\"]" /* yes or no: true */
#define C2 "[\"champ\",\"Q2hhbXAtMg==\"]" /* a number: 120000.50 */
#define C3 "[\"champ\",\"Q2hhbXAtMw==\"]" /* one of "École", "Mairie" */
#define C4 "[\"champ\",\"Q2hhbXAtNA==\"]" /* several: "a", "b" */
#define C5 "[\"champ\",\"Q2hhbXAtNQ==\"]" /* not answered */
#define C6 "[\"champ\",\"Q2hhbXAtNg==\"]" /* answered elsewhere */
#define C7 "[\"champ\",\"Q2hhbXAtNw==\"]" /* a commune: 79410, 79109 */
#define C8 "[\"champ\",\"Q2hhbXAtOA==\"]" /* a region: 75 */
#define C9 "[\"champ\",\"Q2hhbXAtOQ==\"]" /* itself */

static const char *options[] = { "École", "Mairie" };
static const char *const values[] = { "\"true\"", "\"120000.50\"", "\"Gare\"",
	"[\"a\",\"b\"]", NULL, NULL, "[\"79410\",\"79109\"]", "\"75\"", NULL };

static struct champ_value
value_of(void *json, size_t i)
{
	return (struct champ_value){ ((json_t **)json)[i], i == 5 };
}

#define DEEP(x) "[\"and\"," x "]"
#define DEEP4(x) DEEP(DEEP(DEEP(DEEP(x))))
#define DEEP16(x) DEEP4(DEEP4(DEEP4(DEEP4(x))))

static const struct {
	const char *condition;
	enum champ_when want;
} rows[] = {
	{ NULL, CHAMP_WHEN_YES },
	{ "[\"=\"," C1 ",true]", CHAMP_WHEN_YES },
	{ "[\"=\"," C1 ",false]", CHAMP_WHEN_NO },
	{ "[\"!=\"," C1 ",false]", CHAMP_WHEN_YES },
	{ "[\"=\"," C1 ",[\"constant\",true]]", CHAMP_WHEN_YES },
	{ "[\"=\"," C2 ",120000.5]", CHAMP_WHEN_YES },
	{ "[\">=\"," C2 ",120000.5]", CHAMP_WHEN_YES },
	{ "[\">\"," C2 ",120000.5]", CHAMP_WHEN_NO },
	{ "[\">\"," C2 ",99]", CHAMP_WHEN_YES },
	{ "[\"<\"," C2 ",99]", CHAMP_WHEN_NO },
	{ "[\"<=\"," C2 ",\"120000.5\"]", CHAMP_WHEN_YES },
	{ "[\"<\"," C2 ",\"beaucoup\"]", CHAMP_WHEN_UNSURE },
	{ "[\"=\"," C3 ",\"Gare\"]", CHAMP_WHEN_YES },
	{ "[\"=\"," C3 ",\"École\"]", CHAMP_WHEN_NO },
	/* an answer of its own, of a list that takes one */
	{ "[\"=\"," C3 ",\"__other__\"]", CHAMP_WHEN_YES },
	{ "[\"includes\"," C4 ",\"b\"]", CHAMP_WHEN_YES },
	{ "[\"includes\"," C4 ",\"c\"]", CHAMP_WHEN_NO },
	{ "[\"excludes\"," C4 ",\"c\"]", CHAMP_WHEN_YES },
	{ "[\"=\"," C4 ",\"a\"]", CHAMP_WHEN_UNSURE },
	/* no answer: nothing holds */
	{ "[\"=\"," C5 ",\"x\"]", CHAMP_WHEN_NO },
	{ "[\"!=\"," C5 ",\"x\"]", CHAMP_WHEN_NO },
	{ "[\"excludes\"," C5 ",\"x\"]", CHAMP_WHEN_NO },
	{ "[\"empty?\"," C5 "]", CHAMP_WHEN_YES },
	{ "[\"empty?\"," C1 "]", CHAMP_WHEN_NO },
	{ "[\"=\"," C6 ",\"x\"]", CHAMP_WHEN_UNSURE },
	/* places */
	{ "[\"in-departement\"," C7 ",\"79\"]", CHAMP_WHEN_YES },
	{ "[\"in-departement\"," C7 ",\"59\"]", CHAMP_WHEN_NO },
	{ "[\"not-in-departement\"," C7 ",\"59\"]", CHAMP_WHEN_YES },
	{ "[\"in-region\"," C7 ",\"75\"]", CHAMP_WHEN_UNSURE },
	{ "[\"in-region\"," C8 ",\"75\"]", CHAMP_WHEN_YES },
	{ "[\"not-in-region\"," C8 ",\"75\"]", CHAMP_WHEN_NO },
	/* together */
	{ "[\"and\",[\"=\"," C1 ",true],[\">\"," C2 ",99]]", CHAMP_WHEN_YES },
	{ "[\"and\",[\"=\"," C1 ",true],[\"=\"," C5 ",1]]", CHAMP_WHEN_NO },
	{ "[\"and\",[\"=\"," C1 ",true],[\"=\"," C6 ",1]]", CHAMP_WHEN_UNSURE },
	{ "[\"and\",[\"=\"," C5 ",1],[\"=\"," C6 ",1]]", CHAMP_WHEN_NO },
	{ "[\"or\",[\"=\"," C5 ",1],[\"=\"," C6 ",1]]", CHAMP_WHEN_UNSURE },
	{ "[\"or\",[\"=\"," C6 ",1],[\"=\"," C1 ",true]]", CHAMP_WHEN_YES },
	{ "[\"or\",[\"=\"," C5 ",1],[\"=\"," C5 ",2]]", CHAMP_WHEN_NO },
	/* what cannot be read hides nothing */
	{ "[\"like\"," C1 ",true]", CHAMP_WHEN_UNSURE },
	{ "[\"=\"," C9 ",true]", CHAMP_WHEN_UNSURE },
	{ "[\"=\",[\"champ\"],true]", CHAMP_WHEN_UNSURE },
	{ "[\"=\",[\"champ\",\"x\"],true]", CHAMP_WHEN_UNSURE },
	{ "[]", CHAMP_WHEN_UNSURE },
	{ "{\"=\":1}", CHAMP_WHEN_UNSURE },
	{ "[[\"=\"," C1 ",true]]", CHAMP_WHEN_UNSURE },
	{ "not JSON", CHAMP_WHEN_UNSURE },
	{ DEEP4("[\"=\"," C1 ",false]"), CHAMP_WHEN_NO },
	{ DEEP16("[\"=\"," C1 ",false]"), CHAMP_WHEN_UNSURE },
};

static void
make_form(struct champ form[9])
{
	static const enum champ_kind kinds[] = { CHAMP_BOOLEAN, CHAMP_DECIMAL,
		CHAMP_LIST, CHAMP_LISTS, CHAMP_TEXT, CHAMP_TEXT, CHAMP_COMMUNE,
		CHAMP_REGION, CHAMP_TEXT };

	for (size_t i = 0; i < 9; i++)
		form[i] = (struct champ){ .id = i + 1, .kind = kinds[i] };
	form[2].option = options;
	form[2].noptions = 2;
	form[2].other = true;
}

static void
test_rows(void **state)
{
	json_t *known[9] = { 0 };

	(void)state;
	for (size_t i = 0; i < 9; i++)
		if (values[i] != NULL)
			known[i] = json_loads(values[i], JSON_DECODE_ANY, NULL);
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct pool *pool = pool_new();
		struct champ form[9];
		struct demarche d = { .champ = form, .n = 9 };

		make_form(form);
		form[8].visible_if = rows[i].condition;
		champ_when_read(pool, &d);
		want_int(i, champ_when(&d, &form[8], value_of, known),
		    rows[i].want);
		pool_free(pool);
	}
	for (size_t i = 0; i < 9; i++)
		json_decref(known[i]);
}

/* Conditions look back alone, and say which champs decide. */
static void
test_decides(void **state)
{
	struct pool *pool = pool_new();
	struct champ form[9];
	struct demarche d = { .champ = form, .n = 9 };

	(void)state;
	make_form(form);
	form[4].visible_if = "[\"or\",[\"=\"," C1 ",true],[\"=\"," C8 ",1]]";
	form[3].block = 7;
	form[6].visible_if = "[\"=\"," C4 ",\"a\"]";
	champ_when_read(pool, &d);
	for (size_t i = 0; i < 9; i++)
		want_int(i, form[i].decides, i == 0);
	pool_free(pool);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows),
		cmocka_unit_test(test_decides) };

	return cmocka_run_group_tests_name("champ_when", tests, NULL, NULL);
}
