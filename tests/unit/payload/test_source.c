/* test_source.c - where values come from, and on what condition. */

#include "answers/answers_json.h"
#include "known.h"
#include "payload/source.h"

/* Parses n sources, as those of a démarche. */
static void
parse_all(struct desk *d, struct source *o, size_t n)
{
	struct demarche form = { .source = o, .nsources = n };

	sources_parse(d->pool, d->facts, &form);
}

static const struct base_answer answers[] = { KNOWN_ANSWERS };

static const struct {
	const char *source, *only_if, *fault;
} faults[] = {
	{ "project.title", "", NULL },
	{ "", "", NULL },
	{ "\"Une constante\"", "", NULL },
	{ "\"=&|[\"", "", NULL },
	{ "plan", "", NULL },
	{ "plan.amount", "", NULL },
	{ "plan.amount[funder=detr]", "", NULL },
	{ "plan.amount[funder=detr|dsil]", "", NULL },
	{ "plan.amount[name=n'importe quoi]", "", NULL },
	{ "project.title", "authority.kind=commune", NULL },
	{ "project.title", "authority.kind=commune|epci & project.land!=true",
	    NULL },
	{ "project.colour", "", "fact" },
	{ "title", "", "fact" },
	{ " project.title", "", "fact" },
	{ "\"", "", "fact" },
	{ "plan.amount]", "", "fact" },
	{ "\"\"", "", "syntax" },
	{ "plan.amount[funder=detr", "", "syntax" },
	{ "plan.amount[", "", "syntax" },
	{ "plan.amount[]", "", "syntax" },
	{ "plan.amount[funder]", "", "syntax" },
	{ "plan.amount[funder=detr] ", "", "syntax" },
	{ "plan.amount[colour=red]", "", "list" },
	{ "plan[funder=detr]", "", "list" },
	{ "project.cost[funder=detr]", "", "list" },
	{ "plan.amount[funder=etat]", "", "value" },
	{ "plan.amount[funder=detr|]", "", "value" },
	{ "plan.amount[funder=]", "", "value" },
	{ "project.title", "authority.kind", "syntax" },
	{ "project.title", "=commune", "syntax" },
	{ "project.title", "authority.kind=", "syntax" },
	{ "project.title", "authority.kind=commune & ", NULL },
	{ "project.title", "authority.kind=commune & x", "syntax" },
	{ "project.title", "!=commune", "fact" },
	{ "project.title", "authority.sort=commune", "fact" },
	{ "project.title", "authority.kind=syndicat", "value" },
	{ "project.title", "authority.kind!=commune|x", "value" },
	{ "project.title", "authority.kind=commune&project.land=true",
	    "value" },
};

static void
test_faults(void **state)
{
	struct desk d = desk_open();

	(void)state;
	for (size_t i = 0; i < ROWS(faults); i++)
		want_str(i,
		    source_fault(d.facts, faults[i].source, faults[i].only_if),
		    faults[i].fault);
	desk_close(&d);
}

/* What a form is to ask for. */
static void
test_facts(void **state)
{
	static const struct {
		const char *source, *fact, *column, *constant;
	} rows[] = {
		{ "plan.amount[funder=detr]", "plan.amount", "plan.funder",
		    NULL },
		{ "project.title", "project.title", NULL, NULL },
		{ "\"project.title\"", NULL, NULL, "project.title" },
		{ "project.colour", NULL, NULL, NULL },
		{ "plan.amount[funder=detr", NULL, NULL, NULL },
		{ "", NULL, NULL, NULL },
	};
	struct desk d = desk_open();

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct source o = { 1, 0, rows[i].source, "", true, "", NULL };

		parse_all(&d, &o, 1);
		want_str(i,
		    o.parsed->fact != NULL ? o.parsed->fact->name : NULL,
		    rows[i].fact);
		want_str(i,
		    o.parsed->column != NULL ? o.parsed->column->name : NULL,
		    rows[i].column);
		want_str(i, o.parsed->constant, rows[i].constant);
		want_int(i, o.parsed->valid,
		    rows[i].fact != NULL || rows[i].constant != NULL);
	}
	desk_close(&d);
}

