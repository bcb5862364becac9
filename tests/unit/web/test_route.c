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
		const struct route *r = route_find(pool, routes, false,
		    rows[i].path, &slug, &closed);

		want_str(i, r != NULL ? r->page : NULL, rows[i].page);
		want_str(i, slug, rows[i].slug);
		want_str(i, closed, rows[i].closed);
		pool_free(pool);
	}
}

/* A query that must have rows is one that the route runs. */
static void
test_missing(void **state)
{
	static const enum query_id none[] = { Q_NONE };
	static const enum query_id first = (enum query_id)(Q_NONE + 1);
	static const enum query_id second = (enum query_id)(Q_NONE + 2);
	static const enum query_id two[] = { Q_NONE + 1, Q_NONE + 2, Q_NONE };
	const struct {
		const enum query_id *queries;
		enum query_id missing;
		bool good;
	} tables[] = {
		{ NULL, Q_NONE, true },
		{ two, Q_NONE, true },
		{ two, first, true },
		{ two, second, true },
		{ NULL, first, false },
		{ none, first, false },
		{ two, (enum query_id)(Q_NONE + 3), false },
	};

	(void)state;
	for (size_t i = 0; i < ROWS(tables); i++) {
		const struct route table[] = { { .path = "/", .page = "home" },
			{ .path = "/{slug}/",
			    .queries = tables[i].queries,
			    .missing = tables[i].missing },
			{ .path = "/end/" }, { 0 } };

		want_int(i, routes_run_missing(table), tables[i].good);
	}
	want_int(ROWS(tables), routes_run_missing(routes), true);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_missing),
	};

	return cmocka_run_group_tests_name("route", tests, NULL, NULL);
}
