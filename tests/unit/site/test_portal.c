/* test_portal.c - which portal an address names, by its path or its host. */

#include "site/portal.h"
#include "unit.h"

static const struct {
	const char *host, *url, *slug, *word, *prefix;
	bool is_framed, is_card;
} rows[] = {
	{ NULL, "/aides/", NULL, NULL, "", false, false },
	{ NULL, "/portails/", NULL, NULL, "", false, false },
	{ NULL, "/portails/a-1/aides/?b=/c/", "a-1", NULL, "/portails/a-1",
	    false, false },
	{ NULL, "/portails/a", "a", NULL, "/portails/a", false, false },
	{ NULL, "/portails/a?x", "a", NULL, "/portails/a", false, false },
	{ NULL, "/portails/a~b2/", "a", "b2", "/portails/a~b2", false, false },
	{ NULL, "/portails/a~/", NULL, NULL, "", false, false },
	{ NULL, "/portails/A/", NULL, NULL, "", false, false },
	{ NULL, "/portails/a%2f/", NULL, NULL, "", false, false },
	{ NULL, "/portails/abcdefghijklmnopqrstuvwxyz0123456/",
	    "abcdefghijklmnopqrstuvwxyz0123456", NULL,
	    "/portails/abcdefghijklmnopqrstuvwxyz0123456", false, false },
	{ NULL, "/portails/abcdefghijklmnopqrstuvwxyz01234567/", NULL, NULL, "",
	    false, false },
	{ NULL, "/portails/a/cadre/aides/", "a", NULL, "/portails/a/cadre",
	    true, false },
	{ NULL, "/portails/a/cadre", "a", NULL, "/portails/a/cadre", true,
	    false },
	{ NULL, "/portails/a/cadres/", "a", NULL, "/portails/a", false, false },
	{ NULL, "/cadre/aides/", NULL, NULL, "", false, false },
	{ "r.example", "/cadre/aides/", NULL, NULL, "/cadre", true, false },
	{ "r.example", "/cadre/aides/b/carte/?c", NULL, NULL, "/cadre", true,
	    true },
	{ "r.example", "/cadre/aides/?b=/carte/", NULL, NULL, "/cadre", true,
	    false },
	{ "r.example", "/portails/a/", NULL, NULL, "", false, false },
	{ "r.example", "/portails/a/cadre/", NULL, NULL, "", false, false },
};

static void
test_address(void **state)
{
	struct pool *pool = pool_new();

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct portal_address a = { .host = rows[i].host };

		portal_address_read(&a, pool, rows[i].url);
		want_str(i, a.slug, rows[i].slug);
		want_str(i, a.word, rows[i].word);
		want_str(i, a.prefix, rows[i].prefix);
		want_int(i, a.is_framed, rows[i].is_framed);
		want_int(i, a.is_card, rows[i].is_card);
	}
	pool_free(pool);
}

/* What is told of a host: NULL for the site's. */
static const struct {
	const char *base_url, *said, *host;
} hosts[] = {
	{ "https://aides.example", NULL, NULL },
	{ "https://aides.example", "", NULL },
	{ "https://aides.example", "AIDES.example:443", NULL },
	{ "https://aides.example:8443", "aides.example", NULL },
	{ "https://aides.example", "www.example", NULL }, /* other_hosts */
	{ "https://aides.example", "192.0.2.1:80", NULL },
	{ "https://aides.example", "[2001:db8::1]:80", NULL },
	{ "https://aides.example", "aides.example.evil", "aides.example.evil" },
	{ "https://aides.example", "example", "example" },
	{ "https://aides.example", "Region.Example:80", "region.example" },
	{ "https://aides.example", "a b", "?" },
	{ "https://aides.example", "[2001:db8::1", "?" },
	{ "https://aides.example", "a\"b", "?" },
	/* Until the site has an address, any name is its own. */
	{ "http://localhost:8080", "aides.example", NULL },
	{ "http://localhost:8080", "region.localhost", "region.localhost" },
};

static void
test_host(void **state)
{
	struct pool *pool = pool_new();

	(void)state;
	for (size_t i = 0; i < ROWS(hosts); i++) {
		char base[40];
		struct conf c = { .base_url = base,
			.other_hosts = (char[]){ "www.example" } };

		snprintf(base, sizeof(base), "%s", hosts[i].base_url);
		want_str(i, portal_host(pool, &c, hosts[i].said),
		    hosts[i].host);
	}
	pool_free(pool);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_address),
		cmocka_unit_test(test_host),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
