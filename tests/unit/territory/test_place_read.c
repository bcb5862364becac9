/* test_place_read.c - what a reader writes as a place, over perimeters of the
 * test's own. */

#include "base.h"
#include "gen/queries/gazetteer.h"
#include "gen/queries/territory.h"
#include "territory/place_read.h"
#include "xml/xml.h"

/* By the columns of perimeter_chains: key, id, scale, its id and name, code,
 * name, kind, population, department. */
#define ECHIRE "#1000109;#1000109;commune;#1;Commune;79109;Échiré;~;#3000;79"
#define NIORT "#1000191;#1000191;commune;#1;Commune;79191;Niort;~;#59000;79"
#define ESSAI(id) id ";" id ";commune;#1;Commune;79004;Essai;~;#80;79"
#define EPCI(of) \
	of ";#1008041;epci;#5;EPCI;200041317;CA du Niortais;~;#120000;79"
#define DEPARTMENT(of) \
	of ";#1010079;department;#10;Département;79;Deux-Sèvres;~;~;79"

/* By those of gazetteer_places: id, scale, code, name, SIREN, kind, people,
 * department, postal codes. */
#define PLACES \
	"#1000109;#1;79109;Échiré;217901099;~;#3000;79;79410 79000\n" \
	"#1000191;#1;79191;Niort;~;~;#59000;79;79000\n" \
	"#1000192;#1;11266;Niort-de-Sault;~;~;#20;11;11140\n" \
	"#1000200;#1;01001;Saint-A;~;~;#30;01;01000\n" \
	"#1000201;#1;01002;Saint-B;~;~;#20;01;01000\n" \
	"#1000203;#1;01003;Essai;~;~;#90;01;01500\n" \
	"#1000204;#1;79004;Essai;~;~;#80;79;79500\n" \
	"#1000205;#1;79005;Essai-sur-Mer;~;~;#70;79;79500\n" \
	"#1008041;#5;200041317;CA du Niortais;200041317;CA;#120000;79;~\n" \
	"#1010001;#10;01;Ain;~;~;~;01;~\n" \
	"#1010079;#10;79;Deux-Sèvres;~;~;#370000;79;~\n"

/* By those of perimeters_shown. */
#define SHOWN(id, name) \
	id ";" id ";commune;#1;Commune;79000;" name ";~;~;~;~;~\n"

static const struct base_answer answers[] = {
	{ Q_PERIMETER_CHAINS, "ids=1000109",
	    ECHIRE "\n" EPCI("#1000109") "\n" DEPARTMENT("#1000109") },
	{ Q_PERIMETER_CHAINS, "ids=1000191",
	    NIORT "\n" EPCI("#1000191") "\n" DEPARTMENT("#1000191") },
	{ Q_PERIMETER_CHAINS, "ids=1000203",
	    ESSAI("#1000203") "\n#1000203;#1010001;department;#10;Département;"
			      "01;Ain;~;~;01" },
	{ Q_PERIMETER_CHAINS, "ids=1000204",
	    ESSAI("#1000204") "\n" DEPARTMENT("#1000204") },
	{ Q_PERIMETER_CHAINS, "ids=1010079", DEPARTMENT("#1010079") },
	{ Q_PERIMETER_MATCHES, "ids=1010079",
	    "#1010079;#1000191\n#1010079;#1000109" },
	{ Q_PERIMETER_CHAINS, "ids=1008041", EPCI("#1008041") },
	{ Q_PERIMETERS_OF_CODES, "codes=79109", "79109;#1000109" },
	{ Q_PERIMETERS_OF_CODES, "codes=79191", "79191;#1000191" },
	{ Q_PERIMETERS_OF_CODES, "codes=79", "79;#1010079" },
	{ Q_PERIMETER_BY_CODE, "code=79109",
	    "#1000109;commune;#1;Commune;79109;Échiré" },
	{ Q_PERIMETER_BY_CODE, "code=71191",
	    "#1000191;commune;#1;Commune;71191;Niort" },
	{ Q_PERIMETER_BY_CODE, "code=71043",
	    "#1000109;commune;#1;Commune;71043;Échiré" },
	{ Q_PERIMETER_OF_AT, "at=71043", "#1010079;Deux-Sèvres" },
	{ Q_PERIMETER_OF_AT, "at=70956", "#1010079;Deux-Sèvres" },
	{ Q_PERIMETER_AT_COMMUNES, NULL, "" },
	{ Q_GAZETTEER_VERSION, NULL, "#1" },
	{ Q_GAZETTEER_MEANINGS, NULL, "body;mairie;commune" },
	{ Q_GAZETTEER_PLACES, NULL, PLACES },
	{ Q_GAZETTEER_SCALES, NULL, "#1;commune;Commune\n#5;epci;EPCI" },
	{ Q_GAZETTEER_LINKS, NULL,
	    "#1000109;2016082 2020158\n#1000191;2016082 2020158\n"
	    "#1000203;2020002\n#1000204;2020158" },
	{ Q_GAZETTEER_NAMES, NULL, "" },
	{ Q_PERIMETERS_SHOWN, NULL,
	    SHOWN("#1000109", "Échiré") SHOWN("#1000191", "Niort")
		SHOWN("#1000200", "Saint-A") SHOWN("#1000201", "Saint-B")
		    SHOWN("#1000192", "Niort-de-Sault") SHOWN("#1010079",
			"Deux-Sèvres") SHOWN("#1008041", "CA du Niortais")
			SHOWN("#1000203", "Essai") SHOWN("#1000204", "Essai")
			    SHOWN("#1000205", "Essai-sur-Mer") },
};