/* What all tests below know. */
static struct desk
known_desk(void)
{
	struct desk d = desk_open();

	answers_json_read(d.answers,
	    desk_json(&d,
		"{\"authority.kind\":\"commune\","
		"\"project\":{\"title\":\"L'école\",\"start\":\"3/4/2027\","
		"\"land\":true,\"cost\":\"12500,50\",\"jobs\":3,"
		"\"contracts\":[\"acv\",\"pvd\"],\"commune\":\"79109\"},"
		"\"plan\":[{\"funder\":\"detr\",\"amount\":\"1000,30\"},"
		"{\"funder\":\"dsil\",\"amount\":\"500,9\",\"name\":\"A\"},"
		"{\"funder\":\"detr\",\"amount\":200},"
		"{\"amount\":7},{\"funder\":\"region\",\"name\":\"B\"}]}"));
	assert_null(d.answers->fault);
	answers_put(d.answers, "authority.department", -1, "79",
	    "Deux-Sèvres | 79 - Deux-Sèvres | 79", NULL, "territory");
	answers_put(d.answers, "authority.insee", -1, "79109", "Échiré",
	    "79410", "territory");
	answers_put(d.answers, "authority.epci", -1, "200041317",
	    "CA du Niortais | 200041317 - CA du Niortais", "79", "territory");
	return d;
}

static const struct {
	const char *only_if;
	int line;
	bool holds;
} conditions[] = {
	{ "", -1, true },
	{ "authority.kind=commune", -1, true },
	{ "authority.kind=epci", -1, false },
	{ "authority.kind=epci|commune", -1, true },
	{ "authority.kind=commun", -1, false },
	{ "authority.kind=communes", -1, false },
	{ "authority.kind!=commune", -1, false },
	{ "authority.kind!=epci|region", -1, true },
	{ "authority.kind!=epci|commune", -1, false },
	{ "authority.kind=commune & authority.department=79", -1, true },
	{ "authority.kind=commune & authority.department!=79", -1, false },
	{ "authority.kind=epci & authority.department=79", -1, false },
	{ "project.land=true", -1, true },
	/* one of several choices is enough */
	{ "project.contracts=pvd", -1, true },
	{ "project.contracts!=pvd", -1, false },
	{ "project.contracts=crte", -1, false },
	/* what is not known is nothing, and unlike all */
	{ "signatory.office=maire", -1, false },
	{ "signatory.office!=maire", -1, true },
	/* of a line */
	{ "plan.funder=detr", 0, true },
	{ "plan.funder=detr", 1, false },
	/* of any line */
	{ "plan.funder=detr", -1, true },
	{ "plan.funder!=detr", -1, false },
	{ "plan.funder=ademe", -1, false },
	{ "plan.funder=dsil & authority.kind=commune", 1, true },
	{ "plan.funder!=detr", 3, true },
	/* what cannot be read never holds */
	{ "authority.sort=commune", -1, false },
	{ "authority.kind", -1, false },
};

static void
test_conditions(void **state)
{
	struct desk d = known_desk();

	(void)state;
	for (size_t i = 0; i < ROWS(conditions); i++) {
		struct source o = { 1, 0, "", conditions[i].only_if, true, "",
			NULL };

		parse_all(&d, &o, 1);
		want_int(i, source_holds(d.answers, &o, conditions[i].line),
		    conditions[i].holds);
	}
	desk_close(&d);
}

/* ---- values ---- */

static const char *options[] = { "--Nature--", "1° Communes", "Commune", "EPCI",
	"Oui", "Non", "Aide DETR", "Dotation (DETR)", "DSIL",
	"79 - Deux-Sèvres", "200041317 - CA du Niortais", "Villes (ACV)" };

