/* fetch_answer.c - what libcurl says of an answer. */

#include <ctype.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "base/say.h"
#include "base/str.h"
#include "fetch/fetch_answer.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/* ---- headers ---- */

/* The nth value of a header of the last answer; NULL: there is none. */
static const char *
header(CURL *c, const char *name, size_t n)
{
	struct curl_header *h;

	return curl_easy_header(c, name, n, CURLH_HEADER, -1, &h) == CURLHE_OK
	    ? h->value
	    : NULL;
}

/* Cut, it would be another value; with a control character, a line more. */
static void
keep(CURL *c, const char *name, char *dst, size_t size)
{
	const char *s = header(c, name, 0);
	size_t n = s != NULL ? strlen(s) : 0;

	*dst = '\0';
	if (n == 0 || n >= size || !str_is_xml(s, n))
		return;
	for (size_t i = 0; i < n; i++)
		if (str_is_control(s + i))
			return;
	memcpy(dst, s, n + 1);
}

/* The first of these bytes that no quotes hold, or the end. */
static const char *
find_outside(const char *s, const char *bytes)
{
	bool quoted = false;

	for (; *s != '\0' && (quoted || strchr(bytes, *s) == NULL); s++) {
		if (*s == '"')
			quoted = !quoted;
		else if (quoted && *s == '\\' && s[1] != '\0')
			s++;
	}
	return s;
}

/* Whether the parameters of a link say rel=next, among other words too. */
static bool
is_next(const char *s)
{
	char rel[100];
	size_t k = 0;

	for (; *s == ';'; s = find_outside(s, ";,")) {
		s += 1 + strspn(s + 1, " \t");
		if (strncasecmp(s, "rel=", 4) != 0)
			continue;
		s += 4;
		s += *s == '"';
		while (*s != '\0' && strchr("\";,", *s) == NULL &&
		    k < sizeof(rel) - 1)
			rel[k++] = (char)tolower((unsigned char)*s++);
		rel[k] = '\0';
		return str_has_word(rel, "next");
	}
	return false;
}

void
fetch_answer_next(const char *link, char *next, size_t size)
{
	const char *s = link, *start, *close;

	*next = '\0';
	while ((start = strchr(s, '<')) != NULL &&
	    (close = strchr(start, '>')) != NULL) {
		size_t n = (size_t)(close - start) - 1;

		close += 1 + strspn(close + 1, " \t");
		if (is_next(close) && n < size) {
			memcpy(next, start + 1, n);
			next[n] = '\0';
			return;
		}
		s = find_outside(close, ",");
	}
}

void
fetch_answer_keep(CURL *c, const char *address, struct fetch_got *got)
{
	char next[FETCH_ADDRESS] = "";
	struct fetch_address a;
	const char *link;

	keep(c, "ETag", got->etag, sizeof(got->etag));
	keep(c, "Last-Modified", got->modified, sizeof(got->modified));
	keep(c, "Content-Type", got->type, sizeof(got->type));
	keep(c, "X-Data-Version", got->data_version, sizeof(got->data_version));
	got->next[0] = '\0';
	for (size_t i = 0;
	     next[0] == '\0' && (link = header(c, "Link", i)) != NULL; i++)
		fetch_answer_next(link, next, sizeof(next));
	if (next[0] != '\0' && fetch_address_read(&a, next, address) == NULL)
		memcpy(got->next, a.url, sizeof(got->next));
}

const char *
fetch_answer_location(CURL *c)
{
	const char *s = header(c, "Location", 0);

	return s != NULL ? s : "";
}

long
fetch_answer_pause(CURL *c)
{
	const char *s = header(c, "Retry-After", 0);
	time_t date;

	if (s == NULL || *s == '\0')
		return 0;
	if (s[strspn(s, "0123456789")] == '\0')
		return strtol(s, NULL, 10);
	date = curl_getdate(s, NULL);
	return date > time(NULL) ? (long)(date - time(NULL)) : 0;
}

/* ---- verdicts ---- */

#define LATER N_("try again later")
#define ADDRESS N_("check the address")
#define OWNER N_("tell who keeps the server")

/* The first that holds the status. */
static const struct {
	long first, last;
	struct fetch_verdict verdict;
} statuses[] = {
	{ 401, 403,
	    { FETCH_REFUSED, false,
		N_("the server lets in only those whom it knows"),
		N_("check the credentials"), "" } },
	{ 404, 404,
	    { FETCH_REFUSED, false, N_("the document is not there"),
		N_("ask its publisher for its address"), "" } },
	{ 410, 410,
	    { FETCH_REFUSED, false, N_("the document was withdrawn"),
		N_("ask its publisher what replaces it"), "" } },
	{ 408, 408,
	    { FETCH_FAILED, true, N_("the server did not wait"), LATER, "" } },
	{ 429, 429,
	    { FETCH_FAILED, true, N_("the server is asked too often"),
		N_("ask it less often"), "" } },
	{ 400, 499,
	    { FETCH_REFUSED, false, N_("the server refuses the question"),
		ADDRESS, "" } },
	{ 501, 501,
	    { FETCH_REFUSED, false, N_("the server refuses the question"),
		ADDRESS, "" } },
	{ 500, 504,
	    { FETCH_FAILED, true, N_("the server is out of order"), LATER,
		"" } },
	{ 505, 599,
	    { FETCH_FAILED, false, N_("the server is out of order"), LATER,
		"" } },
	{ 0, 999,
	    { FETCH_REFUSED, false, N_("the server gave no document"), ADDRESS,
		"" } },
};