static const struct param params[] = { { "perimeter_id", PARAM_TEXT,
					   .alias = "perimeter", .max = 255 },
	{ "perimeter_codes", PARAM_CODE, .list = true },
	{ "perimeter_q", PARAM_TEXT, .max = 200 }, { 0 } };

/* asked: ids, then department, scale; open: by the number of choices. */
static const struct {
	const char *query, *want;
	enum rc rc;
} rows[] = {
	{ "", "", RC_OK },
	{ "perimeter_q=", "", RC_OK },
	{ "perimeter_q=79410", "1000109 of 79", RC_OK },
	{ "perimeter_q=79000", "open 2", RC_OK },
	{ "perimeter_q=79109", "1000109 of 79", RC_OK },
	{ "perimeter_q=20004+1317", "1008041 of 79", RC_OK },
	{ "perimeter_q=200041317+00017", "1008041 of 79", RC_OK },
	{ "perimeter_q=%C3%89chir%C3%A9", "1000109 of 79", RC_OK },
	{ "perimeter_q=mairie+d%27Echire", "1000109 of 79", RC_OK },
	{ "perimeter_q=79410+%C3%89chir%C3%A9", "1000109 of 79", RC_OK },
	{ "perimeter_q=Niort", "1000191 of 79", RC_OK },
	{ "perimeter_q=Nior", "open 3", RC_OK },
	{ "perimeter_q=Niort-de", "open 2", RC_OK },
	{ "perimeter_q=saint", "open 2", RC_OK },
	{ "perimeter_q=nulle-part", "open 0", RC_OK },
	{ "perimeter_q=(99)", "open 0", RC_OK },
	/* ids, ours and those of Aides-territoires */
	{ "perimeter_id=1000109", "1000109 of 79", RC_OK },
	{ "perimeter_id=1000109&perimeter_q=%C3%89chir%C3%A9+(79)",
	    "1000109 of 79", RC_OK },
	{ "perimeter_id=1000109&perimeter_q=Niort", "1000191 of 79", RC_OK },
	/* the form keeps the id of one, the reader says another */
	{ "perimeter_q=Essai", "open 3", RC_OK },
	{ "perimeter_id=1000203&perimeter_q=Essai", "1000203 of 01", RC_OK },
	{ "perimeter_id=1000203&perimeter_q=essai+!", "1000203 of 01", RC_OK },
	{ "perimeter_id=1000203&perimeter_q=Essai+(79)", "1000204 of 79",
	    RC_OK },
	{ "perimeter_id=1000203&perimeter_q=Essai+79", "1000204 of 79", RC_OK },
	{ "perimeter_id=1000203&perimeter_q=79500+Essai", "1000204 of 79",
	    RC_OK },
	{ "perimeter_id=1000203&perimeter_q=Essai+(Deux-S%C3%A8vres)",
	    "1000204 of 79", RC_OK },
	{ "perimeter_id=1000203&perimeter_q=Essai+(01)", "1000203 of 01",
	    RC_OK },
	{ "perimeter_id=1000203&perimeter_q=mairie+d%27Essai", "1000203 of 01",
	    RC_OK },
	{ "perimeter_id=1000205&perimeter_q=Essai", "open 3", RC_OK },
	{ "perimeter_id=1000191&perimeter_q=79000", "1000191 of 79", RC_OK },
	{ "perimeter_id=1000191&perimeter_q=nulle-part", "open 0", RC_OK },
	{ "perimeter_id=79109", "1000109 of 79", RC_OK },
	{ "perimeter_id=71043", "open 2", RC_OK },
	{ "perimeter=71043", "1010079 of 79", RC_OK },
	{ "perimeter_id=71043-deux-sevres", "1010079 of 79", RC_OK },
	{ "perimeter_id=71043-echire", "1000109 of 79", RC_OK },
	{ "perimeter_id=71043-niort", "1000191 of 79", RC_OK },
	{ "perimeter=70956", "1010079 of 79", RC_OK },
	{ "perimeter=79109", "open 1", RC_OK }, /* perhaps one of AT */
	{ "perimeter_id=12-niort", "1000191 of 79", RC_OK },
	{ "perimeter_id=insee:79109", "1000109 of 79", RC_OK },
	{ "perimeter_id=9999999", "", RC_OK },
	{ "perimeter_id=99999", "", RC_OK },
	{ "perimeter_id=12", "", RC_OK },
	/* codes: several, the same twice, one of nothing */
	{ "perimeter_codes=79109&perimeter_codes=79191",
	    "1000109 1000191 of 79", RC_OK },
	{ "perimeter_codes=79109&perimeter_codes=79109", "1000109 of 79",
	    RC_OK },
	{ "perimeter_codes=79109&perimeter_codes=99999", "1000109 of 79",
	    RC_OK },
};

static struct gazetteer_kept kept;

struct desk {
	struct context ctx;
	struct request req;
	struct response resp;
};

static struct desk
desk_open(void)
{
	struct desk d = { .ctx = { .pool = pool_new(),
			      .rows = row_cache_new(1 << 16),
			      .places = &kept } };

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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read),
		cmocka_unit_test(test_matches),
		cmocka_unit_test(test_document),
	};

	base_serve(answers);
	return cmocka_run_group_tests_name("place_read", tests, NULL, NULL);
}
