/* test_payload.c - what will be sent, what will not, and why. */

#include "answers/answers_json.h"
#include "known.h"
#include "payload/payload.h"
#include "xml/xml.h"

static const struct base_answer answers[] = {
	KNOWN_ANSWERS,
	{ Q_ZIP_CODES, "zip=79410", "79109\n" },
};

static const char *kinds[] = { "Commune", "EPCI à fiscalité propre" };
static struct champ form[] = {
	{ .id = 1,
	    .kind = CHAMP_NEVER,
	    .type = "HeaderSection",
	    .label = "Titre",
	    .required = true },
	{ .id = 2,
	    .kind = CHAMP_TEXT,
	    .type = "Text",
	    .label = "Intitulé",
	    .required = true },
	{ .id = 3,
	    .kind = CHAMP_LIST,
	    .type = "DropDownList",
	    .label = "Nature",
	    .option = kinds,
	    .noptions = 2,
	    .required = true },
	{ .id = 4,
	    .kind = CHAMP_INTEGER,
	    .type = "IntegerNumber",
	    .label = "Coût" },
	{ .id = 5,
	    .kind = CHAMP_TEXT,
	    .type = "Text",
	    .label = "Arrondissement (01 - Ain)",
	    .department = "01",
	    .required = true },
	{ .id = 6,
	    .kind = CHAMP_TEXT,
	    .type = "Text",
	    .label = "Arrondissement (79 - Deux-Sèvres)",
	    .department = "79",
	    .required = true },
	{ .id = 7,
	    .kind = CHAMP_TEXT,
	    .type = "Text",
	    .label = "Arrondissement (Var - x)",
	    .required = true },
	{ .id = 8,
	    .kind = CHAMP_COMMUNE,
	    .type = "Commune",
	    .label = "Commune" },
	{ .id = 15,
	    .kind = CHAMP_NEVER,
	    .type = "HeaderSection",
	    .label = "Suite" },
	{ .id = 19,
	    .kind = CHAMP_NEVER,
	    .type = "HeaderSection",
	    .label = "Arrondissements (fin)" },
	{ .id = 9,
	    .kind = CHAMP_TEXT,
	    .type = "Text",
	    .label = "Commentaire",
	    .required = true },
	{ .id = 10,
	    .kind = CHAMP_BLOCK,
	    .type = "Repetition",
	    .label = "Plan" },
	{ .id = 11,
	    .block = 10,
	    .kind = CHAMP_TEXT,
	    .type = "Text",
	    .label = "Financeur",
	    .required = true },
	{ .id = 12,
	    .block = 10,
	    .kind = CHAMP_INTEGER,
	    .type = "IntegerNumber",
	    .label = "Montant" },
	{ .id = 13,
	    .kind = CHAMP_TEXT,
	    .type = "Text",
	    .private = true,
	    .label = "Note",
	    .required = true },
	{ .id = 14,
	    .kind = CHAMP_TEXT,
	    .type = "Text",
	    .required = true,
	    .label = "Syndicat" },
	{ .id = 16,
	    .kind = CHAMP_NEVER,
	    .type = "PieceJustificative",
	    .label = "Délibération",
	    .required = true },
	{ .id = 17,
	    .kind = CHAMP_NEVER,
	    .type = "PieceJustificative",
	    .label = "Plan de situation" },
	{ .id = 18,
	    .kind = CHAMP_NEVER,
	    .type = "PieceJustificative",
	    .private = true,
	    .label = "Rapport" },
};

static struct source sources[] = {
	{ 2, 0, "project.title", "", true, "", NULL },
	{ 2, 0, "\"Projet sans titre\"", "authority.kind=epci", true, "",
	    NULL },
	{ 3, 0, "authority.kind", "", true, "", NULL },
	{ 4, 0, "project.cost", "", true, "", NULL },
	{ 5, 0, "authority.arrondissement", "authority.department=01", true, "",
	    NULL },
	{ 6, 0, "authority.arrondissement", "", true, "", NULL },
	{ 8, 0, "authority.insee", "", true, "", NULL },
	{ 10, 0, "plan", "", true, "", NULL },
	{ 11, 10, "plan.funder", "", true, "", NULL },
	{ 12, 10, "plan.amount", "", true, "", NULL },
	{ 13, 0, "project.title", "", true, "", NULL },
	{ 14, 0, "authority.name", "authority.kind=region", true, "", NULL },
};

