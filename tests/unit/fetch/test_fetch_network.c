/* test_fetch_network.c - whose networks addresses are of, and proxies. */

#include <arpa/inet.h>
#include <netinet/in.h>

#include "fetch/fetch_network.h"
#include "unit.h"

/* The ends of each network, and what is beside them. */
static const struct {
	const char *number;
	bool is_public;
} rows[] = {
	{ "0.0.0.0", false },
	{ "0.255.255.255", false },
	{ "1.0.0.0", true },
	{ "9.255.255.255", true },
	{ "10.0.0.0", false },
	{ "10.255.255.255", false },
	{ "11.0.0.0", true },
	{ "100.63.255.255", true },
	{ "100.64.0.0", false },
	{ "100.127.255.255", false },
	{ "100.128.0.0", true },
	{ "126.255.255.255", true },
	{ "127.0.0.1", false },
	{ "127.255.255.255", false },
	{ "128.0.0.0", true },
	{ "169.253.255.255", true },
	{ "169.254.169.254", false },
	{ "169.255.0.0", true },
	{ "172.15.255.255", true },
	{ "172.16.0.0", false },
	{ "172.31.255.255", false },
	{ "172.32.0.0", true },
	{ "192.0.0.255", false },
	{ "192.0.1.0", true },
	{ "192.0.2.1", false },
	{ "192.88.99.1", false },
	{ "192.88.100.0", true },
	{ "192.167.255.255", true },
	{ "192.168.0.0", false },
	{ "192.168.255.255", false },
	{ "192.169.0.0", true },
	{ "198.17.255.255", true },
	{ "198.18.0.0", false },
	{ "198.19.255.255", false },
	{ "198.20.0.0", true },
	{ "198.51.100.7", false },
	{ "203.0.113.7", false },
	{ "223.255.255.255", true },
	{ "224.0.0.1", false },
	{ "239.255.255.255", false },
	{ "240.0.0.1", false },
	{ "255.255.255.255", false },
	{ "::", false },
	{ "::1", false },
	{ "::8.8.8.8", false },       /* an IPv4 address, as of old */
	{ "::ffff:10.0.0.1", false }, /* mapped */
	{ "::ffff:8.8.8.8", false },  /* mapped, and no use on a wire */
	{ "64:ff9b::8.8.8.8", true }, /* NAT64 of what is public */
	{ "64:ff9b::10.0.0.1", false },
	{ "64:ff9b::127.0.0.1", false },
	{ "64:ff9b:0:0:0:1:808:808", false },
	{ "64:ff9b:1::8.8.8.8", false }, /* NAT64 of one network */
	{ "100::1", false },
	{ "1fff:ffff::1", false },
	{ "2001::1", false }, /* Teredo */
	{ "2001:1ff:ffff::1", false },
	{ "2001:200::1", true },
	{ "2001:db7:ffff::1", true },
	{ "2001:db8::1", false },
	{ "2001:db9::1", true },
	{ "2001:861:1234::1", true },
	{ "2002:a00:1::1", false }, /* 6to4 */
	{ "2a01:e0a::1", true },
	{ "3ffe:ffff::1", true },
	{ "3fff:fff::1", false },
	{ "3fff:1000::1", true },
	{ "4000::1", false },
	{ "5f00::1", false },
	{ "fc00::1", false },
	{ "fd12:3456:789a::1", false },
	{ "fe80::1", false },
	{ "fec0::1", false },
	{ "ff02::1", false },
	{ "ff0e::1", false },
};

static void
test_public(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct sockaddr_storage at = { 0 };
		struct sockaddr_in *four = (void *)&at;
		struct sockaddr_in6 *six = (void *)&at;

		if (inet_pton(AF_INET, rows[i].number, &four->sin_addr) == 1)
			at.ss_family = AF_INET;
		else if (inet_pton(AF_INET6, rows[i].number, &six->sin6_addr) ==
		    1)
			at.ss_family = AF_INET6;
		want_int(i, at.ss_family != 0, 1);
		want_int(i, fetch_network_is_public((void *)&at),
		    rows[i].is_public);
		want_int(i, fetch_network_is_private_number(rows[i].number),
		    !rows[i].is_public);
	}
}

