/* check_answers.c - whether programs and nginx answer. */

#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "admin/check_answers.h"
#include "base/buf.h"
#include "base/say.h"

/* Of the FastCGI specification, 8: types of records, and the role. */
enum { BEGIN = 1, PARAMS = 4, STDIN = 5, STDOUT = 6, RESPONDER = 1 };
enum { HEADER = 8, PATIENCE = 5 };

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

/* The host and the port of an address, which conf.c has checked. */
static void
split_address(const char *address, char host[256], char port[16])
{
	const char *s = strstr(address, "://"), *colon;
	size_t n;

	s = s != NULL ? s + 3 : address;
	n = strcspn(s, "/");
	colon = memchr(s, ':', n);
	snprintf(host, 256, "%.*s", (int)(colon != NULL ? colon - s : (int)n),
	    s);
	if (colon != NULL)
		snprintf(port, 16, "%.*s", (int)(s + n - colon - 1), colon + 1);
	else
		snprintf(port, 16, "%s",
		    strncmp(address, "https", 5) == 0 ? "443" : "80");
}

/* A connection to any of the machine's addresses; -1 when there is none. */
static int
connect_site(const char *host, const char *port)
{
	const struct addrinfo hints = { .ai_socktype = SOCK_STREAM };
	struct addrinfo *all = NULL;
	int fd = -1;

	if (getaddrinfo(host, port, &hints, &all) != 0)
		return -1;
	for (struct addrinfo *a = all; a != NULL && fd < 0; a = a->ai_next) {
		fd = socket(a->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
		if (fd < 0)
			continue;
		set_patience(fd);
		if (connect(fd, a->ai_addr, a->ai_addrlen) != 0) {
			close(fd);
			fd = -1;
		}
	}
	freeaddrinfo(all);
	return fd;
}

const char *
check_answers_site(struct pool *pool, const char *address)
{
	char host[256], port[16], answer[12];
	const char *fault = NULL;
	struct buf b = { 0 };
	int fd;

	split_address(address, host, port);
	if ((fd = connect_site(host, port)) < 0)
		return pool_printf(pool, _("%s cannot be reached"), address);
	buf_putf(&b,
	    "HEAD / HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n"
	    "User-Agent: guichet-check\r\n\r\n",
	    host);
	/* "HTTP/1.1 200": a server that is up and has no program says 502. */
	if (strncmp(address, "https", 5) != 0 &&
	    (!ask(fd, &b, answer, sizeof(answer)) ||
		strncmp(answer, "HTTP/1.", 7) != 0 || answer[9] == '5'))
		fault = pool_printf(pool, _("%s does not answer as a site"),
		    address);
	close(fd);
	buf_free(&b);
	return fault;
}