#define K2 "champ_Q2hhbXAtMg"
#define K3 "champ_Q2hhbXAtMw"
#define K4 "champ_Q2hhbXAtNA"
#define K8 "champ_Q2hhbXAtOA"
#define K9 "champ_Q2hhbXAtOQ"
#define K10 "champ_Q2hhbXAtMTA"
#define K11 "champ_Q2hhbXAtMTE"
#define K12 "champ_Q2hhbXAtMTI"
#define K13 "champ_Q2hhbXAtMTM"
#define K1 "champ_Q2hhbXAtMQ"
#define K99 "champ_Q2hhbXAtOTk"

/* want: "id=value origin" by " ; ", then refusals, "!key reason", then what is
 * missing, "?id". */
static const struct {
	const char *facts, *by_key;
	int individual;
	const char *want;
} rows[] = {
	{ "{}", NULL, 0, "?2 ; ?3 ; ?6 ; ?7 ; ?9" },
	{ "{\"project.title\":\"a\",\"authority.kind\":\"commune\","
	  "\"project.cost\":\"12,5\"}",
	    NULL, 0,
	    "2=\"a\" reader ; 3=\"Commune\" reader ; 4=\"13\" reader ; ?6 ; "
	    "?7 ; ?9" },
	/* the second source, when the first says nothing */
	{ "{\"authority.kind\":\"epci\"}", NULL, 0,
	    "2=\"Projet sans titre\" constant ; 3=\"EPCI à fiscalité propre\" reader ; ?6 ; ?7 ; "
	    "?9" },
	{ "{\"project.title\":\"a\",\"authority.kind\":\"epci\"}", NULL, 0,
	    "2=\"a\" reader ; 3=\"EPCI à fiscalité propre\" reader ; ?6 ; ?7 ; ?9" },
	{ "{\"authority.kind\":\"region\"}", NULL, 0,
	    "!" K3 " option ; ?2 ; ?3 ; ?6 ; ?7 ; ?9 ; ?14" },
	{ "{\"plan\":[{\"funder\":\"detr\",\"amount\":10},{\"name\":\"x\"},"
	  "{\"amount\":20}]}",
	    NULL, 0,
	    "10=[{\"" K11 "\":\"DETR\",\"" K12 "\":\"10\"},{\"" K12
	    "\":\"20\"}] reader ; ?2 ; ?3 ; ?6 ; ?7 ; ?9" },
	/* by their keys: before the sources, whatever the padding */
	{ "{\"project.title\":\"a\"}", "{\"" K2 "\":\"b\",\"" K4 "==\":3}", 0,
	    "2=\"b\" reader ; 4=\"3\" reader ; ?3 ; ?6 ; ?7 ; ?9" },
	{ "{}", "{\"" K2 "\":\"b\",\"" K2 "==\":\"c\"}", 0,
	    "2=\"c\" reader ; ?3 ; ?6 ; ?7 ; ?9" },
	/* blank takes the champ out; it is then missing when it is wanted */
	{ "{\"project.title\":\"a\",\"project.cost\":3}",
	    "{\"" K2 "\":\" \",\"" K4 "\":null}", 0,
	    "!" K2 " empty ; !" K4 " empty ; ?2 ; ?3 ; ?6 ; ?7 ; ?9" },
	/* a refused one does not fall back on the source */
	{ "{\"project.cost\":3}", "{\"" K4 "\":\"x\"}", 0,
	    "!" K4 " integer ; ?2 ; ?3 ; ?6 ; ?7 ; ?9" },
	/* annotations: by key alone */
	{ "{\"project.title\":\"a\"}", "{\"" K13 "\":\"ref\"}", 0,
	    "2=\"a\" reader ; 13=\"ref\" reader ; ?3 ; ?6 ; ?7 ; ?9" },
	{ "{}",
	    "{\"" K1 "\":\"x\",\"" K11 "\":\"x\",\"" K99 "\":\"x\","
	    "\"champ_\":\"x\",\"" K2 "=\":\"x\"}",
	    0,
	    "!" K1 " not-prefillable ; !" K11 " in-block ; !" K99
	    " unknown-champ ; !champ_ unknown-champ ; !" K2 "= unknown-champ ;"
	    " ?2 ; ?3 ; ?6 ; ?7 ; ?9" },
	{ "{}", "{\"" K10 "\":[{\"" K11 "\":\"a\",\"" K2 "\":\"b\"}]}", 0,
	    "10=[{\"" K11 "\":\"a\"}] reader ; !" K2 " foreign ; ?2 ; ?3 ; ?6 ;"
	    " ?7 ; ?9" },
	{ "{}", "{\"titre\":\"x\"}", 0, "?2 ; ?3 ; ?6 ; ?7 ; ?9" },
	/* the identity, of persons alone */
	{ "{}", "{\"identite_nom\":\"Doe\"}", 0,
	    "!identite_nom legal-person ; ?2 ; ?3 ; ?6 ; ?7 ; ?9" },
	{ "{}",
	    "{\"identite_nom\":\" Doe\",\"identite_prenom\":\"J\","
	    "\"identite_genre\":\"Mme\"}",
	    1,
	    "identite_nom=\"Doe\" reader ; identite_prenom=\"J\" reader ; "
	    "identite_genre=\"Mme\" reader ; ?2 ; ?3 ; ?6 ; ?7 ; ?9" },
	/* who it is for is not said */
	{ "{}", "{\"identite_nom\":\"Doe\"}", -1,
	    "!identite_nom legal-person ; ?2 ; ?3 ; ?6 ; ?7 ; ?9" },
	{ "{}",
	    "{\"identite_genre\":\"Madame\",\"identite_nom\":3,"
	    "\"identite_prenom\":\" \",\"identite_age\":\"3\"}",
	    1,
	    "!identite_genre civility ; !identite_nom scalar ; "
	    "!identite_prenom empty ; !identite_age unknown-champ ; ?2 ; ?3 ; "
	    "?6 ; ?7 ; ?9" },
};

