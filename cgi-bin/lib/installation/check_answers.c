/* check_answers.c - whether programs and nginx answer. */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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

/* Keeps the first bytes of a page, where its head is; libcurl's callback. */
static size_t
keep_page(char *p, size_t size, size_t n, void *arg)
{
	struct buf *page = arg;

	if (page->len + size * n <= PAGE_MAX)
		buf_put(page, p, size * n);
	return size * n;
}

/* Reads a page as anybody would; why[] says what failed, as the library does.
 */
static CURLcode
read_page(const char *url, struct buf *page, long *status, char *why)
{
	CURL *c = curl_easy_init();
	CURLcode end = CURLE_OUT_OF_MEMORY;

	*status = 0;
	*why = '\0';
	if (c == NULL)
		return end;
	curl_easy_setopt(c, CURLOPT_URL, url);
	curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(c, CURLOPT_PROXY, "");
	curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, keep_page);
	curl_easy_setopt(c, CURLOPT_WRITEDATA, page);
	curl_easy_setopt(c, CURLOPT_ERRORBUFFER, why);
	curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(c, CURLOPT_TIMEOUT, (long)PATIENCE);
	curl_easy_setopt(c, CURLOPT_USERAGENT, "guichet-check");
	end = curl_easy_perform(c);
	curl_easy_getinfo(c, CURLINFO_RESPONSE_CODE, status);
	if (*why == '\0')
		strncat(why, curl_easy_strerror(end), CURL_ERROR_SIZE - 1);
	curl_easy_cleanup(c);
	return end;
}

/* The page has no data: it is there though the base be away. */
const char *
check_answers_site(struct pool *pool, const char *address, const char *style)
{
	const char *url = pool_printf(pool, "%s/mentions-legales/", address);
	char why[CURL_ERROR_SIZE];
	struct buf page = { 0 };
	const char *fault = NULL;
	long status;
	CURLcode end = read_page(url, &page, &status, why);

	if (end == CURLE_COULDNT_RESOLVE_HOST || end == CURLE_COULDNT_CONNECT)
		fault = pool_printf(pool, _("%s cannot be reached"), address);
	else if (end != CURLE_OK)
		fault = pool_printf(pool, "%s: %s", address, why);
	/* A server that is up and has no program says 502 or 503. */
	else if (status >= 500)
		fault = pool_printf(pool, _("%s does not answer as a site"),
		    address);
	else if (status != 200 || page.data == NULL ||
	    strstr(page.data, style) == NULL)
		fault = pool_printf(pool,
		    _("%s leads to another site than this one"), address);
	buf_free(&page);
	return fault;
}
