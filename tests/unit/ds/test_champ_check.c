/* test_champ_check.c - what may leave: its shape, and what is said of the rest. */

#include "ds/champ_check.h"
#include "known.h"

static const struct base_answer answers[] = {
	KNOWN_ANSWERS,
	{ Q_ZIP_CODES, "zip=79410", "79109\n79077\n" },
	{ Q_ZIP_CODES, "zip=20000", "2A004\n" },
	{ Q_EPCI_IN, "siren=200041317 department=79", "#1\n" },
};

static const char *options[] = { "--Nature--", "Commune", " EPCI ",
	"L'école d'à côté" };
static struct champ form[] = {
	{ .id = 1, .kind = CHAMP_TEXT },
	{ .id = 2, .kind = CHAMP_LONGTEXT },
	{ .id = 3, .kind = CHAMP_INTEGER },
	{ .id = 4, .kind = CHAMP_BOOLEAN },
	{ .id = 5, .kind = CHAMP_LIST, .option = options, .noptions = 4 },
	{ .id = 6, .kind = CHAMP_LISTS, .option = options, .noptions = 4 },
	{ .id = 7, .kind = CHAMP_COMMUNE },
	{ .id = 8, .kind = CHAMP_EPCI },
	{ .id = 9, .kind = CHAMP_NEVER },
	{ .id = 10, .kind = CHAMP_BLOCK },
	{ .id = 11, .block = 10, .kind = CHAMP_TEXT },
	{ .id = 12, .block = 10, .kind = CHAMP_COMMUNE },
	{ .id = 13, .block = 10, .kind = CHAMP_NEVER },
	{ .id = 14, .kind = CHAMP_DATE },
	{ .id = 15, .kind = CHAMP_SIRET },
	{ .id = 16,
	    .kind = CHAMP_LIST,
	    .option = options,
	    .noptions = 4,
	    .other = true },
	{ .id = 17, .kind = CHAMP_LIST },
	{ .id = 18, .kind = CHAMP_ADDRESS },
	{ .id = 19, .kind = CHAMP_DEPARTMENT },
	{ .id = 20, .kind = CHAMP_DOSSIER },
};

/* The keys of champs 11, 12, 13 and 1. */
#define K11 "\"champ_Q2hhbXAtMTE\""
#define K12 "\"champ_Q2hhbXAtMTI\""
#define K13 "\"champ_Q2hhbXAtMTM\""
#define K1 "\"champ_Q2hhbXAtMQ\""

