/* test_apply_payload.c - the API of payloads, from a body to what is said of it. */

#include "apply/apply.h"
#include "known.h"
#include "payload/source_parse.h"
#include "xml/xml.h"

static const struct base_answer answers[] = {
	KNOWN_ANSWERS,
	{ Q_GAZETTEER_VERSION, NULL, "#1" },
	{ Q_GAZETTEER_MEANINGS, NULL, "" },
	{ Q_GAZETTEER_PLACES, NULL,
	    "#1;#1;79109;Échiré;217901099;~;#3400;79;79410\n"
	    "#2;#1;79249;Jean;~;~;#10;79;79410\n"
	    "#3;#1;17001;Jean;~;~;#10;17;17000\n" },
	{ Q_GAZETTEER_LINKS, NULL, "" },
	{ Q_GAZETTEER_NAMES, NULL, "" },
	{ Q_AUTHORITY_OF, "id=1",
	    "#1;79109;Échiré;217901099;#3400;"
	    "79410;79;Deux-Sèvres;75;Nouvelle-Aquitaine;~;~;~;~\n" },
	{ Q_AUTHORITY_CHOICES, "ids=2 values",
	    "#2;Commune;Jean;#10;217902493;79;Deux-Sèvres;commune\n"
	    "#3;Commune;Jean;#10;~;17;Charente-Maritime;commune\n" },
	{ Q_AUTHORITY_CHOICES, "ids=1",
	    "#1;Commune;Échiré;#3400;217901099;79;Deux-Sèvres;commune\n" },
	{ Q_ZIPS_OF_COMMUNE, "insee=79249", "Saint-Gelais;79410;79249;79\n" },
	{ Q_ZIP_CODES, "zip=79410", "79109\n79249\n" },
};

static struct champ form[] = {
	{ .id = 1, .kind = CHAMP_TEXT, .type = "Text", .label = "A" },
	{ .id = 2, .kind = CHAMP_TEXT, .type = "Text", .label = "B" },
	{ .id = 3, .kind = CHAMP_COMMUNE, .type = "Commune", .label = "C" },
};
static struct source sources[] = {
	{ 1, 0, "authority.name", "", true, "", NULL },
	{ 2, 0, "project.place", "", true, "", NULL },
	{ 3, 0, "project.commune", "", true, "", NULL },
};
static struct demarche demarche = { .number = 42,
	.state = "publiee",
	.champ = form,
	.n = 3,
	.source = sources,
	.nsources = 3 };

/* want: values of champs by " ; ", then "!key reason", or "?" when it is unsure,
 * and how many it may be. */
static const struct {
	const char *body, *want;
} rows[] = {
	{ "{}", "" },
	{ "{\"authority\":\"79109\"}", "Échiré ; 79410 Échiré ; 79410,79109" },
	{ "{\"authority\":217901099}", "Échiré ; 79410 Échiré ; 79410,79109" },
	{ "{\"siren\":\"217901099\"}", "Échiré ; 79410 Échiré ; 79410,79109" },
	{ "{\"insee\":\"79109\"}", "Échiré ; 79410 Échiré ; 79410,79109" },
	{ "{\"authority\":{\"siren\":\"217901099\"}}",
	    "Échiré ; 79410 Échiré ; 79410,79109" },
	/* what is said goes before what is found, in any order */
	{ "{\"authority\":\"79109\",\"project\":{\"place\":\"Niort\","
	  "\"commune\":\"79249\"}}",
	    "Échiré ; Niort ; 79410,79249" },
	{ "{\"project.place\":\"Niort\",\"siren\":\"217901099\"}",
	    "Échiré ; Niort ; 79410,79109" },
	{ "{\"authority\":\"79109\",\"champ_Q2hhbXAtMQ\":\"x\"}",
	    "x ; 79410 Échiré ; 79410,79109" },
	/* whom it could not find */
	{ "{\"authority\":\"Jean\"}", "!authority ambiguous 2" },
	{ "{\"authority\":\"Échirée\"}", "!authority unsure 1" },
	/* a name is a value, whatever place it may mean */
	{ "{\"authority.name\":\"Jean\"}",
	    "?authority.name ambiguous 2 ; Jean" },
	{ "{\"authority.name\":\"Échirée\"}",
	    "?authority.name unsure 1 ; Échirée" },
	{ "{\"authority.name\":\"Syndicat des eaux\"}", "Syndicat des eaux" },
	{ "{\"authority\":\"99999\"}", "!authority authority" },
	{ "{\"authority\":\"217901098\"}", "!authority siren" },
	{ "{\"siren\":\"217901098\"}", "!authority.siren siren" },
	{ "{\"authority\":true}", "!authority fact" },
	/* faults of facts, then of champs */
	{ "{\"champ_Q2hhbXAtOQ\":\"x\",\"couleur\":\"y\"}",
	    "!couleur fact ; !champ_Q2hhbXAtOQ unknown-champ" },
};

static const char * and
    (struct pool * pool, const char *s, const char *mark, const char *more)
{
	return pool_printf(pool, "%s%s%s", s, *s != '\0' ? mark : "", more);
}

