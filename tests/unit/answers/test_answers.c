/* test_answers.c - what is known, as hands and programs say it. */

#include "answers/answers_json.h"
#include "base/buf.h"
#include "known.h"

static const struct base_answer answers[] = { KNOWN_ANSWERS };

/* One fact typed by hand; want: as desk_tell says it. */
static const struct {
	const char *fact;
	int line;
	const char *typed, *want;
} typed_rows[] = {
	{ "project.title", -1, " L’école\u00a0", "project.title=L’école" },
	{ "project.title", -1, " \u00a0\t", "" },
	{ "project.title", -1, "", "" },
	{ "project.title", -1,
	    "\xff"
	    "a",
	    "!project.title text ?a" },
	{ "project.cost", -1, "12 500,50 €", "project.cost=12500.50" },
	{ "project.cost", -1, "12.500", "project.cost=12500" },
	{ "project.cost", -1, "12 k€", "project.cost=12000" },
	{ "project.cost", -1, " - ", "!project.cost amount -" },
	{ "project.jobs", -1, "3 000", "project.jobs=3000" },
	{ "project.jobs", -1, "3,5", "!project.jobs integer 3,5" },
	{ "project.start", -1, "3/4/2027", "project.start=2027-04-03" },
	{ "project.start", -1, "3 avril 2027", "project.start=2027-04-03" },
	{ "project.start", -1, "03-04-27", "project.start=2027-04-03" },
	{ "project.start", -1, "avril 2027", "project.start=2027-04-01" },
	{ "project.start", -1, "fin avril 2027", "project.start=2027-04-30" },
	{ "project.start", -1, "d\u00e9but avril 2027",
	    "project.start=2027-04-01" },
	{ "project.start", -1, "31/2/2027",
	    "!project.start no-such-day 31/2/2027" },
	{ "project.start", -1, "31-02-27",
	    "!project.start no-such-day 31-02-27" },
	{ "project.start", -1, "lundi 3 mars 2027",
	    "!project.start no-such-day lundi 3 mars 2027" },
	{ "project.start", -1, "15 mars", "!project.start date 15 mars" },
	{ "project.start", -1, "1er trimestre 2027",
	    "!project.start date 1er trimestre 2027" },
	{ "project.start", -1, "2027", "!project.start date 2027" },
	{ "project.start", -1, "a-b", "!project.start date a-b" },
	{ "project.land", -1, "Oui", "project.land=true" },
	{ "project.land", -1, "NON.", "project.land=false" },
	{ "project.land", -1, "true", "project.land=true" },
	{ "project.land", -1, "0", "project.land=false" },
	{ "project.land", -1, "oui mais", "!project.land boolean oui mais" },
	{ "signatory.civility", -1, "M.", "signatory.civility=M." },
	{ "signatory.civility", -1, "Madame", "signatory.civility=Mme" },
	{ "signatory.civility", -1, "Mlle", "signatory.civility=Mme" },
	{ "signatory.civility", -1, "Dr", "!signatory.civility civility Dr" },
	{ "signatory.email", -1, "a@ville.fr", "signatory.email=a@ville.fr" },
	{ "signatory.email", -1, "ville.fr",
	    "!signatory.email email ville.fr" },
	{ "signatory.phone", -1, "05 49 25 70 01",
	    "signatory.phone=05 49 25 70 01" },
	{ "signatory.phone", -1, "12", "!signatory.phone phone 12" },
	/* choices: by their names, labels, wordings */
	{ "authority.kind", -1, "epci", "authority.kind=epci" },
	{ "authority.kind", -1, "EPCI à fiscalité propre",
	    "authority.kind=epci" },
	{ "authority.kind", -1, "communaute de COMMUNES",
	    "authority.kind=epci" },
	{ "authority.kind", -1, "métropole", "authority.kind=epci" },
	{ "authority.kind", -1, "Mairie", "authority.kind=commune" },
	{ "authority.kind", -1, "Commun", "!authority.kind choice Commun" },
	{ "authority.kind", -1, "|", "!authority.kind choice |" },
	{ "project.contracts", -1, "pvd", "project.contracts=pvd" },
	{ "project.contracts", -1, "Contrat de relance",
	    "project.contracts=crte" },
	{ "project.contracts", -1, "ACV, PVD",
	    "!project.contracts choice ACV, PVD" },
	/* numbers whose digits must hold */
	{ "authority.siren", -1, "217 901 099", "authority.siren=217901099" },
	{ "authority.siren", -1, "217901098",
	    "!authority.siren siren 217901098" },
	{ "authority.siret", -1, "130 025 265 00013",
	    "authority.siret=13002526500013" },
	{ "authority.siret", -1, "13002526500014",
	    "!authority.siret siret 13002526500014" },
	/* La Poste: the sum of its digits is a multiple of 5 */
	{ "authority.siret", -1, "356 000 000 12341",
	    "authority.siret=35600000012341" },
	{ "authority.siret", -1, "35600000012345",
	    "!authority.siret siret 35600000012345" },
	{ "authority.siret", -1, "356 000 000 00048",
	    "authority.siret=35600000000048" },
	/* codes of territories */
	{ "project.commune", -1, "79109", "project.commune=79109" },
	{ "project.commune", -1, "2A004", "project.commune=2A004" },
	{ "project.commune", -1, "7910", "!project.commune commune 7910" },
	{ "project.commune", -1, "Échiré", "!project.commune commune Échiré" },
	{ "project.epci", -1, "200041317", "project.epci=200041317" },
	{ "project.epci", -1, "200041318", "!project.epci epci 200041318" },
	{ "project.department", -1, "79", "project.department=79" },
	{ "project.department", -1, "Deux-Sèvres", "project.department=79" },
	{ "project.department", -1, "80", "!project.department department 80" },
	{ "project.department", -1, "75", "!project.department department 75" },
	{ "project.region", -1, "Nouvelle-Aquitaine", "project.region=75" },
	{ "project.region", -1, "R75", "!project.region region R75" },
	/* lists */
	{ "plan.amount", 0, "50 000", "plan.amount.0=50000" },
	{ "plan.funder", 3, "Dotation d'équipement", "plan.funder.3=detr" },
	{ "plan.amount", 2, "x", "!plan.amount.2 amount x" },
	{ "plan.amount", -1, "1", "!plan.amount fact 1" },
	{ "project.title", 0, "a", "!project.title.0 fact a" },
	{ "plan", -1, "a", "!plan list a" },
	{ "project.colour", -1, "red", "!project.colour fact red" },
};

