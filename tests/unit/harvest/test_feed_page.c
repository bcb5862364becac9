/* test_feed_page.c - the address of the next page stays on the host of the feed. */

#include "harvest/feed_page.h"
#include "unit.h"

static const struct {
	const char *address, *next, *want;
} rows[] = {
	{ "https://a.fr/api/", "https://a.fr/api/?page=2",
	    "https://a.fr/api/?page=2" },
	{ "https://a.fr/api/", "http://interne:8080/api/?page=2",
	    "https://a.fr/api/?page=2" },
	{ "https://a.fr/api/", "https://mal.example/x", "https://a.fr/x" },
	{ "https://a.fr/api/?size=9", "/autre/?page=2",
	    "https://a.fr/autre/?page=2" },
	{ "https://a.fr/api/?size=9", "?page=2", "https://a.fr/api/?page=2" },
	{ "https://a.fr?x=1", "?page=2", "https://a.fr/?page=2" },
	{ "https://a.fr/api/a.json", "page2.json",
	    "https://a.fr/api/page2.json" },
	{ "https://a.fr/api/", "../autre/?u=http://mal.example/",
	    "https://a.fr/autre/?u=http://mal.example/" },
	{ "https://a.fr/api/", "/suite?u=http://mal.example/x",
	    "https://a.fr/suite?u=http://mal.example/x" },
	{ "https://a.fr/api/?u=http://b.fr/", "?page=2",
	    "https://a.fr/api/?page=2" },
	{ "https://a.fr:8443/api/", "//a.fr/x", "https://a.fr:8443/x" },
	{ "https://a.fr/api/", "", NULL },
	{ "https://a.fr/api/", "/a b", NULL },
	{ "https://a.fr/api/", "javascript:alert(1)", NULL },
	{ "https://a.fr/api/", "file:///etc/passwd", NULL },
	{ "https://a.fr/api/", "https://u:m@a.fr/x", NULL },
};

static void
test_next(void **state)
{
	struct pool *pool = pool_new();

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++)
		want_str(i, feed_page_next(pool, rows[i].address, rows[i].next),
		    rows[i].want);
	assert_string_equal(feed_page_with(pool, "https://a.fr/", "a", "1"),
	    "https://a.fr/?a=1");
	assert_string_equal(feed_page_with(pool, "https://a.fr/?b=2", "a", "1"),
	    "https://a.fr/?b=2&a=1");
	assert_string_equal(feed_page_with(pool, "https://a.fr/", "a", "é b&-"),
	    "https://a.fr/?a=%C3%A9%20b%26-");
	pool_free(pool);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_next) };

	return cmocka_run_group_tests_name("feed page", tests, NULL, NULL);
}
