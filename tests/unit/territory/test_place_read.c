/* test_place_read.c - what a reader writes as a place, over perimeters of the
 * test's own. */

#include "base.h"
#include "gen/queries/territory.h"
#include "territory/place_name.h"
#include "territory/place_read.h"
#include "xml/xml.h"

/* By the columns of perimeter_chains: key, id, scale, its id and name, code,
 * name, kind, population, department. */
#define ECHIRE "#1000109;#1000109;commune;#1;Commune;79109;Échiré;~;#3000;79"
#define NIORT "#1000191;#1000191;commune;#1;Commune;79191;Niort;~;#59000;79"
#define EPCI(of) \
	of ";#1008041;epci;#5;EPCI;200041317;CA du Niortais;~;#120000;79"
#define DEPARTMENT(of) \
	of ";#1010079;department;#10;Département;79;Deux-Sèvres;~;~;79"

/* By those of perimeter_suggest: id, scale, its id and name, code, name, and in
 * the last column whether the name is the whole one. */
#define SUGGESTED(id, name, exact) \
	id ";commune;#1;Commune;79000;" name ";~;~;~;~;~;~;" exact

static const struct base_answer answers[] = {
	{ Q_PERIMETER_CHAINS, "ids=1000109",
	    ECHIRE "\n" EPCI("#1000109") "\n" DEPARTMENT("#1000109") },
	{ Q_PERIMETER_CHAINS, "ids=1000191",
	    NIORT "\n" EPCI("#1000191") "\n" DEPARTMENT("#1000191") },
	{ Q_PERIMETER_CHAINS, "ids=1010079", DEPARTMENT("#1010079") },
	{ Q_PERIMETER_MATCHES, "ids=1010079",
	    "#1010079;#1000191\n#1010079;#1000109" },
	{ Q_PERIMETERS_OF_CODES, "codes=79109", "79109;#1000109" },
	{ Q_PERIMETERS_OF_CODES, "codes=79191", "79191;#1000191" },
	{ Q_PERIMETERS_OF_CODES, "codes=79", "79;#1010079" },
	{ Q_PERIMETER_BY_CODE, "code=200041317", "#1010079" },
	{ Q_PERIMETER_BY_ZIP, "zip=79410", "#1000109" },
	{ Q_PERIMETER_BY_ZIP, "zip=79000", "#1000191\n#1000109" },
	{ Q_PERIMETER_SUGGEST, "folded=echire",
	    SUGGESTED("#1000109", "Échiré", "#1") },
	{ Q_PERIMETER_SUGGEST, "folded=niort",
	    SUGGESTED("#1000191", "Niort", "#1") "\n" SUGGESTED("#1000192",
		"Niort-de-Sault", "~") },
	{ Q_PERIMETER_SUGGEST, "folded=saint",
	    SUGGESTED("#1000200", "Saint-A", "~") "\n" SUGGESTED("#1000201",
		"Saint-B", "~") },
};

static const struct param params[] = { { "perimeter_id", PARAM_TEXT,
					   .max = 255 },
	{ "perimeter_codes", PARAM_CODE, .list = true },
	{ "perimeter_q", PARAM_TEXT, .max = 200 }, { 0 } };

/* asked: ids, then department, scale; open: by the number of choices. */
static const struct {
	const char *query, *want;
	enum rc rc;
} rows[] = {
	{ "", "", RC_OK },
	{ "perimeter_q=", "", RC_OK },
	/* postal codes, then codes, then names */
	{ "perimeter_q=79410", "1000109 of 79", RC_OK },
	{ "perimeter_q=79000", "open 2", RC_OK },
	{ "perimeter_q=79109", "1000109 of 79", RC_OK },
	{ "perimeter_q=20004+1317", "1010079 of 79", RC_OK },
	{ "perimeter_q=200041317+00017", "1010079 of 79", RC_OK },
	{ "perimeter_q=%C3%89chir%C3%A9", "1000109 of 79", RC_OK },
	{ "perimeter_q=echire+(79)", "1000109 of 79", RC_OK },
	{ "perimeter_q=79410+%C3%89chir%C3%A9", "1000109 of 79", RC_OK },
	{ "perimeter_q=Niort", "1000191 of 79", RC_OK }, /* just one so named */
	{ "perimeter_q=saint", "open 2", RC_OK },
	{ "perimeter_q=nulle-part", "open 0", RC_OK },
	{ "perimeter_q=(79)", "open 0", RC_OK },
	/* ids, ours and those of Aides-territoires */
	{ "perimeter_id=1000109", "1000109 of 79", RC_OK },
	{ "perimeter_id=1000109&perimeter_q=%C3%89chir%C3%A9+(79)",
	    "1000109 of 79", RC_OK },
	{ "perimeter_id=1000109&perimeter_q=Niort", "1000191 of 79", RC_OK },
	{ "perimeter_id=79191", "1000191 of 79", RC_OK },
	{ "perimeter_id=70973-echire", "1000109 of 79", RC_OK },
	{ "perimeter_id=9999999", "", RC_BAD_PARAM },
	{ "perimeter_id=12", "", RC_BAD_PARAM },
	/* codes: several, the same twice, one of nothing */
	{ "perimeter_codes=79109&perimeter_codes=79191",
	    "1000109 1000191 of 79", RC_OK },
	{ "perimeter_codes=79109&perimeter_codes=79109", "1000109 of 79",
	    RC_OK },
	{ "perimeter_codes=79109&perimeter_codes=99999", "", RC_BAD_PARAM },
};

struct desk {
	struct context ctx;
	struct request req;
	struct response resp;
};