static void
test_typed(void **state)
{
	(void)state;
	base_serve(answers);
	for (size_t i = 0; i < ROWS(typed_rows); i++) {
		struct desk d = desk_open();

		desk_type(&d, typed_rows[i].fact, typed_rows[i].line,
		    typed_rows[i].typed);
		want_str(i, desk_tell(&d), typed_rows[i].want);
		desk_close(&d);
	}
}

static void
test_too_long(void **state)
{
	static const struct {
		const char *fact;
		size_t n;
		const char *reason;
	} rows[] = {
		{ "project.title", 500, NULL },
		{ "project.title", 501, "too-long" },
		{ "project.summary", 20000, NULL },
		{ "project.summary", 20001, "too-long" },
	};

	(void)state;
	base_serve(answers);
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct desk d = desk_open();
		char *s = pool_take(d.pool, rows[i].n + 2);

		/* The limit falls inside the last character. */
		memset(s, 'x', rows[i].n);
		memcpy(s + rows[i].n - 2, "é", 2);
		desk_type(&d, rows[i].fact, -1, s);
		want_str(i,
		    d.answers->fault != NULL ? d.answers->fault->reason : NULL,
		    rows[i].reason);
		want_int(i, answers_get(d.answers, rows[i].fact, -1) != NULL,
		    rows[i].reason == NULL);
		if (rows[i].reason != NULL)
			want_int(i, strlen(d.answers->fault->typed),
			    rows[i].n - 2);
		desk_close(&d);
	}
}

