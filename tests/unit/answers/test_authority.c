/* test_authority.c - which local authority asks, over territories of the test's
 * own. */

#include "answers/answers_json.h"
#include "answers/authority.h"
#include "answers/authority_complete.h"
#include "known.h"

/* By the columns of gazetteer_places: id, scale, code, name, SIREN, kind,
 * people, department, postal codes. */
#define PLACES \
	"#1;#1;79109;Échiré;217901099;~;#3400;79;79410 79249\n" \
	"#2;#1;79249;Saint-Gelais;~;~;#2000;79;79410\n" \
	"#3;#5;200041317;CA du Niortais;200041317;CA;#120000;79;~\n" \
	"#4;#10;79;Deux-Sèvres;227900016;~;#370000;79;~\n" \
	"#5;#15;R75;Nouvelle-Aquitaine;200053759;~;#6000000;~;~\n" \
	"#6;#8;LB;Loire-Bretagne;~;~;~;~;~\n" \
	"#7;#1;29083;Île-de-Sein;212900831;~;#243;29;29990\n" \
	"#8;#1;75056;Paris;217500016;~;#2000000;75;75001\n" \
	"#9;#10;75;Paris;217500016;~;#2000000;75;~\n" \
	"#11;#1;01011;Saint-Jean;~;~;#30;01;01000\n" \
	"#12;#1;12012;Saint-Jean;~;~;#20;12;12000\n"

/* Columns of authority_of. */
#define AROUND "79;Deux-Sèvres;75;Nouvelle-Aquitaine"
static const struct base_answer answers[] = {
	KNOWN_ANSWERS,
	{ Q_GAZETTEER_VERSION, NULL, "#1" },
	{ Q_GAZETTEER_MEANINGS, NULL,
	    "body;mairie;commune\nbody;syndicat;\nshort;NA;R75" },
	{ Q_GAZETTEER_PLACES, NULL, PLACES },
	{ Q_GAZETTEER_LINKS, NULL, "#1;6\n#4;10" },
	{ Q_GAZETTEER_NAMES, NULL, "" },
	{ Q_AUTHORITY_OF, "id=8",
	    "#1;75056;Paris;217500016;#2000000;75001;"
	    "75;Paris;11;Île-de-France;~;~;~;~\n" },
	{ Q_AUTHORITY_OF, "id=1",
	    "#1;79109;Échiré;217901099;#3400;"
	    "79410 79411;" AROUND ";200041317;CA du Niortais;Niort;"
	    "Niortais\n" },
	{ Q_AUTHORITY_OF, "id=2",
	    "#1;79249;Saint-Gelais;~;~;79410;" AROUND
	    ";200041317;CA du Niortais;~;~\n" },
	{ Q_AUTHORITY_OF, "id=3",
	    "#5;200041317;CA du Niortais;~;#120000;"
	    "~;" AROUND ";~;~;~;~\n" },
	{ Q_AUTHORITY_OF, "id=4",
	    "#10;79;Deux-Sèvres;227900016;#1;"
	    "~;" AROUND ";~;~;~;~\n" },
	{ Q_AUTHORITY_OF, "id=5",
	    "#15;R75;Nouvelle-Aquitaine;200053759;"
	    "#1;~;~;~;75;Nouvelle-Aquitaine;~;~;~;~\n" },
	{ Q_AUTHORITY_OF, "id=7",
	    "#1;29083;Île-de-Sein;212900831;#243;"
	    "29990;~;~;~;~;~;~;~;~\n" },
	{ Q_AUTHORITY_OF, "id=12",
	    "#1;010012;Saint-Jean;~;~;~;" AROUND ";~;~;~;~\n" },
	{ Q_DEPARTMENT_OF_EPCI, "siren=200041317", "CA du Niortais;79\n" },
	{ Q_ZIPS_OF_COMMUNE, "insee=79110", "Échiré;79410;79109;79\n" },
	{ Q_ZIPS_OF_COMMUNE, "insee=79109", "Échiré;79410 79411;79109;79\n" },
	{ Q_ZIPS_OF_COMMUNE, "insee=79249", "Saint-Gelais;79410;79249;79\n" },
	{ Q_ZIPS_OF_COMMUNE, "insee=29083", "Île-de-Sein;~;29083;29\n" },
};

