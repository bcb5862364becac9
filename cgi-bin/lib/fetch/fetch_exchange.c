/* fetch_exchange.c - one exchange of HTTP. */

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/log.h"
#include "fetch/fetch_exchange.h"
#include "fetch/fetch_network.h"

enum {
	CONNECT_MS = 10000,
	SLOW_BYTES = 1024, /* a second */
	MAX_HEAD = 64 << 10,
	/* Of a page that is no document: more is not worth a connection. */
	MAX_LOST = 64 << 10
};

static long
status_of(const struct fetch_exchange *x)
{
	long status = 0;

	curl_easy_getinfo(x->curl, CURLINFO_RESPONSE_CODE, &status);
	return status;
}

bool
fetch_exchange_is_document(long status)
{
	return status == 200 || status == 201 || status == 203;
}

/* libcurl's callbacks. */
static size_t
take_bytes(char *p, size_t size, size_t n, void *arg)
{
	struct fetch_exchange *x = arg;

	n *= size;
	if (!fetch_exchange_is_document(status_of(x))) {
		x->lost += n;
		return x->lost <= MAX_LOST ? n : 0;
	}
	if (n > x->want->max_bytes - x->bytes)
		x->stop = FETCH_STOP_LARGE;
	else if (x->to != NULL && fwrite(p, 1, n, x->to) != n)
		x->stop = FETCH_STOP_DISK, x->error = errno;
	if (x->stop == FETCH_STOP_LARGE || x->stop == FETCH_STOP_DISK)
		return 0;
	x->bytes += n;
	return n;
}

static size_t
take_header(char *p, size_t size, size_t n, void *arg)
{
	struct fetch_exchange *x = arg;

	n *= size;
	/* After the first line of an answer; an empty line ends its headers,
	 * and others may follow the document. */
	if (n >= 5 && memcmp(p, "HTTP/", 5) == 0)
		x->headed = false;
	else if (*p == '\r' || *p == '\n')
		x->headed = true;
	x->head += n;
	if (x->head <= MAX_HEAD)
		return n;
	x->stop = FETCH_STOP_HEAD;
	return 0;
}

static curl_socket_t
open_socket(void *arg, curlsocktype purpose, struct curl_sockaddr *a)
{
	struct fetch_exchange *x = arg;

	(void)purpose;
	if (!x->how->private_allowed && *x->proxy == '\0' &&
	    !fetch_network_is_public(&a->addr)) {
		x->stop = FETCH_STOP_PRIVATE;
		return CURL_SOCKET_BAD;
	}
	return socket(a->family, a->socktype | SOCK_CLOEXEC, a->protocol);
}

static void
set_rules(struct fetch_exchange *x)
{
	CURL *c = x->curl;
	const struct fetch_how *how = x->how;
	double left = x->end_ms - clock_ms();

	curl_easy_setopt(c, CURLOPT_URL, x->at->url);
	curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(c, CURLOPT_FOLLOWLOCATION, 0L);
	/* libcurl asks the environment no more, for it was asked: whether a
	 * proxy is used decides on what is checked. */
	curl_easy_setopt(c, CURLOPT_PROXY, x->proxy);
	curl_easy_setopt(c, CURLOPT_NOPROXY, "");
	curl_easy_setopt(c, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
	if (how->authorities != NULL)
		curl_easy_setopt(c, CURLOPT_CAINFO, how->authorities);
	curl_easy_setopt(c, CURLOPT_USERAGENT, how->agent);
	curl_easy_setopt(c, CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
	curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT_MS, (long)CONNECT_MS);
	curl_easy_setopt(c, CURLOPT_TIMEOUT_MS, left > 1 ? (long)left : 1L);
	curl_easy_setopt(c, CURLOPT_LOW_SPEED_LIMIT, (long)SLOW_BYTES);
	curl_easy_setopt(c, CURLOPT_LOW_SPEED_TIME, (long)how->slow_seconds);
	curl_easy_setopt(c, CURLOPT_MAXFILESIZE_LARGE,
	    (curl_off_t)x->want->max_bytes);
	curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, take_bytes);
	curl_easy_setopt(c, CURLOPT_WRITEDATA, x);
	curl_easy_setopt(c, CURLOPT_HEADERFUNCTION, take_header);
	curl_easy_setopt(c, CURLOPT_HEADERDATA, x);
	curl_easy_setopt(c, CURLOPT_OPENSOCKETFUNCTION, open_socket);
	curl_easy_setopt(c, CURLOPT_OPENSOCKETDATA, x);
}

static void
add_header(struct curl_slist **list, const char *line)
{
	struct curl_slist *longer = curl_slist_append(*list, line);

	if (longer == NULL)
		log_die("fetch: out of memory");
	*list = longer;
}

bool
fetch_exchange_is_said(const char *s)
{
	return s != NULL && *s != '\0';
}

static void
set_question(struct fetch_exchange *x)
{
	const struct fetch_want *want = x->want;
	struct buf line = { 0 };

	x->list = NULL;
	for (const char *const *h = want->header;
	     h != NULL && *h != NULL && !x->strays; h++)
		add_header(&x->list, *h);
	if (!x->posts && fetch_exchange_is_said(want->etag)) {
		buf_putf(&line, "If-None-Match: %s", want->etag);
		add_header(&x->list, line.data);
	}
	if (!x->posts && fetch_exchange_is_said(want->modified)) {
		buf_reset(&line);
		buf_putf(&line, "If-Modified-Since: %s", want->modified);
		add_header(&x->list, line.data);
	}
	buf_free(&line);
	if (x->posts)
		curl_easy_setopt(x->curl, CURLOPT_POSTFIELDS, want->post);
	if (x->heads) {
		curl_easy_setopt(x->curl, CURLOPT_NOBODY, 1L);
		/* Some send the document all the same: what comes next on that
		 * connection would be taken for an answer. */
		curl_easy_setopt(x->curl, CURLOPT_FORBID_REUSE, 1L);
	}
	curl_easy_setopt(x->curl, CURLOPT_HTTPHEADER, x->list);
}

bool
fetch_exchange_empty(FILE *to)
{
	if (fflush(to) != 0 || ftruncate(fileno(to), 0) != 0)
		return false;
	rewind(to);
	return true;
}

void
fetch_exchange_begin(struct fetch_exchange *x)
{
	x->proxy = fetch_network_proxy(x->how->proxy, x->at);
	if (*x->proxy != '\0' && x->how->private_allowed &&
	    fetch_network_is_private_name(x->at->host))
		x->proxy = "";
	x->stop = FETCH_STOP_NOT;
	x->head = x->lost = 0;
	x->headed = false;
	x->bytes = 0;
	/* Nothing of the question before stays, its headers least of all. */
	curl_easy_reset(x->curl);
	set_rules(x);
	set_question(x);
}

CURLcode
fetch_exchange_end(struct fetch_exchange *x, CURLcode e)
{
	curl_slist_free_all(x->list);
	x->list = NULL;
	x->status = status_of(x);
	/* To libcurl, an answer that ends among its headers is whole. */
	return e == CURLE_OK && !x->headed ? CURLE_PARTIAL_FILE : e;
}

CURLcode
fetch_exchange(struct fetch_exchange *x)
{
	fetch_exchange_begin(x);
	return fetch_exchange_end(x, curl_easy_perform(x->curl));
}
