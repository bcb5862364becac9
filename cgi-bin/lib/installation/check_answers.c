/* check_answers.c - whether programs and nginx answer. */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <curl/curl.h>

#include "base/buf.h"
#include "base/say.h"
#include "installation/check_answers.h"

/* Of the FastCGI specification, 8: types of records, and the role. */
enum { BEGIN = 1, PARAMS = 4, STDIN = 5, STDOUT = 6, RESPONDER = 1 };
enum { HEADER = 8, PATIENCE = 5, PAGE_MAX = 1 << 20 };

/* A record of the only request of its connection; n is under 64 kB, and no
 * record is padded. */
static void
put_record(struct buf *b, int type, const char *s, size_t n)
{
	const char header[HEADER] = { 1, (char)type, 0, 1, (char)(n >> 8),
		(char)(n & 255), 0, 0 };

	buf_put(b, header, HEADER);
	buf_put(b, s, n);
}

/* Names and values are under 128 bytes, so that a byte says each length. */
static void
put_param(struct buf *b, const char *name, const char *value)
{
	buf_putc(b, (char)strlen(name));
	buf_putc(b, (char)strlen(value));
	buf_puts(b, name);
	buf_puts(b, value);
}

/* What nginx sends (conf/nginx-fastcgi.conf) and a program cannot do without.
 * The address is nobody's: an answer of 404 says that the program is alive. */
static void
put_request(struct buf *b)
{
	static const char begin[8] = { 0, RESPONDER };
	struct buf params = { 0 };

	put_param(&params, "REQUEST_METHOD", "GET");
	put_param(&params, "REQUEST_URI", "/guichet-check");
	put_param(&params, "QUERY_STRING", "");
	put_param(&params, "SERVER_PROTOCOL", "HTTP/1.1");
	put_record(b, BEGIN, begin, sizeof(begin));
	put_record(b, PARAMS, params.data, params.len);
	put_record(b, PARAMS, "", 0);
	put_record(b, STDIN, "", 0);
	buf_free(&params);
}

/* All processes of a program may be at work for a moment. */
static void
set_patience(int fd)
{
	const struct timeval t = { .tv_sec = PATIENCE };

	setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &t, sizeof(t));
	setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &t, sizeof(t));
}

/* Sends what is asked, and reads the n bytes that begin the answer. */
static bool
ask(int fd, const struct buf *b, char *answer, size_t n)
{
	size_t got = 0;
	ssize_t k;

	if (send(fd, b->data, b->len, MSG_NOSIGNAL) != (ssize_t)b->len)
		return false;
	while (got < n && (k = recv(fd, answer + got, n - got, 0)) > 0)
		got += (size_t)k;
	return got == n;
}

const char *
check_answers_socket(struct pool *pool, const char *path, bool *listens)
{
	struct sockaddr_un a = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	const char *fault = NULL;
	struct buf b = { 0 };
	char answer[HEADER];

	snprintf(a.sun_path, sizeof(a.sun_path), "%s", path);
	put_request(&b);
	if (fd >= 0)
		set_patience(fd);
	*listens = fd >= 0 &&
	    connect(fd, (struct sockaddr *)&a, sizeof(a)) == 0;
	if (!*listens)
		fault = pool_printf(pool, "%s: %s", path, say_error(errno));
	else if (!ask(fd, &b, answer, sizeof(answer)) || answer[1] != STDOUT)
		fault = pool_printf(pool, _("%s: no answer in %d s"), path,
		    PATIENCE);
	if (fd >= 0)
		close(fd);
	buf_free(&b);
	return fault;
}

/* A page as it was read. */
struct reading {
	struct buf page; /* its first bytes, where its head is */
	long status;
	char why[CURL_ERROR_SIZE]; /* what failed, as the library says it */
	char leads[300]; /* where it leads: another address; "": nowhere */
	struct answers_site seen;
};

/* libcurl's callbacks. */
static size_t
keep_page(char *p, size_t size, size_t n, void *arg)
{
	struct reading *r = arg;

	if (r->page.len + size * n <= PAGE_MAX)
		buf_put(&r->page, p, size * n);
	return size * n;
}

static size_t
keep_header(char *p, size_t size, size_t n, void *arg)
{
	static const char server[] = "server: nginx",
			  count[] = "guichet-count:";
	struct answers_site *seen = arg;

	if (size * n >= sizeof(server) - 1 &&
	    strncasecmp(p, server, sizeof(server) - 1) == 0)
		seen->is_nginx = true;
	if (size * n >= sizeof(count) - 1 &&
	    strncasecmp(p, count, sizeof(count) - 1) == 0)
		seen->shows_counts = true;
	return size * n;
}

/* When the first certificate of the server ends; 0: it has none. */
static long long
certificate_end(CURL *c)
{
	static const char key[] = "Expire date:";
	const struct curl_slist *fact;
	struct curl_certinfo *all;

	if (curl_easy_getinfo(c, CURLINFO_CERTINFO, &all) != CURLE_OK ||
	    all == NULL || all->num_of_certs == 0)
		return 0;
	for (fact = all->certinfo[0]; fact != NULL; fact = fact->next)
		if (strncmp(fact->data, key, sizeof(key) - 1) == 0)
			return (
			    long long)curl_getdate(fact->data + sizeof(key) - 1,
			    NULL);
	return 0;
}

/* Reads a page as anybody would, or its headers alone; said are headers of the
 * question, or NULL. */
static CURLcode
read_page(const char *url, bool headers, struct curl_slist *said,
    struct reading *r)
{
	CURL *c = curl_easy_init();
	CURLcode end = CURLE_OUT_OF_MEMORY;
	const char *leads = NULL;