struct fetch_verdict
fetch_answer_status(long status)
{
	struct fetch_verdict v;
	size_t i = 0;

	while (i < COUNT(statuses) - 1 &&
	    (status < statuses[i].first || status > statuses[i].last))
		i++;
	v = statuses[i].verdict;
	snprintf(v.reason, sizeof(v.reason), "HTTP %ld", status);
	return v;
}

/* Of what OpenSSL found; names are of its X509_V_ERR_. */
static const struct {
	long first, last;
	const char *fault, *mend;
} certificates[] = {
	/* OK, or UNSPECIFIED: libcurl itself looks at the name */
	{ 0, 1, N_("the certificate is of another host"), OWNER },
	/* HOSTNAME_MISMATCH and its like */
	{ 62, 64, N_("the certificate is of another host"), OWNER },
	/* NOT_YET_VALID, HAS_EXPIRED */
	{ 9, 9, N_("the certificate of the server is not valid yet"),
	    N_("check the date of this machine") },
	{ 10, 10, N_("the certificate of the server has expired"), OWNER },
	{ 0, LONG_MAX,
	    N_("no authority known here vouches for the certificate of the "
	       "server"),
	    N_("tell who keeps the server, or add the authority to those of "
	       "this machine (update-ca-certificates)") },
};

/* The last is what no other row says. */
static size_t
find_certificate(CURL *c)
{
	long result = 0;
	size_t i = 0;

	curl_easy_getinfo(c, CURLINFO_SSL_VERIFYRESULT, &result);
	while (i < COUNT(certificates) - 1 &&
	    (result < certificates[i].first || result > certificates[i].last))
		i++;
	return i;
}

bool
fetch_answer_is_unvouched(CURL *c, CURLcode e)
{
	return e == CURLE_PEER_FAILED_VERIFICATION &&
	    find_certificate(c) == COUNT(certificates) - 1;
}

static struct fetch_verdict
judge_certificate(CURL *c)
{
	size_t i = find_certificate(c);

	return (struct fetch_verdict){ FETCH_REFUSED, false,
		certificates[i].fault, certificates[i].mend, "" };
}

static const struct {
	CURLcode code;
	struct fetch_verdict verdict;
} broken[] = {
	{ CURLE_COULDNT_RESOLVE_HOST,
	    { FETCH_FAILED, true, N_("the name of the host is not known here"),
		N_("check the address, and the network"), "" } },
	{ CURLE_COULDNT_RESOLVE_PROXY,
	    { FETCH_FAILED, true, N_("the name of the proxy is not known here"),
		ADDRESS, "" } },
	{ CURLE_COULDNT_CONNECT,
	    { FETCH_FAILED, true, N_("the server cannot be reached"), LATER,
		"" } },
	{ CURLE_OPERATION_TIMEDOUT,
	    { FETCH_FAILED, true, N_("the server is too slow"), LATER, "" } },
	{ CURLE_PARTIAL_FILE,
	    { FETCH_FAILED, true, N_("the answer was cut short"), LATER, "" } },
	{ CURLE_BAD_CONTENT_ENCODING,
	    { FETCH_FAILED, false, N_("the answer cannot be unpacked"), OWNER,
		"" } },
};

/* What may pass, of all else. */
static const CURLcode passing[] = { CURLE_RECV_ERROR, CURLE_SEND_ERROR,
	CURLE_GOT_NOTHING, CURLE_HTTP2, CURLE_HTTP2_STREAM,
	CURLE_SSL_CONNECT_ERROR };

static struct fetch_verdict
judge_proxy(long status)
{
	struct fetch_verdict v = { FETCH_FAILED, true,
		N_("the proxy cannot be reached"),
		N_("ask who keeps the proxy"), "" };

	if (status != 0) {
		v = fetch_answer_status(status);
		v.end = FETCH_FAILED;
		v.fault = N_("the proxy does not connect to the server");
		v.mend = N_("ask who keeps the proxy");
	}
	return v;
}

struct fetch_verdict
fetch_answer_broken(CURL *c, CURLcode e, bool proxied)
{
	struct fetch_verdict v = { FETCH_FAILED, false,
		N_("the exchange broke off"), LATER, "" };
	long status = 0;

	curl_easy_getinfo(c, CURLINFO_HTTP_CONNECTCODE, &status);
	if (e == CURLE_PEER_FAILED_VERIFICATION)
		return judge_certificate(c);
	if (proxied &&
	    (status >= 300 || (status == 0 && e == CURLE_COULDNT_CONNECT)))
		return judge_proxy(status);
	for (size_t i = 0; i < COUNT(broken); i++)
		if (broken[i].code == e)
			return broken[i].verdict;
	for (size_t i = 0; i < COUNT(passing); i++)
		v.again = v.again || passing[i] == e;
	snprintf(v.reason, sizeof(v.reason), "%s", curl_easy_strerror(e));
	return v;
}