/* Several values of one name. */
static void
test_many(void **state)
{
	static const struct {
		const char *fact, *typed[4], *want;
	} rows[] = {
		{ "project.title", { "a", "b" }, "project.title=b" },
		{ "project.title", { "a", "" }, "" },
		{ "authority.kind", { "epci", "commune" },
		    "authority.kind=commune" },
		{ "project.contracts", { "pvd", "acv" },
		    "project.contracts=pvd,acv" },
		{ "project.contracts", { "pvd", "acv", "PVD", "acv" },
		    "project.contracts=pvd,acv" },
		{ "project.contracts", { "pvd", "", "x", "crte" },
		    "project.contracts=pvd,crte ; !project.contracts choice x" },
	};

	(void)state;
	base_serve(answers);
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct desk d = desk_open();
		size_t n = 0;

		while (n < 4 && rows[i].typed[n] != NULL)
			n++;
		answers_read(d.answers, rows[i].fact, -1, rows[i].typed, n);
		want_str(i, desk_tell(&d), rows[i].want);
		desk_close(&d);
	}
}

/* The reader goes before Guichet, and blank is their word too. */
static void
test_order(void **state)
{
	struct desk d = desk_open();
	const struct known *k;

	(void)state;
	desk_type(&d, "project.title", -1, "du lecteur");
	answers_put(d.answers, "project.title", -1, "de l'aide", NULL, NULL,
	    "aid");
	answers_blank(d.answers, "project.title");
	k = answers_get(d.answers, "project.title", -1);
	assert_string_equal(k->v, "du lecteur");
	assert_string_equal(k->origin, "reader");
	answers_blank(d.answers, "project.place");
	answers_put(d.answers, "project.place", -1, "Niort", NULL, NULL,
	    "territory");
	assert_null(answers_get(d.answers, "project.place", -1));
	answers_put(d.answers, "authority.insee", -1, "79109", "Échiré",
	    "79410", "territory");
	k = answers_get(d.answers, "authority.insee", -1);
	assert_string_equal(k->with, "79410");
	assert_string_equal(k->wordings, "Échiré");
	assert_string_equal(k->origin, "territory");
	answers_put(d.answers, "no.fact", -1, "a", NULL, NULL, "aid");
	answers_put(d.answers, "project.cost", -1, "", NULL, NULL, "aid");
	answers_put(d.answers, "project.jobs", -1, NULL, NULL, NULL, "aid");
	answers_blank(d.answers, "no.fact");
	assert_string_equal(desk_tell(&d),
	    "authority.insee=79109 ; project.title=du lecteur");
	/* what is refused is not filled with something else */
	answers_json_read(d.answers, desk_json(&d, "{\"project.cost\":\"x\"}"));
	answers_put(d.answers, "project.cost", -1, "5", NULL, NULL, "aid");
	assert_null(answers_get(d.answers, "project.cost", -1));
	desk_type(&d, "authority.kind", -1, "epci");
	assert_string_equal(answers_get(d.answers, "authority.kind", -1)
				->wordings,
	    "EPCI à fiscalité propre | Communauté de communes | Métropole");
	desk_close(&d);
}

static void
test_lines(void **state)
{
	struct desk d = desk_open();
	const struct fact *plan = facts_find(d.facts, "plan");

	(void)state;
	assert_int_equal(answers_lines(d.answers, plan), 0);
	desk_type(&d, "plan.amount", 2, "10");
	desk_type(&d, "plan.funder", 0, "detr");
	desk_type(&d, "plan.amount", 6, "beaucoup"); /* not a value */
	desk_type(&d, "plan.name", 9, "");
	assert_int_equal(answers_lines(d.answers, plan), 3);
	assert_null(answers_get(d.answers, "plan.amount", 1));
	assert_int_equal(answers_lines(d.answers,
			     facts_find(d.facts, "project.communes")),
	    0);
	desk_close(&d);
}

