/* test_champ_rows.c - champs of a repetition that its rows ask on a condition. */

#include <string.h>

#include "ds/champ_check.h"
#include "unit.h"

/* A form: 1, yes or no; 2, a repetition of 3, one of three, 4, asked for one of
 * them, 5, an amount, 6, asked when it is large and 1 is yes, and 7, asked when
 * 4 says something. */
static const char *options[] = { "Région", "Autre", "Mécène" };
static const char *const when[] = { NULL, NULL, NULL,
	"[\"=\",[\"champ\",\"Q2hhbXAtMw==\"],\"Autre\"]", NULL,
	"[\"and\",[\"=\",[\"champ\",\"Q2hhbXAtMQ==\"],true],"
	"[\">=\",[\"champ\",\"Q2hhbXAtNQ==\"],1000]]",
	"[\"!=\",[\"champ\",\"Q2hhbXAtNA==\"],\"\"]" };

#define K3 "\"champ_Q2hhbXAtMw\":"
#define K4 "\"champ_Q2hhbXAtNA\":"
#define K5 "\"champ_Q2hhbXAtNQ\":"
#define K6 "\"champ_Q2hhbXAtNg\":"
#define K7 "\"champ_Q2hhbXAtNw\":"

static const struct {
	const char *form, *given,
	    *want;           /* form: what 1 says; NULL: not known */
	const char *refused; /* "ROW:KEY ..." not asked there */
} rows[] = {
	{ "\"true\"", "[{" K3 "\"Autre\"," K4 "\"Fondation\"}]",
	    "[{" K3 "\"Autre\"," K4 "\"Fondation\"}]", "" },
	{ "\"true\"", "[{" K3 "\"Région\"," K4 "\"Fondation\"}]",
	    "[{" K3 "\"Région\"}]", "1:Q2hhbXAtNA " },
	/* each row by its own answers, whatever their order */
	{ "\"true\"",
	    "[{" K4 "\"a\"," K3 "\"Autre\"},{" K4 "\"b\"," K3 "\"Région\"}]",
	    "[{" K4 "\"a\"," K3 "\"Autre\"},{" K3 "\"Région\"}]",
	    "2:Q2hhbXAtNA " },
	/* by the form and the row together */
	{ "\"true\"", "[{" K5 "1000," K6 "\"x\"}]",
	    "[{" K5 "\"1000\"," K6 "\"x\"}]", "" },
	{ "\"true\"", "[{" K5 "999," K6 "\"x\"}]", "[{" K5 "\"999\"}]",
	    "1:Q2hhbXAtNg " },
	{ "\"false\"", "[{" K5 "1000," K6 "\"x\"}]", "[{" K5 "\"1000\"}]",
	    "1:Q2hhbXAtNg " },
	/* what is not known hides nothing */
	{ NULL, "[{" K5 "1000," K6 "\"x\"}]", "[{" K5 "\"1000\"," K6 "\"x\"}]",
	    "" },
	/* one that goes takes another along */
	{ "\"true\"", "[{" K3 "\"Région\"," K4 "\"a\"," K7 "\"b\"}]",
	    "[{" K3 "\"Région\"}]", "1:Q2hhbXAtNA 1:Q2hhbXAtNw " },
	/* nothing is left of the row */
	{ "\"false\"", "[{" K6 "\"x\"},{" K3 "\"Autre\"}]",
	    "[{" K3 "\"Autre\"}]", "1:Q2hhbXAtNg " },
	{ "\"false\"", "[{" K6 "\"x\"}]", NULL, "1:Q2hhbXAtNg " },
};

static void
make_form(struct champ form[7], struct source of[7])
{
	static const enum champ_kind kinds[] = { CHAMP_BOOLEAN, CHAMP_BLOCK,
		CHAMP_LIST, CHAMP_TEXT, CHAMP_INTEGER, CHAMP_TEXT, CHAMP_TEXT };

	for (size_t i = 0; i < 7; i++) {
		form[i] = (struct champ){ .id = i + 1,
			.kind = kinds[i],
			.block = i > 1 ? 2 : 0,
			.visible_if = when[i] };
		of[i] = (struct source){ .id = form[i].id,
			.block = form[i].block };
	}
	form[2].option = options;
	form[2].noptions = 3;
}

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct pool *pool = pool_new();
		struct champ form[7];
		struct source of[7];
		struct demarche d = { .champ = form,
			.n = 7,
			.source = of,
			.nsources = 7 };
		struct champ_value value[7] = { { NULL,
		    rows[i].form == NULL } };
		struct champ_check x = { .pool = pool,
			.demarche = &d,
			.value = value };
		json_t *one = rows[i].form == NULL
		    ? NULL
		    : json_loads(rows[i].form, JSON_DECODE_ANY, NULL);
		json_t *given = json_loads(rows[i].given, 0, NULL);
		json_t *want = rows[i].want == NULL
		    ? NULL
		    : json_loads(rows[i].want, 0, NULL);
		json_t *got;
		char refused[200] = "";

		x.last = &x.refusal;
		value[0].v = one;
		make_form(form, of);
		champ_when_read(pool, &d);
		got = champ_check(&x, &form[1], given);
		want_int(i, want == NULL ? got == NULL : json_equal(got, want),
		    1);
		for (struct champ_refusal *r = x.refusal; r; r = r->next)
			sprintf(refused + strlen(refused), "%d:%s ", r->row,
			    strcmp(r->reason, "not-asked") == 0 ? r->key + 6
								: r->reason);
		want_str(i, refused, rows[i].refused);
		json_decref(one);
		json_decref(given);
		json_decref(want);
		json_decref(got);
		pool_free(pool);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
	};

	return cmocka_run_group_tests_name("champ_rows", tests, NULL, NULL);
}