static void
test_others(void **state)
{
	struct sockaddr_storage at = { .ss_family = AF_UNIX };

	(void)state;
	assert_false(fetch_network_is_public((void *)&at));
	assert_true(fetch_network_is_private_number("127.0.0.1."));
	assert_false(fetch_network_is_private_number("localhost"));
	assert_false(fetch_network_is_private_number("10.example"));
	assert_false(fetch_network_is_private_number(""));
	assert_false(fetch_network_is_private_number(
	    "a-name-of-a-host-that-is-longer-than-any-number-of-an-address-"
	    "can-be.example"));
}

/* ---- proxies ---- */

static const struct {
	const char *set; /* "name=value" */
	const char *setting, *url, *proxy;
} proxy_rows[] = {
	{ "", "", "https://a.example/", "" },
	{ "", NULL, "https://a.example/", "" },
	{ "", "http://p", "https://a.example/", "http://p" },
	{ "https_proxy=http://q", "http://p", "https://a.example/",
	    "http://p" },
	{ "https_proxy=http://q", "", "https://a.example/", "http://q" },
	{ "https_proxy=http://q", "", "http://a.example/", "" },
	{ "http_proxy=http://q", "", "http://a.example/", "http://q" },
	{ "http_proxy=http://q", "", "https://a.example/", "" },
	{ "HTTPS_PROXY=http://q", "", "https://a.example/", "http://q" },
	/* a header of a request, to a CGI */
	{ "HTTP_PROXY=http://q", "", "http://a.example/", "" },
	{ "all_proxy=http://q", "", "http://a.example/", "http://q" },
	{ "ALL_PROXY=http://q", "", "https://a.example/", "http://q" },
	{ "no_proxy=a.example", "http://p", "https://a.example/", "" },
	{ "no_proxy=A.Example", "http://p", "https://a.example/", "" },
	{ "no_proxy=.example", "http://p", "https://a.example/", "" },
	{ "no_proxy=example", "http://p", "https://a.example/", "" },
	{ "NO_PROXY=b,a.example,c", "http://p", "https://a.example/", "" },
	{ "no_proxy=*", "http://p", "https://a.example/", "" },
	{ "no_proxy=127.0.0.1", "http://p", "http://127.1/", "" },
	{ "no_proxy=b.a.example", "http://p", "https://a.example/",
	    "http://p" },
	{ "no_proxy=xample", "http://p", "https://a.example/", "http://p" },
	{ "no_proxy=,,.,", "http://p", "https://a.example/", "http://p" },
	{ "no_proxy=a.example.", "http://p", "https://a.example/", "http://p" },
	/* this machine, and private addresses */
	{ "", "http://p", "http://localhost:8080/", "" },
	{ "", "http://p", "http://a.localhost./", "" },
	{ "", "http://p", "http://127.0.0.1/", "" },
	{ "", "http://p", "http://[::1]/", "" },
	{ "", "http://p", "http://10.1.2.3/", "" },
	{ "all_proxy=http://q", "", "http://192.168.1.1/", "" },
	{ "", "http://p", "http://193.0.0.1/", "http://p" },
	{ "", "http://p", "http://localhost.example/", "http://p" },
};

static void
test_proxy(void **state)
{
	static const char *const names[] = { "http_proxy", "HTTP_PROXY",
		"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY",
		"no_proxy", "NO_PROXY" };

	(void)state;
	for (size_t i = 0; i < ROWS(proxy_rows); i++) {
		struct fetch_address a;
		char set[100], *value;

		for (size_t n = 0; n < ROWS(names); n++)
			unsetenv(names[n]);
		snprintf(set, sizeof(set), "%s", proxy_rows[i].set);
		if ((value = strchr(set, '=')) != NULL) {
			*value++ = '\0';
			setenv(set, value, 1);
		}
		want_str(i, fetch_address_read(&a, proxy_rows[i].url, NULL),
		    NULL);
		want_str(i, fetch_network_proxy(proxy_rows[i].setting, &a),
		    proxy_rows[i].proxy);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_public),
		cmocka_unit_test(test_others),
		cmocka_unit_test(test_proxy),
	};

	return cmocka_run_group_tests_name("fetch_network", tests, NULL, NULL);
}