/* faults: "reason value" by " ; ", with the row of a repetition. */
static const struct {
	unsigned id;
	const char *value, *want, *faults;
} rows[] = {
	/* scalars leave as strings */
	{ 1, "\" a\\u00a0\"", "\"a\"", "" },
	{ 1, "3", "\"3\"", "" },
	{ 1, "1.5", "\"1.5\"", "" },
	{ 1, "true", "\"true\"", "" },
	{ 1, "\"\\u0001a\\u001bb\"", "\"ab\"", "" },
	{ 1, "null", NULL, "empty" },
	{ 1, "{}", NULL, "empty" },
	{ 1, "\"\"", NULL, "empty" },
	{ 1, "\" \\u00a0\"", NULL, "empty" },
	{ 1, "false", NULL, "empty" },
	{ 1, "\"\\u0000\"", NULL, "empty" },
	{ 1, "\"a\\u0000b\\fc\"", "\"ab\\nc\"", "" },
	{ 1, "[]", NULL, "empty" },
	{ 1, "[\"a\"]", NULL, "scalar" },
	{ 1, "{\"a\":1}", NULL, "scalar" },
	{ 1, "\"\\uffff\"", NULL, "empty" },
	{ 2, "\"a\\nb\\tc\"", "\"a\\nb\\tc\"", "" },
	{ 3, "\"1 250\"", "\"1250\"", "" },
	{ 3, "1250", "\"1250\"", "" },
	{ 3, "42.2", NULL, "integer 42.2" },
	{ 3, "true", NULL, "integer true" },
	{ 3, "[1]", NULL, "scalar" },
	{ 4, "true", "\"true\"", "" },
	{ 4, "false", "\"false\"", "" },
	{ 4, "\"Off\"", "\"false\"", "" },
	{ 4, "\"oui\"", NULL, "boolean oui" },
	{ 14, "\"3/4/2027\"", "\"2027-04-03\"", "" },
	{ 14, "\"2027-04-03T10:00\"", NULL, "date 2027-04-03T10:00" },
	{ 15, "\"130 025 265 00013\"", "\"13002526500013\"", "" },
	{ 15, "13002526500014", NULL, "siret 13002526500014" },
	{ 18, "\"2 rue\"", "\"2 rue\"", "" },
	{ 18, "75007", NULL, "address 75007" },
	{ 19, "\"Ain\"", "\"01\"", "" },
	{ 19, "\"1\"", NULL, "department 1" },
	{ 20, "123", "\"123\"", "" },
	{ 20, "\"0\"", NULL, "dossier 0" },
	{ 9, "\"a\"", NULL, "not-prefillable a" },
	/* options, as DS spells them */
	{ 5, "\"Commune\"", "\"Commune\"", "" },
	{ 5, "\"EPCI\"", "\" EPCI \"", "" },
	{ 5, "\"commune\"", NULL, "option commune" },
	{ 5, "\"--Nature--\"", NULL, "title --Nature--" },
	{ 5, "[\"Commune\"]", NULL, "scalar" },
	{ 16, "\"Autre chose\"", "\"Autre chose\"", "" },
	{ 16, "\"--Nature--\"", NULL, "title --Nature--" },
	{ 17, "\"Commune\"", NULL, "options-unknown Commune" },
	{ 6, "[\"Commune\",\"EPCI\"]", "[\"Commune\",\" EPCI \"]", "" },
	{ 6, "\"Commune\"", "[\"Commune\"]", "" },
	{ 6, "[\"Commune\",\"x\",\"Commune\",\"--Nature--\",null,[],{}]",
	    "[\"Commune\"]",
	    "option x ; title --Nature-- ; empty ; empty ; "
	    "empty" },
	{ 6, "[]", NULL, "empty" },
	{ 6, "[\"x\"]", NULL, "option x" },
	{ 6, "{\"a\":\"Commune\"}", NULL, "scalar" },
	/* pairs */
	{ 7, "[\"79410\",\"79109\"]", "[\"79410\",\"79109\"]", "" },
	{ 7, "[\"79410\"]", "[\"79410\"]", "" },
	{ 7, "[\"20000\",\"2A004\",\"x\"]", "[\"20000\",\"2A004\"]", "" },
	{ 7, "[\"79109\",\"79410\"]", NULL, "commune 79410" },
	{ 7, "[\"79410\",\"79191\"]", NULL, "commune 79191" },
	{ 7, "[\"99999\"]", NULL, "zip 99999" },
	{ 7, "\"79109\"", NULL, "array 79109" },
	{ 7, "79109", NULL, "array 79109" },
	{ 7, "[79410,79109]", NULL, "commune" },
	{ 7, "[\"79410\",79109]", NULL, "commune" },
	{ 7, "[\"79410\",null]", NULL, "commune" },
	{ 7, "[]", NULL, "empty" },
	{ 7, "[[\"79410\"]]", NULL, "commune" },
	{ 7, "{\"a\":\"79410\"}", NULL, "array" },
	{ 8, "[\"79\",\"200041317\"]", "[\"79\",\"200041317\"]", "" },
	{ 8, "[\"79\"]", "[\"79\"]", "" },
	{ 8, "[\"01\",\"200041317\"]", NULL, "epci 200041317" },
	{ 8, "[\"99\",\"200041317\"]", NULL, "department 99" },
	{ 8, "[\"Ain\"]", NULL, "department Ain" },
	{ 8, "[\"80\"]", NULL, "department 80" },
	{ 8, "\"200041317\"", NULL, "array 200041317" },
	/* repetitions */
	{ 10, "[{" K11 ":\"a\"},{" K11 ":3," K12 ":[\"79410\"]}]",
	    "[{" K11 ":\"a\"},{" K11 ":\"3\"," K12 ":[\"79410\"]}]", "" },
	{ 10, "[{\"champ_Q2hhbXAtMTE=\":\"a\"}]", "[{" K11 ":\"a\"}]", "" },
	{ 10, "[{" K11 ":\"a\"," K1 ":\"b\"}]", "[{" K11 ":\"a\"}]",
	    "foreign b row 1" },
	{ 10, "[{\"titre\":\"b\",\"Q2hhbXAtMTE\":\"c\"," K13 ":\"d\"}]", NULL,
	    "foreign b row 1 ; foreign c row 1 ; not-prefillable d row 1" },
	{ 10,
	    "[\"a\",{},{" K11 ":\"b\"},[],null,"
	    "{" K11 ":\"\"}]",
	    "[{" K11 ":\"b\"}]",
	    "rows a row 1 ; rows row 4 ; rows row 5 ; "
	    "empty row 6" },
	{ 10, "[{" K11 ":{\"a\":1}," K12 ":\"79410\"}]", NULL,
	    "scalar row 1 ; array 79410 row 1" },
	{ 10, "[{" K11 ":null}]", NULL, "empty row 1" },
	{ 10, "[]", NULL, "empty" },
	{ 10, "\"a\"", NULL, "rows a" },
	{ 10, "{" K11 ":\"a\"}", NULL, "rows" },
	{ 10, "true", NULL, "rows true" },
};