/* want: JSON; NULL: nothing. */
static const struct {
	enum champ_kind kind;
	const char *source, *only_if, *want, *origin, *refused;
} values[] = {
	{ CHAMP_TEXT, "project.title", "", "\"L'école\"", "reader", NULL },
	{ CHAMP_TEXT, "", "", NULL, NULL, NULL },
	{ CHAMP_TEXT, "project.place", "", NULL, NULL, NULL },
	{ CHAMP_TEXT, "project.colour", "", NULL, NULL, NULL },
	{ CHAMP_TEXT, "project.title", "authority.kind=epci", NULL, NULL,
	    NULL },
	{ CHAMP_TEXT, "project.title", "authority.kind=commune", "\"L'école\"",
	    "reader", NULL },
	/* constants */
	{ CHAMP_TEXT, "\"project.title\"", "", "\"project.title\"", "constant",
	    NULL },
	{ CHAMP_LIST, "\"Rien\"", "", "\"Rien\"", "constant", NULL },
	{ CHAMP_LISTS, "\"DETR\"", "", "[\"DETR\"]", "constant", NULL },
	{ CHAMP_TEXT, "\"DETR\"", "authority.kind=epci", NULL, NULL, NULL },
	/* as a person reads it in a text, as it is elsewhere */
	{ CHAMP_TEXT, "project.start", "", "\"03/04/2027\"", "reader", NULL },
	{ CHAMP_DATE, "project.start", "", "\"2027-04-03\"", "reader", NULL },
	{ CHAMP_TEXT, "project.cost", "", "\"12500,50\"", "reader", NULL },
	{ CHAMP_DECIMAL, "project.cost", "", "\"12500.50\"", "reader", NULL },
	{ CHAMP_INTEGER, "project.cost", "", "\"12501\"", "reader", NULL },
	{ CHAMP_INTEGER, "project.jobs", "", "\"3\"", "reader", NULL },
	{ CHAMP_TEXT, "project.land", "", "\"Oui\"", "reader", NULL },
	{ CHAMP_BOOLEAN, "project.land", "", "\"true\"", "reader", NULL },
	{ CHAMP_LONGTEXT, "project.contracts", "",
	    "\"Action cœur de ville, Petites villes de demain\"", "reader",
	    NULL },
	{ CHAMP_TEXT, "authority.department", "", "\"Deux-Sèvres\"",
	    "territory", NULL },
	{ CHAMP_DEPARTMENT, "authority.department", "", "\"79\"", "territory",
	    NULL },
	{ CHAMP_TEXT, "authority.insee", "", "\"Échiré\"", "territory", NULL },
	/* options by their meaning */
	{ CHAMP_LIST, "authority.kind", "", "\"Commune\"", "reader", NULL },
	{ CHAMP_LIST, "project.land", "", "\"Oui\"", "reader", NULL },
	{ CHAMP_LIST, "authority.department", "", "\"79 - Deux-Sèvres\"",
	    "territory", NULL },
	{ CHAMP_LIST, "authority.epci", "", "\"200041317 - CA du Niortais\"",
	    "territory", NULL },
	{ CHAMP_LIST, "project.title", "", NULL, "reader", "L'école" },
	{ CHAMP_LISTS, "project.contracts", "", "[\"Villes (ACV)\"]", "reader",
	    "Petites villes de demain" },
	{ CHAMP_LISTS, "authority.kind", "", "[\"Commune\"]", "reader", NULL },
	/* pairs */
	{ CHAMP_COMMUNE, "authority.insee", "", "[\"79410\",\"79109\"]",
	    "territory", NULL },
	{ CHAMP_COMMUNE, "project.commune", "", NULL, "reader", NULL },
	{ CHAMP_EPCI, "authority.epci", "", "[\"79\",\"200041317\"]",
	    "territory", NULL },
	/* lines of a list */
	{ CHAMP_DECIMAL, "plan.amount", "", "\"1708.20\"", "reader", NULL },
	{ CHAMP_INTEGER, "plan.amount", "", "\"1708\"", "reader", NULL },
	{ CHAMP_DECIMAL, "plan.amount[funder=detr]", "", "\"1200.30\"",
	    "reader", NULL },
	{ CHAMP_INTEGER, "plan.amount[funder=detr|dsil]", "", "\"1701\"",
	    "reader", NULL },
	{ CHAMP_TEXT, "plan.amount[funder=dsil]", "", "\"500,90\"", "reader",
	    NULL },
	{ CHAMP_INTEGER, "plan.amount[name=C]", "", NULL, NULL, NULL },
	{ CHAMP_INTEGER, "plan.amount[funder=region]", "", NULL, NULL, NULL },
	{ CHAMP_LISTS, "plan.funder[funder=region|dsil]", "", "[\"DSIL\"]",
	    "reader", NULL },
	{ CHAMP_LISTS, "plan.funder", "",
	    "[\"Dotation (DETR)\",\"DSIL\","
	    "\"Dotation (DETR)\"]",
	    "reader", NULL },
	{ CHAMP_TEXT, "plan.name", "", "\"A, B\"", "reader", NULL },
	{ CHAMP_TEXT, "plan", "", NULL, NULL, NULL },
	{ CHAMP_BLOCK, "project.title", "", NULL, NULL, NULL },
};

static const char *
text_of(struct pool *pool, json_t *v)
{
	char *s = v != NULL ? json_dumps(v, JSON_COMPACT | JSON_ENCODE_ANY)
			    : NULL,
	     *copy = s != NULL ? pool_strdup(pool, s) : NULL;

	free(s);
	json_decref(v);
	return copy;
}

