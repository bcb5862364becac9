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

/* What a row does not say is the program's. */
static void
test_filled(void **state)
{
	static const struct route table[] = { { .path = "/a" },
		{ .path = "/b", .where = ROUTE_PORTAL, .speaks = "html" },
		{ .path = "/c", .where = ROUTE_SITE, .speaks = "text" },
		{ 0 } };
	static const struct {
		struct route_default by;
		enum route_where where[3];
		const char *speaks[3];
	} want[] = {
		{ { ROUTE_BOTH, NULL },
		    { ROUTE_BOTH, ROUTE_PORTAL, ROUTE_SITE },
		    { NULL, NULL, "text" } },
		{ { ROUTE_SITE, "api" },
		    { ROUTE_SITE, ROUTE_PORTAL, ROUTE_SITE },
		    { "api", NULL, "text" } },
	};

	(void)state;
	for (size_t i = 0; i < ROWS(want); i++) {
		struct route *full = routes_fill(table, want[i].by);

		want_int(i, routes_count(full), 3);
		for (int k = 0; k < 3; k++) {
			want_str(i, full[k].path, table[k].path);
			want_int(i, full[k].where, want[i].where[k]);
			want_str(i, full[k].speaks, want[i].speaks[k]);
		}
		free(full);
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
		cmocka_unit_test(test_filled),
		cmocka_unit_test(test_missing),
	};

	return cmocka_run_group_tests_name("route", tests, NULL, NULL);
}
