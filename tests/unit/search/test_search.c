/* test_search.c - a search within a base question: a reader narrows its answer
 * and never widens it, in the list, its total and the relaxations. */

#include "base.h"
#include "gen/queries/aids.h"
#include "gen/queries/engine.h"
#include "gen/queries/index.h"
#include "gen/queries/territory.h"
#include "gen/queries/vocabulary.h"
#include "search/search.h"
#include "xml/xml.h"

/* Bits of facets: a type, then an audience; a grant with the first step. */
#define GRANT_COMMUNE "65537"
#define GRANT_EPCI "65538"
#define GRANT_EPCI_STEP "4295032834"
#define LOAN_COMMUNE "131073"

/* id;perimeter;scale;generic;opens;closes;fresh;published;facets;categories */
#define AID(id, perimeter, scale, generic, facets) \
	"#" #id ";#" #perimeter ";#" #scale ";" generic ";~;~;~;#1;#" facets \
	";~;~\n"

/* France (1) holds a department (2), which holds a commune (3), and another
 * commune (4).  11 is the version of 10 in the department. */
#define AIDS \
	AID(10, 1, 20, "~", GRANT_COMMUNE) \
	AID(11, 2, 10, "#10", GRANT_COMMUNE) \
	AID(20, 1, 20, "~", LOAN_COMMUNE) \
	AID(21, 3, 1, "~", GRANT_EPCI)
#define LAST_AIDS \
	AID(30, 1, 20, "~", GRANT_EPCI_STEP) AID(40, 4, 1, "~", LOAN_COMMUNE)

/* ^;id;scale;scale-id;scale-name;code;name;kind;population;department;zips */
#define CHAIN(of, id, scale, code) \
	"#" #of ";#" #id ";~;#" #scale ";~;" code ";" code "\n"

/* What does not change; the aids come first. */
#define REST \
	{ Q_PROGRAM_IDS, NULL, "#1\n#2\n" }, \
	    { Q_PROGRAM_MEMBERS, NULL, \
		    "#10;#1\n#20;#1\n#20;#2\n#30;#1\n#40;#1\n" }, \
	    { Q_PROGRAM_NAMES, NULL, "#1;wide;Wide\n#2;loans;Loans\n" }, \
	    { Q_AIDS_OF_PROGRAMS, "programs=wide", "#10\n#20\n#30\n#40\n" }, \
	    { Q_AIDS_OF_PROGRAMS, "programs=loans", "#20\n" }, \
	    { Q_LIST_ENTRIES, NULL, \
		    "audience;#1;commune;Commune\naudience;#2;epci;EPCI\n" \
		    "audience;#3;region;Region\ntype;#1;grant;Grant\n" \
		    "type;#2;loan;Loan\nstep;#1;first;First\n" \
		    "step;#2;second;Second\n" }, \
	    { Q_PERIMETERS_OF_CODES, NULL, "79;#2\n79109;#3\n75056;#4\n" }, \
	    { Q_PERIMETER_CHAINS, NULL, \
		    CHAIN(2, 2, 10, "79") CHAIN(2, 1, 20, "FR") CHAIN(3, 3, 1, \
			"79109") CHAIN(3, 2, 10, "79") CHAIN(3, 1, 20, "FR") \
			CHAIN(4, 4, 1, "75056") CHAIN(4, 1, 20, "FR") }, \
	    { Q_PERIMETER_MATCHES, NULL, "#2;#1\n#2;#2\n#2;#3\n" }, \
	{ \
		Q_AID_CARDS, NULL, \
		    "#10;;10 \n#11;;11 \n#20;;20 \n#21;;21 \n#30;;30 \n" \
		    "#40;;40 \n#50;;50 \n" \
	}

static const struct base_answer first[] = {
	{ Q_AID_INDEX_SINCE, "after=0", AIDS LAST_AIDS }, REST
};

