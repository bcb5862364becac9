/* fetch_address.c - addresses of HTTP(S). */

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include <curl/curl.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "fetch/fetch_address.h"

/* A part of the address; false when it has none, or one that does not fit. */
static bool
take_part(CURLU *u, CURLUPart part, unsigned flags, char *dst, size_t size)
{
	char *s = NULL;
	bool fits;

	if (curl_url_get(u, part, &s, flags) != CURLUE_OK)
		return false;
	fits = strlen(s) < size;
	snprintf(dst, size, "%s", s);
	curl_free(s);
	return fits;
}

static bool
has_part(CURLU *u, CURLUPart part)
{
	char s[2];

	s[0] = '\0';
	return take_part(u, part, 0, s, sizeof(s)) || s[0] != '\0';
}

/* The host without what surrounds IPv6, lower-case as names compare. */
static void
trim_host(char *host)
{
	size_t n = strlen(host);

	if (n > 1 && host[0] == '[' && host[n - 1] == ']') {
		host[n - 1] = '\0';
		memmove(host, host + 1, n - 1);
	}
	for (char *p = host; *p != '\0'; p++)
		*p = (char)tolower((unsigned char)*p);
}

static const char *
take_parts(CURLU *u, struct fetch_address *a)
{
	char path[FETCH_ADDRESS], port[8];
	const char *around;

	if (!take_part(u, CURLUPART_SCHEME, 0, a->scheme, sizeof(a->scheme)) ||
	    (!str_is(a->scheme, "http") && !str_is(a->scheme, "https")))
		return N_("only addresses of http and https are taken");
	/* They would be kept where addresses are, and shown. */
	if (has_part(u, CURLUPART_USER) || has_part(u, CURLUPART_PASSWORD))
		return N_("an address holds no name and no password: give them "
			  "apart");
	curl_url_set(u, CURLUPART_FRAGMENT, NULL, 0);
	if (!take_part(u, CURLUPART_URL, 0, a->url, sizeof(a->url)) ||
	    !take_part(u, CURLUPART_HOST, 0, a->host, sizeof(a->host)) ||
	    !take_part(u, CURLUPART_PATH, 0, path, sizeof(path)) ||
	    !take_part(u, CURLUPART_PORT, CURLU_DEFAULT_PORT, port,
		sizeof(port)))
		return N_("the address is too long");
	/* What a name of other letters becomes hangs on the locale. */
	if (!str_is_ascii(a->host))
		return N_("the name of the host is to be written in ASCII "
			  "(xn--...)");
	around = a->host[0] == '[' ? "" : NULL;
	trim_host(a->host);
	snprintf(a->origin, sizeof(a->origin), "%s://%s:%s", a->scheme, a->host,
	    port);
	snprintf(a->shown, sizeof(a->shown), "%s://%s%s%s%s%s%.200s", a->scheme,
	    around != NULL ? "[" : "", a->host, around != NULL ? "]" : "",
	    has_part(u, CURLUPART_PORT) ? ":" : "",
	    has_part(u, CURLUPART_PORT) ? port : "", path);
	return NULL;
}

const char *
fetch_address_read(struct fetch_address *a, const char *url, const char *base)
{
	const char *wrong = N_("this is no address");
	CURLU *u = curl_url();

	if (u == NULL)
		log_die("fetch: out of memory");
	if (*url != '\0' &&
	    (base == NULL ||
		curl_url_set(u, CURLUPART_URL, base, 0) == CURLUE_OK) &&
	    curl_url_set(u, CURLUPART_URL, url,
		CURLU_URLENCODE | CURLU_ALLOW_SPACE |
		    CURLU_NON_SUPPORT_SCHEME) == CURLUE_OK)
		wrong = take_parts(u, a);
	curl_url_cleanup(u);
	return wrong;
}

bool
fetch_address_is_near(const char *a, const char *b)
{
	struct fetch_address one, other;

	return fetch_address_read(&one, a, NULL) == NULL &&
	    fetch_address_read(&other, b, NULL) == NULL &&
	    strcmp(one.origin, other.origin) == 0;
}