static struct demarche
demarche(const struct desk *d, int individual)
{
	struct demarche of = { .number = 42,
		.champ = form,
		.n = ROWS(form),
		.source = sources,
		.nsources = ROWS(sources),
		.individual = individual };

	sources_parse(d->pool, d->facts, &of);
	return of;
}

static const char * and (struct pool * pool, const char *s, const char *more)
{
	return pool_printf(pool, "%s%s%s", s, *s != '\0' ? " ; " : "", more);
}

static const char *
told(struct pool *pool, const struct payload *p)
{
	const char *s = "";

	for (size_t i = 0; i < p->n; i++) {
		char *v = json_dumps(p->item[i].value,
		    JSON_COMPACT | JSON_ENCODE_ANY);

		s = and(pool, s,
		    p->item[i].champ != NULL
			? pool_printf(pool, "%llu=%s %s", p->item[i].champ->id,
			      v, p->item[i].origin)
			: pool_printf(pool, "%s=%s %s", p->item[i].key, v,
			      p->item[i].origin));
		free(v);
	}
	for (const struct champ_refusal *r = p->refusal; r != NULL; r = r->next)
		s = and(pool, s,
		    pool_printf(pool, "!%s %s", r->key, r->reason));
	for (size_t i = 0; i < p->nmissing; i++)
		s = and(pool, s,
		    pool_printf(pool, "?%llu", p->missing[i].champ->id));
	return s;
}