/* ids: of the choice, or of the one that was found. */
static const struct {
	const char *typed, *zip;
	enum authority_end end;
	const char *ids;
} find_rows[] = {
	/* numbers */
	{ "217901099", NULL, AUTHORITY_FOUND, "1" },
	{ " 217 901\u00a0099 ", NULL, AUTHORITY_FOUND, "1" },
	{ "21790109900010", NULL, AUTHORITY_FOUND, "1" },
	{ "217500016", NULL, AUTHORITY_FOUND, "8" }, /* not who shares it */
	{ "217901098", NULL, AUTHORITY_WRONG, "" },
	{ "21790109900011", NULL, AUTHORITY_WRONG, "" },
	{ "130025265", NULL, AUTHORITY_UNKNOWN, "" },
	{ "13002526500013", NULL, AUTHORITY_UNKNOWN, "" },
	/* La Poste */
	{ "35600000000048", NULL, AUTHORITY_UNKNOWN, "" },
	{ "35600000012341", NULL, AUTHORITY_UNKNOWN, "" },
	{ "35600000012345", NULL, AUTHORITY_WRONG, "" },
	{ "2179010", NULL, AUTHORITY_NONE, "" },
	/* codes, of communes and of the post */
	{ "79109", NULL, AUTHORITY_FOUND, "1" },
	{ "79410", NULL, AUTHORITY_OPEN, "1 2" },
	{ "29990", NULL, AUTHORITY_FOUND, "7" },
	{ "79249", NULL, AUTHORITY_OPEN, "1 2" },
	{ "79", NULL, AUTHORITY_FOUND, "4" },
	{ "99999", NULL, AUTHORITY_NONE, "" },
	{ "2A", NULL, AUTHORITY_NONE, "" }, /* no authority */
	/* names */
	{ "ÉCHIRÉ", NULL, AUTHORITY_FOUND, "1" },
	{ "Échiré (79)", NULL, AUTHORITY_FOUND, "1" },
	{ "St-Jean", NULL, AUTHORITY_OPEN, "11 12" },
	{ "St-Jean (12)", NULL, AUTHORITY_FOUND, "12" },
	{ "St-Jean, Deux-Sèvres", NULL, AUTHORITY_OPEN, "11 12" },
	{ "mairie d'Échiré", NULL, AUTHORITY_FOUND, "1" },
	{ "NA", NULL, AUTHORITY_OPEN, "5" }, /* never taken unasked */
	{ "Echir", NULL, AUTHORITY_OPEN, "1" },
	{ "Paris", NULL, AUTHORITY_OPEN, "8 9" },
	{ "Saint (Deux-Sèvres)", NULL, AUTHORITY_OPEN, "2" },
	{ "St-Jean (99)", NULL, AUTHORITY_OPEN, "11 12" },
	{ "(12)", NULL, AUTHORITY_NONE, "" },
	{ "Saint-Gelais", NULL, AUTHORITY_FOUND, "2" },
	{ "Saint", NULL, AUTHORITY_OPEN, "2 11 12" },
	{ "Loire-Bretagne", NULL, AUTHORITY_NONE, "" },
	{ "Nulle-Part", NULL, AUTHORITY_NONE, "" },
	{ "", NULL, AUTHORITY_NONE, "" },
	{ " ", "", AUTHORITY_NONE, "" },
	{ "---", NULL, AUTHORITY_NONE, "" },
	/* a postal code beside it */
	{ "Saint Gelais", "79410", AUTHORITY_FOUND, "2" },
	{ "Échiré", "", AUTHORITY_FOUND, "1" },
	{ "Niort", "79410", AUTHORITY_OPEN, "3 1 2" },
	{ "", "29990", AUTHORITY_FOUND, "7" },
	/* of two that do not go together none is taken */
	{ "Échiré", "99999", AUTHORITY_OPEN, "1" },
	{ "Nulle-Part", "29990", AUTHORITY_OPEN, "7" },
	{ "Nulle-Part", "99999", AUTHORITY_NONE, "" },
};

static const char *
ids_of(struct desk *d, const struct authority *a)
{
	const char *s = "";

	for (size_t i = 0; i < a->n; i++)
		s = pool_printf(d->pool, "%s%s%lld", s, i > 0 ? " " : "",
		    a->id[i]);
	return s;
}