/* Then 21 is a loan, and there is a new grant. */
static const struct base_answer second[] = {
	{ Q_AID_INDEX_SINCE, "after=0",
	    AID(21, 3, 1, "~", LOAN_COMMUNE)
		AID(50, 1, 20, "~", GRANT_COMMUNE) },
	REST
};

/* A search with a pool and a cache of rows, refreshed once. */
struct bench {
	struct context ctx;
	struct search *search;
};

static void
bench_refresh(struct bench *b, unsigned long long version)
{
	row_cache_begin(b->ctx.rows, version);
	assert_int_equal(search_refresh(b->search, &b->ctx, version), RC_OK);
	base.asked[0] = '\0';
}

/* None are known, and none are loaded but for a name that is typed. */
static struct gazetteer_kept places;

static struct bench
bench_open(void)
{
	static char site[] = "https://guichet.example";
	static const struct conf conf; /* without a share folder */
	struct bench b = { .ctx = { .pool = pool_new(),
			       .conf = &conf,
			       .rows = row_cache_new(1 << 20),
			       .places = &places,
			       .base = site },
		.search = search_open() };

	base_serve(first);
	bench_refresh(&b, 1);
	return b;
}

static void
bench_close(struct bench *b)
{
	search_close(b->search);
	gazetteer_forget(&places);
	row_cache_free(b->ctx.rows);
	pool_free(b->ctx.pool);
}

static const char *
value_of(struct pool *pool, xmlNodePtr n, const char *name)
{
	xmlChar *s = xmlGetProp(n, (const xmlChar *)name);
	const char *copy = s != NULL ? pool_strdup(pool, (char *)s) : "";

	xmlFree(s);
	return copy;
}

/* "10 21 of 2; programs 3", the cards, their total, and of each relaxation the
 * parameter and the total; "only" is one that is sought alone. */
static const char *
told(struct pool *pool, xmlNodePtr root)
{
	xmlNodePtr aids = xml_child(root, "aids"),
		   cards = xml_child(aids, "cards"),
		   relax = xml_child(root, "relax");
	const char *s = pool_printf(pool, "%sof %s",
	    cards != NULL ? (char *)cards->children->content : "",
	    value_of(pool, aids, "total"));

	for (xmlNodePtr n = relax != NULL ? relax->children : NULL; n != NULL;
	     n = n->next)
		s = pool_printf(pool, "%s; %s%s %s", s,
		    *value_of(pool, n, "only") != '\0' ? "only " : "",
		    strcmp((const char *)n->name, "wider") == 0
			? "wider"
			: value_of(pool, n, "param"),
		    value_of(pool, n, "total"));
	return s;
}

/* Answers the query of a reader within the base, or within all for NULL. */
static enum rc
ask(struct bench *b, const char *preset, const char *query, const char **answer)
{
	const struct search_base within = { preset };
	struct request plain = { .path = "/",
		.today = "1970-01-11",
		.day = 10,
		.deadline = 1e300 },
		       req;
	struct response resp = { .root = xmlDocGetRootElement(
				     xml_page(b->ctx.pool, "test")) };
	enum rc rc;

	b->ctx.args = NULL;
	resp.asked = xml_add(resp.root, "asked");
	assert_int_equal(request_with_query(&plain, b->ctx.pool,
			     question_params, query, &req, &resp.fault),
	    RC_OK);
	rc = search_answer(b->search, &b->ctx, &req, &resp,
	    preset != NULL ? &within : NULL);
	*answer = rc == RC_OK ? told(b->ctx.pool, resp.root) : NULL;
	return rc;
}