static const char *
told(struct desk *d, const struct champ_check *x)
{
	const char *s = "";

	for (const struct champ_refusal *r = x->refusal; r != NULL;
	     r = r->next) {
		s = pool_printf(d->pool, "%s%s%s%s%s", s,
		    *s != '\0' ? " ; " : "", r->reason,
		    r->value != NULL ? " " : "",
		    r->value != NULL ? r->value : "");
		if (r->row > 0)
			s = pool_printf(d->pool, "%s row %d", s, r->row);
	}
	return s;
}

static const struct demarche demarche = { .champ = form, .n = ROWS(form) };

static struct champ_check
checker(struct desk *d)
{
	return (struct champ_check){ .pool = d->pool,
		.demarche = &demarche,
		.territory = d->territory,
		.rc = RC_OK };
}

static char *
check(struct champ_check *x, unsigned id, const json_t *v)
{
	size_t i = 0;
	json_t *to;
	char *s;

	while (form[i].id != id)
		i++;
	to = champ_check(x, &form[i], v);
	s = to != NULL ? json_dumps(to, JSON_COMPACT | JSON_ENCODE_ANY) : NULL;
	json_decref(to);
	return s;
}

static void
test_values(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct desk d = desk_open();
		struct champ_check x = checker(&d);
		char *got;

		x.last = &x.refusal;
		got = check(&x, rows[i].id, desk_json(&d, rows[i].value));
		want_str(i, got, rows[i].want);
		want_str(i, told(&d, &x), rows[i].faults);
		want_int(i, x.rc, RC_OK);
		free(got);
		desk_close(&d);
	}
}

/* What is long leaves whole; what is refused is shown cut between two characters. */
static void
test_limits(void **state)
{
	static const struct {
		unsigned id;
		size_t n;
		const char *reason;
	} sizes[] = {
		{ 1, 100000, NULL },
		{ 2, 100000, NULL },
		{ 9, 300, "not-prefillable" },
		{ 18, 201, "address" },
	};

	(void)state;
	for (size_t i = 0; i < ROWS(sizes); i++) {
		struct desk d = desk_open();
		struct champ_check x = checker(&d);
		char *s = pool_take(d.pool, sizes[i].n + 1), *got;
		json_t *v;

		memset(s, 'x', sizes[i].n);
		if (sizes[i].id == 9)
			memcpy(s + 199, "é", 2);
		v = json_string(s);
		x.last = &x.refusal;
		got = check(&x, sizes[i].id, v);
		want_int(i, got != NULL, sizes[i].reason == NULL);
		want_str(i, x.refusal != NULL ? x.refusal->reason : NULL,
		    sizes[i].reason);
		if (x.refusal != NULL)
			want_int(i, strlen(x.refusal->value),
			    sizes[i].id == 9 ? 199 : 200);
		free(got);
		json_decref(v);
		desk_close(&d);
	}
}

static void
test_many_rows(void **state)
{
	(void)state;
	for (size_t n = 1000; n <= 1001; n++) {
		struct desk d = desk_open();
		struct champ_check x = checker(&d);
		json_t *v = json_array();
		char *got;

		for (size_t i = 0; i < n; i++)
			json_array_append_new(v,
			    json_pack("{ss}", "champ_Q2hhbXAtMTE", "a"));
		x.last = &x.refusal;
		got = check(&x, 10, v);
		want_int(n, got != NULL, n == 1000);
		want_str(n, told(&d, &x), n == 1000 ? "" : "too-long");
		free(got);
		json_decref(v);
		desk_close(&d);
	}
}

/* A base that cannot say is told apart from a code that is none. */
static void
test_away(void **state)
{
	static const struct {
		unsigned id;
		const char *value, *query;
	} calls[] = { { 7, "[\"79410\",\"79109\"]", "zip_codes" },
		{ 8, "[\"79\",\"200041317\"]", "epci_in" },
		/* whatever the next row finds */
		{ 10, "[{" K12 ":[\"20000\"]},{" K12 ":[\"79410\"]}]",
		    "zip_codes zip=20000" } };

	(void)state;
	for (size_t i = 0; i < ROWS(calls); i++) {
		struct desk d = desk_open();
		struct champ_check x = checker(&d);

		x.last = &x.refusal;
		base.away = calls[i].query;
		free(check(&x, calls[i].id, desk_json(&d, calls[i].value)));
		base.away = NULL;
		want_int(i, x.rc, RC_UNAVAILABLE);
		desk_close(&d);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_values),
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_many_rows),
		cmocka_unit_test(test_away),
	};

	base_serve(answers);
	return cmocka_run_group_tests_name("champ_check", tests, NULL, NULL);
}