static void
test_find(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(find_rows); i++) {
		struct desk d = desk_open();
		struct authority a;

		want_int(i,
		    authority_find(NULL, d.answers, find_rows[i].typed,
			find_rows[i].zip, &a),
		    RC_OK);
		want_int(i, a.end, find_rows[i].end);
		want_str(i, ids_of(&d, &a), find_rows[i].ids);
		/* Nothing is known of whom nobody chose. */
		want_int(i, *desk_tell(&d) != '\0',
		    a.end == AUTHORITY_FOUND || a.end == AUTHORITY_UNKNOWN);
		desk_close(&d);
	}
}

/* What follows from each. */
static const struct {
	const char *typed, *want;
} facts_rows[] = {
	{ "79109",
	    "authority.name=Échiré ; authority.siren=217901099 ; "
	    "authority.kind=commune ; authority.insee=79109 ; "
	    "authority.code=79109 ; authority.zip=79410 ; "
	    "authority.department=79 ; authority.region=75 ; "
	    "authority.epci=200041317 ; authority.epci-name=CA du Niortais ; "
	    "authority.population=3400 ; authority.arrondissement=Niort ; "
	    "authority.crte=Niortais ; authority.address=79410 Échiré ; "
	    "signatory.office=maire ; project.request=nouvelle ; "
	    "project.contracts=crte ; project.place=79410 Échiré ; "
	    "project.commune=79109 ; project.department=79 ; "
	    "project.communes.commune.0=79109 ; "
	    "project.communes.department.0=79" },
	/* no SIREN, no population, no arrondissement, no contract */
	{ "Saint-Gelais",
	    "authority.name=Saint-Gelais ; "
	    "authority.kind=commune ; authority.insee=79249 ; "
	    "authority.code=79249 ; authority.zip=79410 ; "
	    "authority.department=79 ; authority.region=75 ; "
	    "authority.epci=200041317 ; authority.epci-name=CA du Niortais ; "
	    "authority.address=79410 Saint-Gelais ; signatory.office=maire ; "
	    "project.request=nouvelle ; project.place=79410 Saint-Gelais ; "
	    "project.commune=79249 ; project.department=79 ; "
	    "project.communes.commune.0=79249 ; "
	    "project.communes.department.0=79" },
	/* in no EPCI, as four islands are */
	{ "29083",
	    "authority.name=Île-de-Sein ; authority.siren=212900831 ; "
	    "authority.kind=commune ; authority.insee=29083 ; "
	    "authority.code=29083 ; authority.zip=29990 ; "
	    "authority.population=243 ; authority.address=29990 Île-de-Sein ; "
	    "signatory.office=maire ; project.request=nouvelle ; "
	    "project.place=29990 Île-de-Sein ; project.commune=29083 ; "
	    "project.communes.commune.0=29083" },
	{ "200041317",
	    "authority.name=CA du Niortais ; "
	    "authority.siren=200041317 ; authority.kind=epci ; "
	    "authority.code=200041317 ; authority.department=79 ; "
	    "authority.region=75 ; authority.population=120000 ; "
	    "signatory.office=president ; project.request=nouvelle ; "
	    "project.department=79" },
	{ "227900016",
	    "authority.name=Deux-Sèvres ; "
	    "authority.siren=227900016 ; authority.kind=departement ; "
	    "authority.code=227900016 ; authority.department=79 ; "
	    "authority.region=75 ; authority.population=1 ; "
	    "project.request=nouvelle ; project.department=79" },
	{ "200053759",
	    "authority.name=Nouvelle-Aquitaine ; "
	    "authority.siren=200053759 ; authority.kind=region ; "
	    "authority.code=200053759 ; authority.region=75 ; "
	    "authority.population=1 ; project.request=nouvelle" },
	{ "13002526500013",
	    "authority.siren=130025265 ; "
	    "authority.siret=13002526500013 ; authority.code=130025265 ; "
	    "project.request=nouvelle" },
	{ "130025265",
	    "authority.siren=130025265 ; "
	    "authority.code=130025265 ; project.request=nouvelle" },
	{ "21790109900011", "" },
};

static void
test_facts(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(facts_rows); i++) {
		struct desk d = desk_open();
		struct authority a;

		want_int(i,
		    authority_find(NULL, d.answers, facts_rows[i].typed, NULL,
			&a),
		    RC_OK);
		want_str(i, desk_tell(&d), facts_rows[i].want);
		desk_close(&d);
	}
}