static const struct {
	const char *json, *want;
} json_rows[] = {
	{ "{}", "" },
	{ "[]", "" },
	{ "\"a\"", "" },
	{ "3", "" },
	{ "{\"project.title\":\"a\"}", "project.title=a" },
	{ "{\"project.title\":\"a\u202eb\u2066\"}", "project.title=ab" },
	{ "{\"project\":{\"title\":\"a\",\"jobs\":3}}",
	    "project.title=a ; project.jobs=3" },
	{ "{\"project.cost\":12500.5}", "project.cost=12500.5" },
	{ "{\"project.cost\":12500}", "project.cost=12500" },
	/* in JSON a dot parts no thousands */
	{ "{\"project.cost\":12.125}", "!project.cost amount 12,125" },
	{ "{\"project.cost\":\"12.125\"}", "project.cost=12125" },
	{ "{\"project.cost\":-1}", "!project.cost amount -1" },
	{ "{\"project.cost\":1e30}", "!project.cost scalar " },
	{ "{\"project.jobs\":42.0}", "project.jobs=42" },
	{ "{\"project.jobs\":42.5}", "!project.jobs integer 42,5" },
	{ "{\"project.land\":true}", "project.land=true" },
	{ "{\"project.land\":false}", "project.land=false" },
	{ "{\"project.title\":null}", "" },
	{ "{\"project.title\":\"  \"}", "" },
	{ "{\"project.title\":[]}", "" },
	{ "{\"project.title\":[\"a\",\"b\"]}", "!project.title scalar " },
	{ "{\"project.title\":[\"a\"]}", "project.title=a" },
	{ "{\"project.title\":[[\"a\"]]}", "!project.title scalar " },
	{ "{\"project.title\":false}", "!project.title scalar false" },
	{ "{\"project.title\":{\"a\":\"b\"}}", "!project.title.a fact b" },
	{ "{\"project.title\":{}}", "" },
	{ "{\"project.contracts\":[\"acv\",null,{},\"pvd\"]}",
	    "project.contracts=acv,pvd ; !project.contracts scalar " },
	{ "{\"colour\":\"red\"}", "!colour fact red" },
	{ "{\"\":\"red\"}", "! fact red" },
	{ "{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":1}}}}}", "!a.b.c.d scalar " },
	{ "{\"plan\":[{\"funder\":\"detr\",\"amount\":50000},"
	  "{\"funder\":\"DSIL\",\"amount\":\"1 000,5\"}]}",
	    "plan.funder.0=detr ; plan.funder.1=dsil ; plan.amount.0=50000 ; "
	    "plan.amount.1=1000.5" },
	{ "{\"plan\":[]}", "" },
	{ "{\"plan\":[{}, null, {\"amount\":1}]}", "plan.amount.2=1" },
	{ "{\"plan\":[{\"colour\":\"red\"}]}", "!plan.colour.0 fact red" },
	{ "{\"plan\":[{\"amount\":{\"a\":1}}]}", "!plan.amount.0 scalar " },
	{ "{\"plan\":[\"detr\", 3, [1]]}",
	    "!plan.0 rows  ; !plan.1 rows  ; !plan.2 rows " },
	{ "{\"plan\":\"detr\"}", "!plan list detr" },
	{ "{\"plan\":{\"amount\":1}}", "!plan.amount fact 1" },
	{ "{\"plan.amount\":1}", "!plan.amount fact 1" },
	/* the first that is said stays */
	{ "{\"project.title\":\"a\",\"project\":{\"title\":\"b\"}}",
	    "project.title=a" },
};