static void
test_make(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct desk d = desk_open();
		struct demarche of = demarche(&d, rows[i].individual);
		struct payload p;

		answers_json_read(d.answers, desk_json(&d, rows[i].facts));
		answers_put(d.answers, "authority.department", -1, "79", NULL,
		    NULL, "territory");
		want_int(i,
		    payload_make(d.pool, &of, d.answers,
			rows[i].by_key != NULL ? desk_json(&d, rows[i].by_key)
					       : NULL,
			&p),
		    RC_OK);
		want_str(i, told(d.pool, &p), rows[i].want);
		desk_close(&d);
	}
}

/* A champ for each department: that of the authority, and no other. */
static void
test_elsewhere(void **state)
{
	static const struct {
		const char *department, *want;
	} here[] = {
		{ NULL, "?2 ; ?3 ; ?7 ; ?9" },
		{ "01", "?2 ; ?3 ; ?5 ; ?7 ; ?9" },
		{ "79", "?2 ; ?3 ; ?6 ; ?7 ; ?9" },
	};

	(void)state;
	for (size_t i = 0; i < ROWS(here); i++) {
		struct desk d = desk_open();
		struct demarche of = demarche(&d, 0);
		struct payload p;

		answers_put(d.answers, "authority.department", -1,
		    here[i].department, NULL, NULL, "territory");
		want_int(i, payload_make(d.pool, &of, d.answers, NULL, &p),
		    RC_OK);
		want_str(i, told(d.pool, &p), here[i].want);
		desk_close(&d);
	}
}

/* Where a value comes from is said; a code that the base could not check stops
 * all. */
static void
test_territory(void **state)
{
	struct desk d = desk_open();
	struct demarche of = demarche(&d, 0);
	xmlNodePtr root = xmlDocGetRootElement(xml_page(d.pool, "p"));
	struct payload p;

	(void)state;
	answers_put(d.answers, "authority.insee", -1, "79109", "Échiré",
	    "79410", "territory");
	/* Codes are asked once: of one that could not be, nothing stays. */
	base.away = "zip_codes";
	assert_int_equal(payload_make(d.pool, &of, d.answers, NULL, &p),
	    RC_UNAVAILABLE);
	base.away = NULL;
	assert_int_equal(payload_make(d.pool, &of, d.answers, NULL, &p), RC_OK);
	assert_int_equal(p.n, 1);
	assert_string_equal(p.item[0].origin, "territory");
	assert_string_equal(p.item[0].source, "authority.insee");
	assert_string_equal(p.item[0].key, K8);
	assert_string_equal(p.item[0].name, "Échiré");
	payload_put(&p, d.pool, root);
	assert_string_equal((const char *)xml_child(xml_child(xml_child(root,
								  "payload"),
							"champ"),
				"name")
				->children->content,
	    "Échiré");
	desk_close(&d);
}

static void
test_keys(void **state)
{
	(void)state;
	assert_true(payload_is_key(K2));
	assert_true(payload_is_key("champ_"));
	assert_true(payload_is_key("identite_age"));
	assert_false(payload_is_key("project.title"));
	assert_false(payload_is_key("champ"));
	assert_false(payload_is_key(""));
}