/* With which words a list of options may mean it, and from where it comes. */
static void
test_wordings(void **state)
{
	static const struct {
		const char *fact, *wordings, *with, *origin;
	} rows[] = {
		{ "authority.department", "Deux-Sèvres | 79 - Deux-Sèvres | 79",
		    NULL, "territory" },
		{ "authority.region",
		    "Nouvelle-Aquitaine | 75 - "
		    "Nouvelle-Aquitaine | 75",
		    NULL, "territory" },
		{ "authority.epci",
		    "CA du Niortais | 200041317 - "
		    "CA du Niortais",
		    "79", "territory" },
		{ "authority.insee", "Échiré", "79410", "territory" },
		{ "authority.kind", "Commune | Mairie", NULL, "territory" },
		{ "authority.arrondissement", NULL, NULL, "territory" },
		{ "authority.siret", NULL, NULL, "reader" },
		{ "project.commune", "Échiré", "79410", "territory" },
		{ "project.request", "Nouvelle demande | Nouveau dossier", NULL,
		    "default" },
	};
	struct desk d = desk_open();
	struct authority a;

	(void)state;
	assert_int_equal(authority_find(NULL, d.answers, "21790109900010", NULL,
			     &a),
	    RC_OK);
	for (size_t i = 0; i < ROWS(rows); i++) {
		const struct known *k = answers_get(d.answers, rows[i].fact,
		    -1);

		if (k == NULL)
			fail_msg("%s is not known", rows[i].fact);
		want_str(i, k->wordings, rows[i].wordings);
		want_str(i, k->with, rows[i].with);
		want_str(i, k->origin, rows[i].origin);
	}
	desk_close(&d);
}

/* What the reader said stays, and what they left blank. */
static void
test_reader_first(void **state)
{
	struct desk d = desk_open();
	struct authority a;

	(void)state;
	desk_type(&d, "signatory.office", -1, "president");
	desk_type(&d, "project.commune", -1, "79249");
	answers_blank(d.answers, "project.place");
	assert_int_equal(authority_of_perimeter(NULL, d.answers, 1, &a), RC_OK);
	assert_int_equal(a.end, AUTHORITY_FOUND);
	assert_int_equal(a.id[0], 1);
	assert_string_equal(answers_get(d.answers, "signatory.office", -1)->v,
	    "president");
	assert_string_equal(answers_get(d.answers, "project.commune", -1)->v,
	    "79249");
	assert_null(answers_get(d.answers, "project.place", -1));
	assert_string_equal(answers_get(d.answers, "authority.address", -1)->v,
	    "79410 Échiré");
	assert_int_equal(authority_of_perimeter(NULL, d.answers, 99, &a),
	    RC_OK);
	assert_int_equal(a.end, AUTHORITY_NONE);
	desk_close(&d);
}

/* From facts: the surest of them. */
/* The name was corrected once the authority was known. */
static void
test_renamed(void **state)
{
	static const struct {
		const char *name;
		bool want;
	} rows[] = {
		{ "Échiré", false },
		{ "Mairie d'Échiré", false },
		{ "Saint-Gelais", true },
		{ "CA du Niortais", true },
		{ "Saint-Jean", true }, /* of two others */
		{ "Saint Jea", false }, /* near them */
		{ "Niort", false },     /* around it */
		{ "Les Trois Moulins", false },
	};

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct desk d = desk_open();
		struct authority a;

		desk_type(&d, "authority.name", -1, rows[i].name);
		assert_int_equal(authority_of_perimeter(NULL, d.answers, 1, &a),
		    RC_OK);
		want_int(i, authority_is_renamed(d.answers, &a), rows[i].want);
		desk_close(&d);
	}
}

