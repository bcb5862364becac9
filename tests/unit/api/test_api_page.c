/* test_api_page.c - pages of a list: which rows, and the addresses beside it. */

#include "api/api_page.h"
#include "unit.h"
#include "xml/xml.h"

static const struct param params[] = { API_PAGE_ROWS, { 0 } };

/* A request of that query string, read as a page reads it. */
static struct request
ask(struct pool *pool, const char *query)
{
	struct request req = { .path = "/api/aids/",
		.query = query,
		.params = params };
	struct param_pairs pairs;
	struct param_fault fault;

	req.url = pool_printf(pool, "%s%s%s", req.path,
	    *query != '\0' ? "?" : "", query);
	param_split(pool, query, &pairs, &fault);
	param_read(pool, params, &pairs, &req.values, &fault);
	return req;
}

static void
test_window(void **state)
{
	static const struct {
		const char *query;
		size_t total, page, per, from, rows;
	} rows[] = {
		{ "", 138, 1, 50, 0, 50 },
		{ "page=3", 138, 3, 50, 100, 38 },
		{ "page=4", 138, 4, 50, 150, 0 },
		{ "page=2", 100, 2, 50, 50, 50 },
		{ "page=3", 100, 3, 50, 100, 0 },
		{ "", 0, 1, 50, 0, 0 },
		{ "itemsPerPage=7", 138, 1, 7, 0, 7 },
		{ "page_size=7&page=2", 138, 2, 7, 7, 7 },
		{ "itemsPerPage=7&size=9", 138, 1, 9, 0, 9 },
		{ "size=100", 138, 1, 100, 0, 100 },
		{ "size=101", 138, 1, 100, 0, 100 },
		{ "size=999999999999999999", 138, 1, 100, 0, 100 },
		/* What is no number, or none of a page, is not there. */
		{ "page=0&itemsPerPage=0", 138, 1, 50, 0, 50 },
		{ "page=-1&size=-1", 138, 1, 50, 0, 50 },
		{ "page=abc&size=x", 138, 1, 50, 0, 50 },
		{ "page=9223372036854775808", 138, 1, 50, 0, 50 },
		/* Far pages overflow nothing. */
		{ "page=1000000000", 138, 1000000000, 50, 1 << 30, 0 },
		{ "page=999999999999999999", 138, 999999999999999999, 50,
		    1 << 30, 0 },
		{ "page=999999999999999999&size=100", SIZE_MAX >> 1,
		    999999999999999999, 100, 1 << 30, 100 },
	};
	struct pool *pool = pool_new();

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct request req = ask(pool, rows[i].query);
		struct api_page p = api_page_read(&req);

		want_int(i, p.page, rows[i].page);
		want_int(i, p.per, rows[i].per);
		want_int(i, p.from, rows[i].from);
		want_int(i, api_page_window(&p, rows[i].total), rows[i].rows);
	}
	pool_free(pool);
}

#define HERE "https://a.example/api/aids/"

static void
test_beside(void **state)
{
	static const struct {
		const char *query;
		size_t total;
		const char *extra, *previous, *next;
	} rows[] = {
		{ "", 50, NULL, NULL, NULL },
		{ "", 51, NULL, NULL, HERE "?page=2" },
		{ "page=1", 51, NULL, NULL, HERE "?page=2" },
		{ "page=2", 51, NULL, HERE "?page=1", NULL },
		{ "page=9", 51, NULL, HERE "?page=8", NULL },
		{ "page=2&a=1&a=2", 500, NULL, HERE "?a=1&a=2&page=1",
		    HERE "?a=1&a=2&page=3" },
		/* Every form of the number goes, and nothing else. */
		{ "page=2&page[]=2&page%5B0%5D=2&pages=3&xpage=4", 500, NULL,
		    HERE "?pages=3&xpage=4&page=1",
		    HERE "?pages=3&xpage=4&page=3" },
		{ "a=1&&b=2&", 500, NULL, NULL, HERE "?a=1&b=2&page=2" },
		{ "after=12&page=2", 500, "after=9", HERE "?page=1",
		    HERE "?page=3&after=9" },
		/* What no address has is encoded; what is encoded stays. */
		{ "a[]=\"<\xc3\xa9 %C3%A9%&b=%2", 500, NULL, NULL,
		    HERE "?a%5B%5D=%22%3C%C3%A9%20%C3%A9%25&b=%252&page=2" },
		{ "page=999999999999999999", 500, NULL,
		    HERE "?page=999999999999999998", NULL },
	};
	struct pool *pool = pool_new();

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct context ctx = { .pool = pool,
			.base = "https://a.example" };
		struct request req = ask(pool, rows[i].query);
		struct response resp = { .root = xmlDocGetRootElement(
					     xml_page(pool, "aids")) };
		struct api_page p = api_page_read(&req);
		xmlNodePtr answer = api_page_put(&ctx, &req, &resp, &p,
		    rows[i].total, rows[i].extra);

		want_str(i, xml_get(pool, answer, "previous"),
		    rows[i].previous);
		want_str(i, xml_get(pool, answer, "next"), rows[i].next);
		want_int(i, xml_get(pool, answer, "token") != NULL, false);
		want_int(i,
		    rows[i].next == NULL ||
			strstr(resp.links,
			    pool_printf(pool, "<%s>; rel=\"next\"",
				rows[i].next)) != NULL,
		    true);
	}
	pool_free(pool);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_window),
		cmocka_unit_test(test_beside),
	};

	return cmocka_run_group_tests_name("api page", tests, NULL, NULL);
}
