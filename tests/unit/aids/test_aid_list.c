/* test_aid_list.c - which cards are on a page of a list. */

#include "aids/aid_list.h"
#include "base.h"
#include "engine/catalogue_refresh.h"
#include "gen/queries/aids.h"
#include "gen/queries/engine.h"
#include "xml/xml.h"

/* A page of a list of n aids: "first to last, total/page/pages previous next",
 * and the last past it. */
static const struct {
	int n;
	const char *query, *page;
} rows[] = {
	{ 0, "", "none, 0/1/1" },
	{ 1, "", "1 to 1, 1/1/1" },
	{ 18, "", "18 to 1, 18/1/1" },
	{ 0, "page=2", "none, 0/1/1" },
	{ 18, "page=2", "18 to 1, 18/1/1" },
	{ 19, "", "19 to 2, 19/1/2 next" },
	{ 19, "page=2", "1 to 1, 19/2/2 previous" },
	{ 40, "page=1", "40 to 23, 40/1/3 next" },
	{ 40, "page=2", "22 to 5, 40/2/3 previous next" },
	{ 40, "page=3", "4 to 1, 40/3/3 previous" },
	{ 40, "page=4", "4 to 1, 40/3/3 previous" },
	{ 40, "page=100000", "4 to 1, 40/3/3 previous" },
};

/* So many aids alike, of which the highest id comes first, and their cards. */
static void
load(struct pool *pool, struct corpus *corpus, int n)
{
	static struct base_answer answers[2];
	const char *aids = "", *cards = "";

	for (int i = 1; i <= n; i++) {
		aids = pool_printf(pool, "%s#%d;#1;#20;~;~;~;~;#1;#1;~;~\n",
		    aids, i);
		cards = pool_printf(pool, "%s#%d;;%d \n", cards, i, i);
	}
	answers[0] = (struct base_answer){ Q_AID_INDEX_SINCE, "after=0", aids };
	answers[1] = (struct base_answer){ Q_AID_CARDS, NULL, cards };
	base_serve(answers);
	assert_int_equal(catalogue_refresh(&corpus->catalogue, NULL, 1), RC_OK);
}

static bool
has(xmlNodePtr n, const char *name)
{
	return xmlHasProp(n, (const xmlChar *)name) != NULL;
}

static const char *
page_told(struct pool *pool, xmlNodePtr aids)
{
	xmlNodePtr cards = xml_child(aids, "cards");
	const char *s = "none", *last;
	xmlChar *total = xmlGetProp(aids, (const xmlChar *)"total"),
		*page = xmlGetProp(aids, (const xmlChar *)"page"),
		*pages = xmlGetProp(aids, (const xmlChar *)"pages");

	if (cards != NULL) {
		s = (const char *)cards->children->content;
		last = s + strlen(s) - 1; /* the space of the last */
		while (last > s && last[-1] != ' ')
			last--;
		s = pool_printf(pool, "%d to %d", atoi(s), atoi(last));
	}
	s = pool_printf(pool, "%s, %s/%s/%s%s%s", s, (char *)total,
	    (char *)page, (char *)pages,
	    has(aids, "previous") ? " previous" : "",
	    has(aids, "next") ? " next" : "");
	xmlFree(total);
	xmlFree(page);
	xmlFree(pages);
	return s;
}

static void
test_pages(void **state)
{
	static char site[] = "https://guichet.example";
	struct pool *pool = pool_new();
	struct context ctx = { .pool = pool,
		.rows = row_cache_new(1 << 20),
		.base = site };
	struct request plain = { .path = "/", .day = 10 }, req;
	struct aid_parts parts = { 0 };

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct response resp = { .root = xmlDocGetRootElement(
					     xml_page(pool, "test")) };
		struct corpus corpus = { .words = NULL };
		struct question q = { .rank = { .day = 10 },
			.corpus = &corpus };
		enum rc rc;

		row_cache_begin(ctx.rows, i + 1);
		load(pool, &corpus, rows[i].n);
		assert_int_equal(request_with_query(&plain, pool,
				     question_params, rows[i].query, &req,
				     &resp.fault),
		    RC_OK);
		resp.asked = xml_add(resp.root, "asked");
		rc = aid_list_put(&ctx, &req, &resp, &parts, &q);
		want_str(i,
		    rc == RC_NOT_FOUND
			? "404"
			: page_told(pool, xml_child(resp.root, "aids")),
		    rows[i].page);
		want_int(i, q.total, rows[i].n);
		corpus_free(&corpus);
	}
	row_cache_free(ctx.rows);
	pool_free(pool);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_pages) };

	return cmocka_run_group_tests_name("aid_list", tests, NULL, NULL);
}