static void
test_json(void **state)
{
	(void)state;
	base_serve(answers);
	for (size_t i = 0; i < ROWS(json_rows); i++) {
		struct desk d = desk_open();

		answers_json_read(d.answers, desk_json(&d, json_rows[i].json));
		want_str(i, desk_tell(&d), json_rows[i].want);
		desk_close(&d);
	}
}

static void
test_json_lines(void **state)
{
	struct desk d = desk_open();
	struct buf b = { 0 };
	json_t *v;

	(void)state;
	buf_puts(&b, "{\"plan\":[{\"amount\":0}");
	for (int i = 1; i < ANSWERS_LINES + 2; i++)
		buf_putf(&b, ",{\"amount\":%d}", i);
	buf_puts(&b, "]}");
	v = json_loadb(b.data, b.len, 0, NULL);
	answers_json_read(d.answers, v);
	assert_int_equal(answers_lines(d.answers, facts_find(d.facts, "plan")),
	    ANSWERS_LINES);
	assert_string_equal(
	    answers_get(d.answers, "plan.amount", ANSWERS_LINES - 1)->v, "49");
	assert_string_equal(d.answers->fault->name, "plan");
	assert_string_equal(d.answers->fault->reason, "too-long");
	assert_null(d.answers->fault->next);
	json_decref(v);
	buf_free(&b);
	desk_close(&d);
}

/* A hundred answers to a choice, and one more. */
static void
test_json_values(void **state)
{
	(void)state;
	for (size_t n = 100; n <= 101; n++) {
		struct desk d = desk_open();
		json_t *v = json_array(),
		       *o = json_pack("{s:O}", "project.contracts", v);

		for (size_t i = 0; i < n; i++)
			json_array_append_new(v, json_string("nowhere"));
		answers_json_read(d.answers, o);
		want_str(n, d.answers->fault->reason,
		    n == 100 ? "choice" : "too-long");
		assert_int_equal(d.answers->faults, n == 100 ? 100 : 1);
		json_decref(v);
		json_decref(o);
		desk_close(&d);
	}
}

/* Facts of the base, and the base that is away. */
static void
test_load(void **state)
{
	static const char *const queries[] = { "facts", "fact_values",
		"territory_names", "country_names" };
	struct desk d = desk_open();
	const struct fact *f = facts_find(d.facts, "plan.amount");
	struct facts *facts = NULL;
	struct territory *territory = NULL;
	size_t n;

	(void)state;
	assert_ptr_equal(f->list, facts_find(d.facts, "plan"));
	assert_null(facts_find(d.facts, "project.cost")->list);
	assert_ptr_equal(facts_find(d.facts, "project.communes.commune")->list,
	    facts_find(d.facts, "project.communes"));
	assert_string_equal(
	    fact_value(facts_find(d.facts, "plan.funder"), "dsil")->label,
	    "DSIL");
	assert_null(fact_value(facts_find(d.facts, "plan.funder"), "acv"));
	assert_true(facts_find(d.facts, "authority.siren")->derived);
	assert_false(f->derived);
	assert_ptr_equal(facts_all(d.facts, &n),
	    facts_find(d.facts, "authority.name"));
	assert_int_equal(n, 40);
	desk_close(&d);
	for (size_t i = 0; i < ROWS(queries); i++) {
		base.away = queries[i];
		want_int(i,
		    i < 2 ? facts_load(NULL, &facts)
			  : territory_load(NULL, &desk_names, &territory),
		    RC_UNAVAILABLE);
		assert_null(facts);
		assert_null(territory);
	}
	base.away = NULL;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_typed),
		cmocka_unit_test(test_too_long),
		cmocka_unit_test(test_many),
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_json),
		cmocka_unit_test(test_json_lines),
		cmocka_unit_test(test_json_values),
		cmocka_unit_test(test_load),
	};

	base_serve(answers);
	return cmocka_run_group_tests_name("answers", tests, NULL, NULL);
}
