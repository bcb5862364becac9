/* test_request.c - whose page sent a form, and from which network. */

#include "text/network.h"
#include "unit.h"
#include "web/request.h"

#define BASE "https://aides.example.fr"
#define EVIL "https://evil.example"

static const struct {
	const char *site, *origin, *referer;
	bool ours;
} rows[] = {
	/* what browsers say to https */
	{ "same-origin", BASE, BASE "/aides/", true },
	{ "none", NULL, NULL, true },
	{ "cross-site", BASE, BASE "/", false },
	{ "same-site", NULL, NULL, false },
	{ "same-origin", "null", NULL, true },
	/* to plain http, and older ones */
	{ NULL, BASE, NULL, true },
	{ "", BASE, NULL, true },
	{ NULL, "HTTPS://aides.EXAMPLE.fr", NULL, true },
	{ NULL, EVIL, NULL, false },
	{ NULL, EVIL, BASE "/aides/", false },
	{ NULL, "null", BASE "/aides/", false },
	{ NULL, BASE ".evil.example", NULL, false },
	{ NULL, BASE ":8443", NULL, false },
	{ NULL, "http://aides.example.fr", NULL, false },
	{ NULL, NULL, BASE "/aides/x/candidater/", true },
	{ NULL, "", BASE "/", true },
	{ NULL, NULL, BASE "/?x", true },
	{ NULL, NULL, BASE ".evil.example/", false },
	{ NULL, NULL, EVIL "/" BASE "/", false },
	{ NULL, NULL, BASE "@evil.example/", false },
	/* nothing: it could be any */
	{ NULL, NULL, NULL, false },
	{ "", "", "", false },
};

static void
test_ours(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		const struct request req = { .fetch_site = rows[i].site,
			.origin = rows[i].origin,
			.referer = rows[i].referer };

		want_int(i, request_is_ours(&req, BASE), rows[i].ours);
	}
}

static void
test_network(void **state)
{
	static const struct {
		const char *address, *network;
	} of[] = {
		{ "192.0.2.77", "192.0.2.0/24" },
		{ "10.1.2.3", "10.1.2.0/24" },
		{ "::ffff:192.0.2.77", "192.0.2.0/24" },
		{ "2001:db8:0:aabb::1", "2001:db8:0:aa00::/56" },
		{ "2001:db8:0:aacc:1:2:3:4", "2001:db8:0:aa00::/56" },
		{ "2001:db8:0:ab00::1", "2001:db8:0:ab00::/56" },
		{ "::1", "::/56" },
		{ "unix:", "-" },
		{ "", "-" },
		{ NULL, "-" },
	};
	char network[NETWORK_TEXT];

	(void)state;
	for (size_t i = 0; i < ROWS(of); i++) {
		network_of(network, of[i].address);
		want_str(i, network, of[i].network);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_ours),
		cmocka_unit_test(test_network),
	};

	return cmocka_run_group_tests_name("request", tests, NULL, NULL);
}
