/* test_route.c - which page an address is. */

#include "unit.h"
#include "web/route.h"

#define X50 "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
#define X255 X50 X50 X50 X50 X50 "12345"

static const struct route routes[] = { { .path = "/", .page = "home" },
	{ .path = "/aides/", .page = "list" },
	{ .path = "/aides/flux/", .page = "feed" },
	{ .path = "/aides/{slug}/", .page = "aid" },
	{ .path = "/aides/{slug}/candidater/", .page = "apply" },
	{ .path = "/robots.txt", .page = "robots" }, { 0 } };

static const struct {
	const char *path, *page, *slug, *closed;
} rows[] = {
	{ "/", "home", NULL, NULL },
	{ "/aides/", "list", NULL, NULL },
	{ "/aides/flux/", "feed", NULL, NULL }, /* goes first */
	{ "/aides/un-bois/", "aid", "un-bois", NULL },
	{ "/aides/un-bois/candidater/", "apply", "un-bois", NULL },
	{ "/aides/flux/candidater/", "apply", "flux", NULL },
	{ "/aides/" X255 "/", "aid", X255, NULL },
	{ "/aides/" X255 "6/", NULL, NULL, NULL },
	{ "/aides//", NULL, NULL, NULL }, /* no slug */
	{ "/aides/a/b/", NULL, NULL, NULL },
	{ "/aides/a/candidater/b/", NULL, NULL, NULL },
	{ "/Aides/", NULL, NULL, NULL },
	{ "/robots.txt", "robots", NULL, NULL },
	{ "/robots.txt/", NULL, NULL, NULL },
	{ "/aides", NULL, NULL, "/aides/" },
	{ "/aides/un-bois", NULL, "un-bois", "/aides/un-bois/" },
	{ "/aides/a/candidater", NULL, "a", "/aides/a/candidater/" },
	{ "/rien", NULL, NULL, NULL },
	{ "", NULL, NULL, "/" },
	{ "aides/", NULL, NULL, NULL },
};

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct pool *pool = pool_new();
		const char *slug = NULL, *closed = "?";
		const struct route *r = route_find(pool, routes, rows[i].path,
		    &slug, &closed);

		want_str(i, r != NULL ? r->page : NULL, rows[i].page);
		want_str(i, slug, rows[i].slug);
		want_str(i, closed, rows[i].closed);
		pool_free(pool);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows) };

	return cmocka_run_group_tests_name("route", tests, NULL, NULL);
}