static struct desk
desk_open(void)
{
	struct desk d = { .ctx = { .pool = pool_new(),
			      .rows = row_cache_new(1 << 16) } };

	row_cache_begin(d.ctx.rows, 1);
	d.req.path = "/aides/";
	d.resp.root = xmlDocGetRootElement(xml_page(d.ctx.pool, "test"));
	d.resp.asked = xml_add(d.resp.root, "asked");
	return d;
}

static void
desk_close(struct desk *d)
{
	row_cache_free(d->ctx.rows);
	pool_free(d->ctx.pool);
}

static enum rc
desk_read(struct desk *d, const char *query, struct place *p)
{
	struct request req;

	*p = (struct place){ .nasked = 0 };
	assert_int_equal(request_with_query(&d->req, d->ctx.pool, params, query,
			     &req, &d->resp.fault),
	    RC_OK);
	return place_read(&d->ctx, &req, &d->resp, p);
}

static const char *
told(struct desk *d, const struct place *p)
{
	xmlNodePtr choices = xml_child(d->resp.root, "choices");
	const char *s = "";

	if (p->open)
		return pool_printf(d->ctx.pool, "open %lu",
		    xmlChildElementCount(choices));
	for (size_t i = 0; i < p->nasked; i++)
		s = pool_printf(d->ctx.pool, "%s%u ", s, p->asked[i]);
	return p->nasked == 0
	    ? ""
	    : pool_printf(d->ctx.pool, "%sof %s", s, p->department);
}

static void
test_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct desk d = desk_open();
		struct place p;

		want_int(i, desk_read(&d, rows[i].query, &p), rows[i].rc);
		if (rows[i].rc == RC_OK) {
			want_str(i, told(&d, &p), rows[i].want);
			want_int(i, p.given, *rows[i].want != '\0');
		}
		desk_close(&d);
	}
}

/* Whose aids apply: containers for a commune, what is within for a department;
 * by rising id. */
static void
test_matches(void **state)
{
	struct desk d = desk_open();
	struct place p, wide;
	const char *name;

	(void)state;
	desk_read(&d, "perimeter_codes=79109", &p);
	assert_int_equal(p.n, 3);
	assert_int_equal(p.match[0], 1000109);
	assert_int_equal(p.match[1], 1008041);
	assert_int_equal(p.match[2], 1010079);
	assert_int_equal(p.scale, 1);
	assert_int_equal(p.epci, 1008041);
	assert_string_equal(p.name[0], "Échiré");
	assert_int_equal(place_department(&d.ctx, &p, &wide, &name), RC_OK);
	assert_string_equal(name, "Deux-Sèvres");
	assert_int_equal(wide.asked[0], 1010079);
	assert_int_equal(wide.n, 3);
	assert_int_equal(wide.match[0], 1000109);
	/* There is none around a department, nor around two communes. */
	assert_int_equal(place_department(&d.ctx, &wide, &p, &name), RC_OK);
	assert_int_equal(p.nasked, 0);
	desk_read(&d, "perimeter_codes=79109&perimeter_codes=79191", &p);
	place_department(&d.ctx, &p, &wide, &name);
	assert_int_equal(wide.nasked, 0);
	desk_close(&d);
}

/* Each candidate has the address that chooses it; what was chosen is shown with
 * its containers, the nearest first. */
static void
test_document(void **state)
{
	struct desk d = desk_open();
	struct place p;
	xmlNodePtr n;
	xmlChar *s;

	(void)state;
	desk_read(&d, "perimeter_q=saint", &p);
	n = xml_child(d.resp.root, "choices")->last;
	s = xmlGetProp(n, (const xmlChar *)"href");
	assert_string_equal(s, "/aides/?perimeter_id=1000201");
	xmlFree(s);
	desk_read(&d, "perimeter_codes=79109", &p);
	n = xml_child(d.resp.asked, "perimeter");
	s = xmlGetProp(n, (const xmlChar *)"name");
	assert_string_equal(s, "Échiré");
	xmlFree(s);
	assert_int_equal(xmlChildElementCount(n), 2);
	s = xmlGetProp(n->children, (const xmlChar *)"name");
	assert_string_equal(s, "CA du Niortais");
	xmlFree(s);
	desk_close(&d);
}

static const struct {
	const char *typed, *folded, *hint;
} names[] = {
	{ "Échiré", "echire", "" },
	{ "Échiré (79)", "echire", "79" },
	{ "79410 Échiré", "echire", "79" },
	{ "97410 St-Pierre", "saint pierre", "974" },
	{ "Échiré 79", "echire", "79" },
	{ "Ajaccio 2A", "ajaccio", "2a" },
	{ "Niort (Deux-Sèvres)", "niort", "deux sevres" },
	{ "Villers le Lac", "villers le lac", "" },
	{ "79410", "79410", "" },
	{ "(79)", "79", "79" },
	{ "", "", "" },
};

static void
test_names(void **state)
{
	char folded[256], hint[256];

	(void)state;
	for (size_t i = 0; i < ROWS(names); i++) {
		place_name_split(names[i].typed, folded, hint, sizeof(folded));
		want_str(i, folded, names[i].folded);
		want_str(i, hint, names[i].hint);
	}
	assert_true(place_name_is("Échiré", "echire (79)"));
	assert_true(place_name_is("Saint-Pierre", "St Pierre"));
	assert_false(place_name_is("Échiré", "Niort"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read),
		cmocka_unit_test(test_matches),
		cmocka_unit_test(test_document),
		cmocka_unit_test(test_names),
	};

	base_serve(answers);
	return cmocka_run_group_tests_name("place_read", tests, NULL, NULL);
}