	*r = (struct reading){ 0 };
	if (c == NULL)
		return end;
	curl_easy_setopt(c, CURLOPT_URL, url);
	curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(c, CURLOPT_PROXY, "");
	curl_easy_setopt(c, CURLOPT_HTTPHEADER, said);
	curl_easy_setopt(c, CURLOPT_NOBODY, headers ? 1L : 0L);
	curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, keep_page);
	curl_easy_setopt(c, CURLOPT_WRITEDATA, r);
	curl_easy_setopt(c, CURLOPT_HEADERFUNCTION, keep_header);
	curl_easy_setopt(c, CURLOPT_HEADERDATA, &r->seen);
	curl_easy_setopt(c, CURLOPT_ERRORBUFFER, r->why);
	curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(c, CURLOPT_CERTINFO, 1L);
	curl_easy_setopt(c, CURLOPT_TIMEOUT, (long)PATIENCE);
	/* Counted as no reader: conf/nginx-http.conf. */
	curl_easy_setopt(c, CURLOPT_USERAGENT, "guichet-check (robot)");
	end = curl_easy_perform(c);
	curl_easy_getinfo(c, CURLINFO_RESPONSE_CODE, &r->status);
	curl_easy_getinfo(c, CURLINFO_REDIRECT_URL, &leads);
	snprintf(r->leads, sizeof(r->leads), "%s", leads != NULL ? leads : "");
	r->seen.ends = certificate_end(c);
	if (*r->why == '\0')
		strncat(r->why, curl_easy_strerror(end), CURL_ERROR_SIZE - 1);
	curl_easy_cleanup(c);
	return end;
}

/* Whether a page was read that names the style. */
static bool
is_ours(const struct reading *r, const char *style)
{
	return r->status == 200 && r->page.data != NULL &&
	    strstr(r->page.data, style) != NULL;
}

/* Why none was; NULL: there was one. */
static const char *
unread(struct pool *pool, CURLcode end, const char *address,
    const struct reading *r)
{
	if (end == CURLE_COULDNT_RESOLVE_HOST || end == CURLE_COULDNT_CONNECT)
		return pool_printf(pool, _("%s cannot be reached"), address);
	return end != CURLE_OK ? pool_printf(pool, "%s: %s", address, r->why)
			       : NULL;
}

/* The page has no data: it is there though the base be away. */
const char *
check_answers_site(struct pool *pool, const char *address, const char *style,
    struct answers_site *seen)
{
	const char *url = pool_printf(pool, "%s/mentions-legales/", address);
	struct reading r;
	CURLcode end = read_page(url, false, NULL, &r);
	const char *fault = unread(pool, end, address, &r);

	/* A server that is up and has no program says 502 or 503. */
	if (fault == NULL && r.status >= 500)
		fault = pool_printf(pool, _("%s does not answer as a site"),
		    address);
	else if (fault == NULL && !is_ours(&r, style))
		fault = pool_printf(pool,
		    _("%s leads to another site than this one"), address);
	buf_free(&r.page);
	if (seen != NULL)
		*seen = r.seen;
	return fault;
}

/* A search is counted; its headers alone, asked for, are not. */
bool
check_answers_counts(struct pool *pool, const char *address)
{
	struct reading r;

	read_page(pool_printf(pool, "%s/aides/", address), true, NULL, &r);
	buf_free(&r.page);
	return r.seen.shows_counts;
}

/* By https it would have to be one of the certificate's. */
const char *
check_answers_stranger(struct pool *pool, const char *address)
{
	struct curl_slist *said = curl_slist_append(NULL,
	    "Host: guichet-check.invalid");
	const char *name = strstr(address, "://") + 3, *host;
	struct reading r;

	read_page(strncmp(address, "https:", 6) == 0
		? pool_printf(pool, "http://%.*s/", (int)strcspn(name, ":"),
		      name)
		: pool_printf(pool, "%s/", address),
	    true, said, &r);
	curl_slist_free_all(said);
	buf_free(&r.page);
	host = strstr(r.leads, "://");
	return host != NULL
	    ? pool_strndup(pool, host + 3, strcspn(host + 3, ":/"))
	    : NULL;
}

const char *
check_answers_page(struct pool *pool, const char *url, const char *style)
{
	struct reading r;
	CURLcode end = read_page(url, false, NULL, &r);
	const char *fault = unread(pool, end, url, &r);

	if (fault == NULL && r.status != 200)
		fault = pool_printf(pool, _("%s answers %ld"), url, r.status);
	else if (fault == NULL && !is_ours(&r, style))
		fault = pool_printf(pool, _("%s is no page of this Guichet"),
		    url);
	buf_free(&r.page);
	return fault;
}

/* Whether the file has the same bytes as the page. */
static bool
is_file(const struct buf *page, const char *path)
{
	FILE *f = fopen(path, "re");
	struct buf b = { 0 };
	char part[4096];
	size_t n;
	bool same;

	while (f != NULL && b.len <= PAGE_MAX &&
	    (n = fread(part, 1, sizeof(part), f)) > 0)
		buf_put(&b, part, n);
	same = f != NULL && b.len == page->len &&
	    (b.len == 0 || memcmp(b.data, page->data, b.len) == 0);
	if (f != NULL)
		fclose(f);
	buf_free(&b);
	return same;
}

const char *
check_answers_file(struct pool *pool, const char *url, const char *path)
{
	struct reading r;
	CURLcode end = read_page(url, false, NULL, &r);
	const char *fault = unread(pool, end, url, &r);

	if (fault == NULL && r.status != 200)
		fault = pool_printf(pool, _("%s answers %ld"), url, r.status);
	else if (fault == NULL && !is_file(&r.page, path))
		fault = pool_printf(pool, _("%s is not %s"), url, path);
	buf_free(&r.page);
	return fault;
}