static void
test_put(void **state)
{
	static const char want[] =
	    "<payload demarche=\"42\">"
	    "<champ key=\"" K3 "\" type=\"DropDownList\" required=\"true\" "
	    "source=\"authority.kind\" field=\"authority.kind\" "
	    "origin=\"reader\" "
	    "under=\"Titre\"><label>Nature</label><value>Commune</value></champ>"
	    "<champ key=\"" K8 "\" type=\"Commune\" origin=\"reader\" "
	    "under=\"Titre\"><label>Commune</label><item>79410</item><item>79109</item>"
	    "</champ>"
	    "<champ key=\"" K10 "\" type=\"Repetition\" origin=\"reader\" "
	    "under=\"Suite\"><label>Plan</label><row><champ key=\"" K11
	    "\" type=\"Text\">"
	    "<label>Financeur</label><value>a &lt; b</value></champ></row>"
	    "</champ>"
	    "<refused key=\"" K12 "\" reason=\"integer\" row=\"2\">"
	    "<label>Montant</label><value>x</value></refused>"
	    "<refused key=\"" K99 "\" reason=\"unknown-champ\">"
	    "<value>y</value></refused>"
	    "<missing key=\"" K2
	    "\" type=\"Text\" source=\"project.title\" field=\"project.title\""
	    " under=\"Titre\">"
	    "<label>Intitulé</label></missing>"
	    "<missing key=\"champ_Q2hhbXAtNw\" type=\"Text\" under=\"Titre\">"
	    "<label>Arrondissement (Var - x)</label></missing>"
	    "<missing key=\"" K9 "\" type=\"Text\" under=\"Suite\">"
	    "<label>Commentaire</label></missing>"
	    "<attachment required=\"true\"><label>Délibération</label>"
	    "</attachment><attachment><label>Plan de situation</label>"
	    "</attachment></payload>";
	struct desk d = desk_open();
	struct demarche of = demarche(&d, 0);
	xmlDocPtr doc = xml_page(d.pool, "p");
	xmlBufferPtr got = xmlBufferCreate();
	struct payload p;

	(void)state;
	desk_type(&d, "authority.kind", -1, "commune");
	assert_int_equal(payload_make(d.pool, &of, d.answers,
			     desk_json(&d,
				 "{\"" K8 "\":[\"79410\",\"79109\"],\"" K10
				 "\":[{\"" K11 "\":\"a < b\"},{\"" K12
				 "\":\"x\"}],\"" K99 "\":\"y\"}"),
			     &p),
	    RC_OK);
	payload_put(&p, d.pool, xmlDocGetRootElement(doc));
	xmlNodeDump(got, doc, xmlDocGetRootElement(doc)->children, 0, 0);
	want_str(0, (const char *)xmlBufferContent(got), want);
	xmlBufferFree(got);
	desk_close(&d);
}

/* An answer in JSON holds the same text as DS receives, and no champ. */
static void
test_json(struct desk *d, const struct payload *p, const char *body)
{
	xmlNodePtr root = xmlDocGetRootElement(xml_page(d->pool, "p")), n;
	xmlChar *json;

	payload_put_json(p, d->pool, root);
	n = xml_child(root, "payload");
	json = xmlNodeGetContent(xml_child(n, "json"));
	want_str(0, (const char *)json, body);
	assert_null(xml_child(n, "champ"));
	assert_non_null(xml_child(n, "refused"));
	xmlFree(json);
}

/* What DS receives: only what was checked, in the order of the form. */
static void
test_body(void **state)
{
	struct desk d = desk_open();
	struct demarche of = demarche(&d, 0);
	struct buf body = { 0 };
	struct payload p;

	(void)state;
	desk_type(&d, "authority.kind", -1, "commune");
	desk_type(&d, "project.title", -1, "\"Le toit\" \\ </script>\n é");
	assert_int_equal(payload_make(d.pool, &of, d.answers,
			     desk_json(&d,
				 "{\"" K8 "\":[\"79410\",\"79109\"],\"" K10
				 "\":[{\"" K11 "\":\"a < b\"},{\"" K12
				 "\":\"x\"}],\"" K99 "\":\"y\"}"),
			     &p),
	    RC_OK);
	payload_body(&p, &body);
	want_str(0, body.data,
	    "{\"" K2 "\":\"\\\"Le toit\\\" \\\\ </script>\\n é\",\"" K3
	    "\":\"Commune\",\"" K8 "\":[\"79410\",\"79109\"],\"" K10
	    "\":[{\"" K11 "\":\"a < b\"}]}");
	test_json(&d, &p, body.data);
	buf_reset(&body);
	p.n = 0;
	payload_body(&p, &body);
	want_str(1, body.data, "{}");
	buf_free(&body);
	desk_close(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_body),
		cmocka_unit_test(test_make),
		cmocka_unit_test(test_elsewhere),
		cmocka_unit_test(test_territory),
		cmocka_unit_test(test_keys),
		cmocka_unit_test(test_put),
	};

	base_serve(answers);
	return cmocka_run_group_tests_name("payload", tests, NULL, NULL);
}