static const char *
property(struct pool *pool, xmlNodePtr n, const char *name)
{
	xmlChar *s = xmlGetProp(n, (const xmlChar *)name);
	char *copy = pool_strdup(pool, s != NULL ? (char *)s : "");

	xmlFree(s);
	return copy;
}

/* " 2" of a node with two candidates. */
static const char *
candidates(struct pool *pool, xmlNodePtr n)
{
	xmlNodePtr choices = xml_child(n, "choices");

	return choices == NULL
	    ? ""
	    : pool_printf(pool, " %lu", xmlChildElementCount(choices));
}

/* Adds what the children of n say. */
static const char *
told(struct pool *pool, const char *s, xmlNodePtr n)
{
	for (n = n->children; n != NULL; n = n->next) {
		const char *name = (const char *)n->name, *v = "";

		if (strcmp(name, "refused") == 0 || strcmp(name, "unsure") == 0)
			s = and(pool, s, " ; ",
			    pool_printf(pool, "%s%s %s%s",
				*name == 'r' ? "!" : "?",
				property(pool, n, "key"),
				property(pool, n, "reason"),
				candidates(pool, n)));
		for (xmlNodePtr c = n->children;
		     c != NULL && strcmp(name, "champ") == 0; c = c->next)
			if (strcmp((const char *)c->name, "value") == 0 ||
			    strcmp((const char *)c->name, "item") == 0)
				v = and(pool, v, ",",
				    (const char *)c->children->content);
		if (strcmp(name, "champ") == 0)
			s = and(pool, s, " ; ", v);
	}
	return s;
}

static enum rc
post(struct desk *d, struct response *resp, const char *body, const char *media)
{
	struct apply_memory m = { .facts = d->facts,
		.territory = d->territory };

	struct context ctx = { .pool = d->pool };
	struct request req = { .body = body,
		.body_n = strlen(body),
		.media = media };

	*resp = (struct response){ .root = xmlDocGetRootElement(
				       xml_page(d->pool, "p")) };
	sources_parse(d->pool, d->facts, &demarche);
	return apply_payload(&ctx, &req, resp, &m, &demarche);
}

static void
test_bodies(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct desk d = desk_open();
		struct response resp;
		const char *got;

		want_int(i, post(&d, &resp, rows[i].body, "application/json"),
		    RC_OK);
		got = told(d.pool, "", xml_child(resp.root, "faults"));
		got = told(d.pool, got, xml_child(resp.root, "payload"));
		want_str(i, got, rows[i].want);
		desk_close(&d);
	}
}

/* What is no body of this API. */
static void
test_refused(void **state)
{
	static const struct {
		const char *media, *body;
		enum rc rc;
	} bodies[] = {
		{ "application/json; charset=utf-8", "{}", RC_OK },
		{ "Application/JSON", "{}", RC_OK },
		{ NULL, "{}", RC_BAD_PARAM },
		{ "text/plain", "{}", RC_BAD_PARAM },
		{ "application/json", "", RC_BAD_PARAM },
		{ "application/json", "[]", RC_BAD_PARAM },
		{ "application/json", "null", RC_BAD_PARAM },
		{ "application/json", "{", RC_BAD_PARAM },
		{ "application/json", "{} {}", RC_BAD_PARAM },
		{ "application/json", "{\"project.title\":\"\xff\"}",
		    RC_BAD_PARAM },
		{ "application/json", "{\"project.title\":\"a\\u0000b\"}",
		    RC_OK },
		{ "application/json", "{\"a\\u0000b\":1}", RC_BAD_PARAM },
		{ "application/json", "{\"a\":99999999999999999999}", RC_OK },
		{ "application/json;charset=utf-8", "{}", RC_OK },
		{ "application/jsonp", "{}", RC_BAD_PARAM },
	};

	(void)state;
	for (size_t i = 0; i < ROWS(bodies); i++) {
		struct desk d = desk_open();
		struct response resp;

		want_int(i, post(&d, &resp, bodies[i].body, bodies[i].media),
		    bodies[i].rc);
		if (i == 3)
			want_str(i, resp.fault.value, "text/plain");
		desk_close(&d);
	}
}

static void
test_away(void **state)
{
	static const char *const queries[] = { "gazetteer_version",
		"authority_of", "zips_of_commune", "zip_codes" };

	(void)state;
	for (size_t i = 0; i < ROWS(queries); i++) {
		struct desk d = desk_open();
		struct response resp;

		gazetteer_forget(&desk_names);
		base.away = queries[i];
		want_int(i,
		    post(&d, &resp,
			"{\"authority\":\"79109\","
			"\"project.commune\":\"79249\"}",
			"application/json"),
		    RC_UNAVAILABLE);
		base.away = NULL;
		desk_close(&d);
	}
}

/* A postal code is asked of the base once. */
static void
test_codes_kept(void **state)
{
	struct desk d = desk_open();
	struct response resp;

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		base.away = i > 0 ? "zip_codes" : NULL;
		want_int(i,
		    post(&d, &resp,
			"{\"authority\":\"79109\","
			"\"project.commune\":\"79249\"}",
			"application/json"),
		    RC_OK);
	}
	base.away = NULL;
	desk_close(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bodies),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_away),
		cmocka_unit_test(test_codes_kept),
	};

	base_serve(answers);
	return cmocka_run_group_tests_name("apply_payload", tests, NULL, NULL);
}
