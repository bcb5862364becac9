/* fetch_network.c - whose networks addresses are of. */

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/str.h"
#include "fetch/fetch_network.h"

struct network {
	unsigned char start[16];
	unsigned bits;
};

/* Registries of IANA for special purposes; multicast and what follows it. */
static const struct network closed4[] = {
	{ { 0 }, 8 },
	{ { 10 }, 8 },
	{ { 100, 64 }, 10 },
	{ { 127 }, 8 },
	{ { 169, 254 }, 16 },
	{ { 172, 16 }, 12 },
	{ { 192, 0, 0 }, 24 },
	{ { 192, 0, 2 }, 24 },
	{ { 192, 88, 99 }, 24 },
	{ { 192, 168 }, 16 },
	{ { 198, 18 }, 15 },
	{ { 198, 51, 100 }, 24 },
	{ { 203, 0, 113 }, 24 },
	{ { 224 }, 3 },
};

/* Of 2000::/3, out of which nothing is public: protocols (Teredo), documents,
 * 6to4, documents again. */
static const struct network unicast6 = { { 0x20 }, 3 };
static const struct network closed6[] = {
	{ { 0x20, 0x01, 0x00 }, 23 },
	{ { 0x20, 0x01, 0x0d, 0xb8 }, 32 },
	{ { 0x20, 0x02 }, 16 },
	{ { 0x3f, 0xff }, 20 },
};

static const struct network nat64 = { { 0x00, 0x64, 0xff, 0x9b }, 96 };

static bool
is_in(const unsigned char *a, const struct network *n)
{
	unsigned whole = n->bits / 8, rest = n->bits % 8;

	return memcmp(a, n->start, whole) == 0 &&
	    (rest == 0 || (a[whole] ^ n->start[whole]) >> (8 - rest) == 0);
}

static bool
is_in_any(const unsigned char *a, const struct network *n, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (is_in(a, &n[i]))
			return true;
	return false;
}

static bool
is_public4(const unsigned char *a)
{
	return !is_in_any(a, closed4, sizeof(closed4) / sizeof(closed4[0]));
}

static bool
is_public6(const unsigned char *a)
{
	if (is_in(a, &nat64))
		return is_public4(a + 12);
	return is_in(a, &unicast6) &&
	    !is_in_any(a, closed6, sizeof(closed6) / sizeof(closed6[0]));
}

bool
fetch_network_is_public(const struct sockaddr *sa)
{
	struct sockaddr_in6 six;
	struct sockaddr_in four;

	/* Copied, for who gives it may not have aligned it. */
	if (sa->sa_family == AF_INET) {
		memcpy(&four, sa, sizeof(four));
		return is_public4((const unsigned char *)&four.sin_addr);
	}
	if (sa->sa_family != AF_INET6)
		return false;
	memcpy(&six, sa, sizeof(six));
	return is_public6(six.sin6_addr.s6_addr);
}

bool
fetch_network_is_private_number(const char *host)
{
	unsigned char a[16];
	size_t n = strlen(host);
	char bare[64];

	if (n >= sizeof(bare))
		return false;
	memcpy(bare, host, n + 1);
	/* "127.0.0.1." is the same to a resolver. */
	if (n > 0 && bare[n - 1] == '.')
		bare[n - 1] = '\0';
	if (inet_pton(AF_INET, bare, a) == 1)
		return !is_public4(a);
	return inet_pton(AF_INET6, bare, a) == 1 && !is_public6(a);
}

/* ---- proxies ---- */

/* The first of these that the environment has, not empty; "" else. */
static const char *
first_set(const char *const *name)
{
	const char *s;

	for (; *name != NULL; name++)
		if ((s = getenv(*name)) != NULL && *s != '\0')
			return s;
	return "";
}

/* Whether the n bytes of name are the host, or the end of it after a dot. */
static bool
names_host(const char *name, size_t n, const char *host)
{
	size_t len = strlen(host);

	if (n > 0 && *name == '.')
		name++, n--;
	return n > 0 && n <= len && strncasecmp(host + len - n, name, n) == 0 &&
	    (n == len || host[len - n - 1] == '.');
}

static bool
is_without(const char *list, const char *host)
{
	size_t n;

	for (; *list != '\0'; list += n) {
		list += strspn(list, ", \t");
		n = strcspn(list, ", \t");
		if ((n == 1 && *list == '*') || names_host(list, n, host))
			return true;
	}
	return false;
}

/* What a proxy, on another machine, would take for its own. */
static bool
is_own(const char *host)
{
	return names_host("localhost", 9, host) ||
	    names_host("localhost.", 10, host) ||
	    fetch_network_is_private_number(host);
}

bool
fetch_network_is_private_name(const char *host)
{
	const struct addrinfo hint = { .ai_socktype = SOCK_STREAM };
	struct addrinfo *all = NULL;
	bool local;

	if (getaddrinfo(host, NULL, &hint, &all) != 0)
		return false;
	local = all != NULL;
	for (const struct addrinfo *a = all; a != NULL; a = a->ai_next)
		local = local && !fetch_network_is_public(a->ai_addr);
	freeaddrinfo(all);
	return local;
}

const char *
fetch_network_proxy(const char *setting, const struct fetch_address *a)
{
	/* In capitals, http_proxy is what a CGI has of a header. */
	static const char *const http[] = { "http_proxy", "all_proxy",
		"ALL_PROXY", NULL },
				 *const https[] = { "https_proxy",
					 "HTTPS_PROXY", "all_proxy",
					 "ALL_PROXY", NULL },
				 *const without[] = { "no_proxy", "NO_PROXY",
					 NULL };

	if (is_own(a->host) || is_without(first_set(without), a->host))
		return "";
	if (setting != NULL && *setting != '\0')
		return setting;
	return first_set(str_is(a->scheme, "https") ? https : http);
}