/* How the lines that a sum adds up were typed; nothing of what is no sum. */
static void
test_lines(void **state)
{
	static const struct {
		const char *source, *want;
	} rows[] = {
		{ "plan.amount[funder=detr]",
		    "[{\"source\":\"plan.0.amount\",\"value\":\"1000.30\"},"
		    "{\"source\":\"plan.2.amount\",\"value\":\"200\"}]" },
		{ "plan.amount[funder=dsil]",
		    "[{\"source\":\"plan.1.amount\",\"value\":\"500.9\"}]" },
		{ "plan.amount[funder=region]", "[]" }, /* without amount */
		{ "plan.name", "[]" },
		{ "project.cost", "[]" },
		{ "\"plan.amount\"", "[]" },
	};
	struct desk d = known_desk();
	struct champ c = { .id = 22, .kind = CHAMP_INTEGER, .label = "" };
	struct champ_check x = { .pool = d.pool };

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct source o = { 22, 0, rows[i].source, "", true, "", NULL };

		parse_all(&d, &o, 1);
		want_str(i,
		    text_of(d.pool, source_cells(&x, d.answers, &c, &o)),
		    rows[i].want);
	}
	desk_close(&d);
}

static void
test_values(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(values); i++) {
		struct desk d = known_desk();
		struct champ c = { .id = 22,
			.kind = values[i].kind,
			.type = "",
			.label = "",
			.option = options,
			.noptions = ROWS(options) };
		struct demarche form = { .champ = &c, .n = 1 };
		struct champ_check x = { .pool = d.pool,
			.demarche = &form,
			.territory = d.territory };
		struct source o = { 22, 0, values[i].source, values[i].only_if,
			true, "", NULL };
		const char *origin = NULL, *got;

		x.last = &x.refusal;
		parse_all(&d, &o, 1);
		got = text_of(d.pool,
		    source_value(&x, d.answers, &c, &o, &origin));
		want_str(i, got, values[i].want);
		if (values[i].origin != NULL)
			want_str(i, origin, values[i].origin);
		want_str(i, x.refusal != NULL ? x.refusal->value : NULL,
		    values[i].refused);
		if (x.refusal != NULL)
			want_str(i, x.refusal->reason, "option");
		desk_close(&d);
	}
}

/* Of a list that takes another text, what no option means goes as it reads. */
static void
test_other(void **state)
{
	struct desk d = known_desk();
	struct champ c = { .id = 22,
		.kind = CHAMP_LIST,
		.other = true,
		.option = options,
		.noptions = ROWS(options) };
	struct champ_check x = { .pool = d.pool };
	struct source o = { 22, 0, "project.contracts", "", true, "", NULL };
	const char *origin;

	(void)state;
	x.last = &x.refusal;
	parse_all(&d, &o, 1);
	assert_string_equal(text_of(d.pool,
				source_value(&x, d.answers, &c, &o, &origin)),
	    "\"Villes (ACV)\"");
	o.source = "project.title";
	parse_all(&d, &o, 1);
	assert_string_equal(text_of(d.pool,
				source_value(&x, d.answers, &c, &o, &origin)),
	    "\"L'école\"");
	assert_null(x.refusal);
	desk_close(&d);
}