static void
test_of_facts(void **state)
{
	static const struct {
		const char *json;
		enum authority_end end;
		const char *ids;
	} rows[] = {
		{ "{}", AUTHORITY_NONE, "" },
		{ "{\"project.title\":\"a\"}", AUTHORITY_NONE, "" },
		{ "{\"authority.siret\":\"21790109900010\"}", AUTHORITY_FOUND,
		    "1" },
		{ "{\"authority.siren\":\"217 901 099\"}", AUTHORITY_FOUND,
		    "1" },
		{ "{\"authority.insee\":\"79109\"}", AUTHORITY_FOUND, "1" },
		{ "{\"authority.code\":\"79109\"}", AUTHORITY_FOUND, "1" },
		/* no postal codes, these */
		{ "{\"authority.insee\":\"79249\"}", AUTHORITY_FOUND, "2" },
		{ "{\"authority.code\":\"79249\"}", AUTHORITY_FOUND, "2" },
		{ "{\"authority.code\":\"79410\"}", AUTHORITY_NONE, "" },
		{ "{\"authority.name\":\"St Gelais\",\"authority.zip\":"
		  "\"79410\"}",
		    AUTHORITY_FOUND, "2" },
		{ "{\"authority.name\":\"Saint-Jean\"}", AUTHORITY_OPEN,
		    "11 12" },
		{ "{\"authority.zip\":\"79410\"}", AUTHORITY_NONE, "" },
		{ "{\"authority.name\":\"Échiré\",\"authority.siren\":"
		  "\"200041317\"}",
		    AUTHORITY_FOUND, "3" },
	};

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct desk d = desk_open();
		struct authority a;

		answers_json_read(d.answers, desk_json(&d, rows[i].json));
		want_int(i, authority_of_facts(NULL, d.answers, &a), RC_OK);
		want_int(i, a.end, rows[i].end);
		want_str(i, ids_of(&d, &a), rows[i].ids);
		desk_close(&d);
	}
}

/* Communes that the reader named get their names and postal codes. */
static void
test_complete(void **state)
{
	struct desk d = desk_open();

	(void)state;
	desk_type(&d, "project.commune", -1, "79109");
	desk_type(&d, "project.communes.commune", 1, "79249");
	desk_type(&d, "project.communes.commune", 2, "29083");
	desk_type(&d, "project.communes.commune", 3, "99999");
	answers_put(d.answers, "authority.insee", -1, "79109", "Ici", "79000",
	    "territory");
	assert_int_equal(authority_complete(NULL, d.answers), RC_OK);
	assert_string_equal(answers_get(d.answers, "project.commune", -1)->with,
	    "79410");
	assert_string_equal(
	    answers_get(d.answers, "project.commune", -1)->wordings, "Échiré");
	assert_string_equal(
	    answers_get(d.answers, "project.communes.commune", 1)->with,
	    "79410");
	assert_null(
	    answers_get(d.answers, "project.communes.commune", 2)->with);
	assert_null(
	    answers_get(d.answers, "project.communes.commune", 3)->with);
	assert_string_equal(answers_get(d.answers, "authority.insee", -1)->with,
	    "79000");
	base.away = "zips_of_commune";
	assert_int_equal(authority_complete(NULL, d.answers), RC_UNAVAILABLE);
	base.away = NULL;
	desk_close(&d);
}

/* A project in another commune than the authority's: nothing says that it is here,
 * and a code of the past is today's. */
static void
test_elsewhere(void **state)
{
	static const struct {
		const char *fact;
		int line;
		const char *v;
	} rows[] = {
		{ "project.commune", -1, "79109" },
		{ "project.department", -1, "79" },
		{ "project.communes.commune", 0, "79109" },
		{ "authority.insee", -1, "79249" },
	};
	struct desk d = desk_open();
	struct authority a;

	(void)state;
	desk_type(&d, "project.commune", -1, "79110");
	assert_int_equal(authority_of_perimeter(NULL, d.answers, 2, &a), RC_OK);
	assert_null(answers_get(d.answers, "project.place", -1));
	assert_null(answers_get(d.answers, "project.department", -1));
	assert_int_equal(authority_complete(NULL, d.answers), RC_OK);
	assert_null(answers_get(d.answers, "project.place", -1));
	for (size_t i = 0; i < ROWS(rows); i++)
		want_str(i,
		    answers_get(d.answers, rows[i].fact, rows[i].line)->v,
		    rows[i].v);
	desk_close(&d);
}