static const struct {
	const char *preset, *query, *answer;
} rows[] = {
	{ NULL, "", "40 30 21 20 10 of 5" },
	{ "aid_type_slugs=grant", "", "30 21 10 of 3" },
	/* another value of the same filter, a filter of its own */
	{ "aid_type_slugs=grant", "aid_type_slugs=loan",
	    "of 0; aid_type_slugs 3" },
	{ "aid_type_slugs=grant", "organization_type_slugs=epci",
	    "30 21 of 2; organization_type_slugs 3" },
	/* a set beside that of the base */
	{ "aid_type_slugs=grant", "programs=wide", "30 10 of 2; programs 3" },
	{ "programs=wide", "programs=loans", "20 of 1; programs 4" },
	{ "programs=loans", "programs=wide", "20 of 1" },
	/* a base holds both versions of an aid: the place tells which is shown */
	{ "aid_type_slugs=grant", "perimeter_codes=79109", "21 11 30 of 3" },
	{ "aid_type_slugs=grant", "perimeter_codes=75056",
	    "30 10 of 2; perimeter_codes 3" },
	/* a place within a place */
	{ "perimeter_codes=79109", "perimeter_codes=75056",
	    "30 20 10 of 3; perimeter_codes 4" },
	{ "perimeter_codes=75056", "perimeter_codes=79109",
	    "30 20 10 of 3; perimeter_codes 4" },
	{ "perimeter_codes=79", "perimeter_codes=75056",
	    "30 20 10 of 3; perimeter_codes 4" },
	/* no criterion taken off finds anything: the place alone */
	{ "aid_type_slugs=grant",
	    "perimeter_codes=75056&organization_type_slugs=region&"
	    "aid_step_slugs=second",
	    "of 0; only perimeter_codes 2" },
	{ "organization_type_slugs=region", "aid_type_slugs=loan", "of 0" },
};

static void
test_within(void **state)
{
	struct bench b = bench_open();
	const char *answer;

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		want_int(i, ask(&b, rows[i].preset, rows[i].query, &answer),
		    RC_OK);
		want_str(i, answer, rows[i].answer);
	}
	bench_close(&b);
}

/* A base is sought once a version of the data, and anew at the next. */
static void
test_version(void **state)
{
	struct bench b = bench_open();
	const char *answer;

	(void)state;
	want_int(0, ask(&b, "programs=wide", "", &answer), RC_OK);
	assert_non_null(strstr(base.asked, "aids_of_programs"));
	base.asked[0] = '\0';
	want_int(1, ask(&b, "programs=wide", "", &answer), RC_OK);
	want_str(1, answer, "40 30 20 10 of 4");
	assert_null(strstr(base.asked, "aids_of_programs"));
	want_int(2, ask(&b, "aid_type_slugs=grant", "", &answer), RC_OK);
	want_str(2, answer, "30 21 10 of 3");
	base_serve(second);
	bench_refresh(&b, 2);
	want_int(3, ask(&b, "aid_type_slugs=grant", "", &answer), RC_OK);
	want_str(3, answer, "50 30 10 of 3");
	want_int(4, ask(&b, "programs=wide", "", &answer), RC_OK);
	assert_non_null(strstr(base.asked, "aids_of_programs"));
	bench_close(&b);
}

/* A base that no reader could ask is a fault of ours, not theirs. */
static void
test_wrong(void **state)
{
	static const struct {
		const char *preset, *query;
		enum rc rc;
	} wrong[] = {
		{ "aid_type_slugs=gift", "", RC_FAIL },
		{ "programs=none", "", RC_FAIL },
		{ "page=x", "", RC_FAIL },
		{ "perimeter_q=Nowhere", "", RC_FAIL }, /* ambiguous */
		{ "aid_type_slugs=grant", "aid_type_slugs=gift", RC_OK },
		{ "aid_type_slugs=grant", "page=2", RC_OK },
	};
	struct bench b = bench_open();
	const char *answer;

	(void)state;
	for (size_t i = 0; i < ROWS(wrong); i++)
		want_int(i, ask(&b, wrong[i].preset, wrong[i].query, &answer),
		    wrong[i].rc);
	bench_close(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_within),
		cmocka_unit_test(test_version),
		cmocka_unit_test(test_wrong),
	};

	return cmocka_run_group_tests_name("search", tests, NULL, NULL);
}