/* Rows of a repetition: what each line has, of the first source that says it. */
static void
test_rows(void **state)
{
	static const char *funders[] = { "Dotation (DETR)", "DSIL" };
	static struct champ form[] = {
		{ .id = 30, .kind = CHAMP_BLOCK, .label = "" },
		{ .id = 31,
		    .block = 30,
		    .kind = CHAMP_LIST,
		    .label = "",
		    .option = funders,
		    .noptions = 2 },
		{ .id = 32, .block = 30, .kind = CHAMP_INTEGER, .label = "" },
		{ .id = 33, .block = 30, .kind = CHAMP_TEXT, .label = "" },
		{ .id = 40, .kind = CHAMP_TEXT, .label = "" },
	};
	static struct source o[] = {
		{ 30, 0, "plan", "", true, "", NULL },
		{ 31, 30, "plan.funder", "", true, "", NULL },
		{ 32, 30, "plan.amount", "plan.funder=detr|dsil", true, "",
		    NULL },
		{ 33, 30, "plan.name", "", true, "", NULL },
		{ 33, 30, "plan.funder", "", true, "", NULL }, /* else */
		{ 34, 30, "plan.name", "", true, "", NULL }, /* no such champ */
		{ 33, 30, "project.title", "", true, "",
		    NULL }, /* of no line */
		{ 40, 30, "plan.name", "", true, "",
		    NULL }, /* not of the block */
		{ 40, 0, "plan.name", "", true, "", NULL },
	};
	struct desk d = known_desk();
	struct demarche of = { .champ = form,
		.n = ROWS(form),
		.source = o,
		.nsources = ROWS(o) };
	struct champ_check x = { .pool = d.pool, .demarche = &of };
	const char *origin = NULL;

	(void)state;
	x.last = &x.refusal;
	parse_all(&d, o, ROWS(o));
	assert_string_equal(text_of(d.pool,
				source_value(&x, d.answers, &form[0], &o[0],
				    &origin)),
	    "[{\"champ_Q2hhbXAtMzE\":\"Dotation (DETR)\","
	    "\"champ_Q2hhbXAtMzI\":\"1000\",\"champ_Q2hhbXAtMzM\":\"DETR\"},"
	    "{\"champ_Q2hhbXAtMzE\":\"DSIL\",\"champ_Q2hhbXAtMzI\":\"501\","
	    "\"champ_Q2hhbXAtMzM\":\"A\"},"
	    "{\"champ_Q2hhbXAtMzE\":\"Dotation (DETR)\","
	    "\"champ_Q2hhbXAtMzI\":\"200\",\"champ_Q2hhbXAtMzM\":\"DETR\"},"
	    "{\"champ_Q2hhbXAtMzM\":\"B\"}]");
	assert_string_equal(origin, "reader");
	assert_null(x.refusal);
	/* where amounts were typed, and what the first two round */
	assert_string_equal(text_of(d.pool,
				source_cells(&x, d.answers, &form[0], &o[0])),
	    "[{\"champ_Q2hhbXAtMzI\":{\"source\":\"plan.0.amount\","
	    "\"exact\":\"1000.30\"}},"
	    "{\"champ_Q2hhbXAtMzI\":{\"source\":\"plan.1.amount\","
	    "\"exact\":\"500.90\"}},"
	    "{\"champ_Q2hhbXAtMzI\":{\"source\":\"plan.2.amount\"}},{}]");
	/* a line that has nothing for what each row must have */
	form[1].required = true;
	funders[0] = "Autre";
	assert_string_equal(text_of(d.pool,
				source_value(&x, d.answers, &form[0], &o[0],
				    &origin)),
	    "[{\"champ_Q2hhbXAtMzE\":\"DSIL\","
	    "\"champ_Q2hhbXAtMzI\":\"501\",\"champ_Q2hhbXAtMzM\":\"A\"}]");
	assert_string_equal(text_of(d.pool,
				source_cells(&x, d.answers, &form[0], &o[0])),
	    "[{\"champ_Q2hhbXAtMzI\":{\"source\":\"plan.1.amount\","
	    "\"exact\":\"500.90\"}}]");
	funders[1] = "Autre";
	assert_null(source_value(&x, d.answers, &form[0], &o[0], &origin));
	assert_null(x.refusal);
	o[0].source = "project.communes"; /* without a line */
	parse_all(&d, o, ROWS(o));
	assert_null(source_value(&x, d.answers, &form[0], &o[0], &origin));
	desk_close(&d);
}

/* How a code of a territory is named to the reader. */
static void
test_names(void **state)
{
	static const struct {
		enum champ_kind kind;
		const char *source, *want;
	} rows[] = {
		{ CHAMP_COMMUNE, "authority.insee", "Échiré" },
		{ CHAMP_EPCI, "authority.epci", "CA du Niortais" },
		{ CHAMP_DEPARTMENT, "authority.department", "Deux-Sèvres" },
		{ CHAMP_TEXT, "authority.department", NULL },
		{ CHAMP_DEPARTMENT, "authority.region", NULL },
		{ CHAMP_COMMUNE, "project.commune", NULL },
		{ CHAMP_COMMUNE, "project.communes.commune", NULL },
		{ CHAMP_REGION, "\"75\"", NULL },
		{ CHAMP_REGION, "no.fact", NULL },
	};
	struct desk d = known_desk();

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct champ c = { .kind = rows[i].kind };
		struct source o = { 1, 0, rows[i].source, "", true, "", NULL };

		parse_all(&d, &o, 1);
		want_str(i, source_name(d.answers, &c, &o), rows[i].want);
	}
	desk_close(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_faults),
		cmocka_unit_test(test_facts),
		cmocka_unit_test(test_conditions),
		cmocka_unit_test(test_values),
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_other),
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_names),
	};

	base_serve(answers);
	return cmocka_run_group_tests_name("source", tests, NULL, NULL);
}