/* An EPCI and an arrondissement that the reader named. */
static void
test_complete_around(void **state)
{
	struct desk d = desk_open();
	const struct known *k;

	(void)state;
	desk_type(&d, "authority.epci", -1, "200041317");
	desk_type(&d, "authority.department", -1, "79");
	desk_type(&d, "authority.arrondissement", -1, "Niort");
	assert_int_equal(authority_complete(NULL, d.answers), RC_OK);
	k = answers_get(d.answers, "authority.epci", -1);
	assert_string_equal(k->with, "79");
	assert_string_equal(k->wordings,
	    "CA du Niortais | 200041317 - CA du Niortais");
	assert_string_equal(answers_get(d.answers, "authority.epci-name", -1)
				->v,
	    "CA du Niortais");
	assert_string_equal(
	    answers_get(d.answers, "authority.arrondissement", -1)->wordings,
	    "Niort | 79 - Deux-Sèvres - arrondissement de Niort"
	    " | arrondissement de Niort");
	desk_close(&d);

	d = desk_open();
	desk_type(&d, "authority.epci", -1, "217901099");
	base.away = "department_of_epci";
	assert_int_equal(authority_complete(NULL, d.answers), RC_UNAVAILABLE);
	base.away = NULL;
	assert_int_equal(authority_complete(NULL, d.answers), RC_OK);
	assert_string_equal(d.answers->fault->reason, "epci");
	desk_close(&d);
}

/* More than a reader can choose from are cut. */
static void
test_many(void **state)
{
	struct base_answer many[ROWS(answers)];
	struct buf b = { 0 };
	struct desk d = desk_open();
	struct authority a;

	(void)state;
	for (int i = 100; i < 130; i++)
		buf_putf(&b, "#%d;#1;01%d;A;~;~;#1;01;01000\n", i, i);
	buf_putc(&b, '\0');
	memcpy(many, answers, sizeof(many));
	for (size_t i = 0; i < ROWS(many); i++)
		if (many[i].query == Q_GAZETTEER_PLACES)
			many[i].rows = b.data;
	gazetteer_forget(&desk_names);
	base_serve(many);
	assert_int_equal(authority_find(NULL, d.answers, "01000", NULL, &a),
	    RC_OK);
	assert_int_equal(a.end, AUTHORITY_OPEN);
	assert_int_equal(a.n, AUTHORITY_CHOICES);
	assert_int_equal(a.id[a.n - 1], 119);
	base_serve(answers);
	gazetteer_forget(&desk_names);
	buf_free(&b);
	desk_close(&d);
}

static void
test_away(void **state)
{
	static const struct {
		const char *typed, *zip, *query;
	} rows[] = {
		{ "217901099", NULL, "gazetteer_version" },
		{ "217901099", NULL, "gazetteer_places" },
		{ "217901099", NULL, "authority_of" },
		{ "Échiré", "79410", "gazetteer_names" },
	};

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct desk d = desk_open();
		struct authority a;

		gazetteer_forget(&desk_names);
		base.away = rows[i].query;
		want_int(i,
		    authority_find(NULL, d.answers, rows[i].typed, rows[i].zip,
			&a),
		    RC_UNAVAILABLE);
		base.away = NULL;
		desk_close(&d);
	}
}

/* Names are asked for again when the data is of another version, and those of
 * before do when they cannot be had. */
static void
test_current(void **state)
{
	static const bool asked[] = { true, false, true };
	struct desk d = desk_open();
	struct authority a;

	(void)state;
	gazetteer_forget(&desk_names);
	for (size_t i = 0; i < ROWS(asked); i++) {
		base.asked[0] = '\0';
		base.away = i > 0 ? "gazetteer_version" : NULL;
		if (i == 2)
			gazetteer_doubt(&desk_names);
		want_int(i,
		    authority_find(NULL, d.answers, "217901099", NULL, &a),
		    RC_OK);
		want_int(i, strstr(base.asked, "gazetteer_version") != NULL,
		    asked[i]);
	}
	base.away = NULL;
	gazetteer_forget(&desk_names);
	desk_close(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_facts),
		cmocka_unit_test(test_wordings),
		cmocka_unit_test(test_reader_first),
		cmocka_unit_test(test_renamed),
		cmocka_unit_test(test_of_facts),
		cmocka_unit_test(test_complete),
		cmocka_unit_test(test_elsewhere),
		cmocka_unit_test(test_complete_around),
		cmocka_unit_test(test_many),
		cmocka_unit_test(test_away),
		cmocka_unit_test(test_current),
	};

	base_serve(answers);
	return cmocka_run_group_tests_name("authority", tests, NULL, NULL);
}
