#ifndef SERVER_H
#define SERVER_H

#include <arpa/inet.h>
#include <ctype.h>
#include <pthread.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <time.h>
#include <zlib.h>

#include "unit.h"

/*
 * A server that misbehaves: a process with two ports of this machine, and a
 * thread for each connection.  What it answers is in the address; a proxy's
 * questions (http://host/path) are answered as if it were the host.
 *
 *   /to/302?URL           leads to URL
 *   /status/503?A:b       that status, with a header of one line
 *   /first/2/503?A:b      the same, so many times; then a document
 *   /packed?1000          gzip of so many bytes
 *   /page/NAME            a canned answer: pages, below
 */

/* What it saw, shared with it. */
static struct seen {
	int requests, connections;
	size_t len;
	char text[200000]; /* heads and bodies, one after another */
} * seen;

static int ports[2];
static pid_t server;

/* How the server goes on after the text of a page. */
enum manner {
	GO_ON,   /* waits for another question */
	CLOSE,   /* closes */
	HANG,    /* says no more */
	TRICKLE, /* ten bytes a second, without an end */
	FLOOD    /* what is there again, without an end */
};

static const struct page {
	const char *name;
	enum manner manner;
	const char *text;
} pages[] = {
	{ "plain", GO_ON,
	    "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n"
	    "ETag: W/\"a-\xc3\xa9\"\r\n"
	    "Last-Modified: Mon, 30 Nov 2026 10:00:00 GMT\r\n"
	    "Content-Type: application/json; charset=utf-8\r\n"
	    "X-Data-Version: 42\r\n"
	    "Link: <http://a.example/>; rel=\"prev\"\r\n"
	    "Link: <?page=2&size=5>; rel=\"last next\"\r\n"
	    "Set-Cookie: a=b\r\n\r\nhello" },
	{ "odd", GO_ON,
	    "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n"
	    "ETag: \"a\x01"
	    "b\"\r\n"
	    "Last-Modified: Mon, 30 Nov 2026 10:00:00 GMT and all that "
	    "follows it without an end in sight\r\n"
	    "Content-Type: text/\xff\r\n"
	    "X-Data-Version: \r\n"
	    "Link: <ftp://a.example/>; rel=next\r\n\r\nhello" },
	{ "empty", GO_ON, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n" },
	{ "cut", CLOSE, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhello" },
	{ "cut-chunk", CLOSE,
	    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
	    "5\r\nhello\r\n" },
	{ "trailer", GO_ON,
	    "HTTP/1.1 103 Hints\r\nLink: </a>; rel=preload\r\n\r\n"
	    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
	    "5\r\nhello\r\n0\r\nDigest: a\r\n\r\n" },
	{ "cut-503", CLOSE,
	    "HTTP/1.1 503 Later\r\nContent-Length: 100\r\n\r\nhello" },
	{ "cut-302", CLOSE,
	    "HTTP/1.1 302 Found\r\nLocation: plain\r\n"
	    "Content-Length: 100\r\n\r\nhello" },
	{ "cut-head", CLOSE, "HTTP/1.1 302 Found\r\nLoca" },
	{ "cut-head-200", CLOSE, "HTTP/1.1 200 OK\r\nServer: a\r\nContent-Le" },
	{ "cut-line", CLOSE, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n" },
	{ "unsaid", CLOSE, "HTTP/1.0 200 OK\r\n\r\nhello" },
	{ "no-http", CLOSE, "hello\r\n" },
	{ "nothing", CLOSE, "" },
	{ "hang", HANG, "" },
	{ "hang-body", HANG,
	    "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhello" },
	{ "trickle", TRICKLE, "HTTP/1.1 200 OK\r\n\r\n" },
	{ "flood", FLOOD, "HTTP/1.1 200 OK\r\n\r\nhello" },
	{ "flood-404", FLOOD, "HTTP/1.1 404 Nothing\r\n\r\nhello" },
	{ "flood-head", FLOOD, "HTTP/1.1 200 OK\r\n" },
	{ "large", HANG,
	    "HTTP/1.1 200 OK\r\nContent-Length: 100000000000\r\n\r\n" },
	{ "no-gzip", GO_ON,
	    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n"
	    "Content-Length: 5\r\n\r\nhello" },
	{ "lost", GO_ON, "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n" },
};

static bool
say(int fd, const void *bytes, size_t n)
{
	const char *s = bytes;
	ssize_t k;

	for (; n > 0 && (k = send(fd, s, n, MSG_NOSIGNAL)) > 0; s += k)
		n -= (size_t)k;
	return n == 0;
}

__attribute__((format(printf, 2, 3))) static void
sayf(int fd, const char *fmt, ...)
{
	char text[9000];
	va_list args;
	int n;

	va_start(args, fmt);
	n = vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	say(fd, text, (size_t)n);
}

/* Reads one question to the end of its body; false when none comes. */
static bool
hear(int fd, char *text, size_t size)
{
	size_t n = 0, want = SIZE_MAX;
	const char *end, *length;
	ssize_t k;

	while (n < want && n < size - 1) {
		if ((k = read(fd, text + n, size - 1 - n)) <= 0)
			return false;
		n += (size_t)k;
		text[n] = '\0';
		/* TLS, which is not spoken here */
		if (text[0] == 0x16)
			return false;
		if (want != SIZE_MAX ||
		    (end = strstr(text, "\r\n\r\n")) == NULL)
			continue;
		length = strcasestr(text, "\r\nContent-Length:");
		want = (size_t)(end - text) + 4;
		if (length != NULL && length < end)
			want += strtoul(length + 17, NULL, 10);
	}
	if (seen->len + n < sizeof(seen->text)) {
		memcpy(seen->text + seen->len, text, n);
		seen->len += n;
		seen->text[seen->len] = '\0';
	}
	__sync_fetch_and_add(&seen->requests, 1);
	return true;
}

/* Gzip that unpacks to so many bytes: zeros, of which a megabyte takes one
 * kilobyte. */
static void
say_packed(int fd, size_t unpacked)
{
	static unsigned char zeros[1 << 16], packed[1 << 17];
	z_stream z = { 0 };
	size_t n;

	deflateInit2(&z, 9, Z_DEFLATED, 31, 9, Z_DEFAULT_STRATEGY);
	z.next_out = packed;
	z.avail_out = sizeof(packed);
	for (size_t done = 0; done < unpacked; done += n) {
		n = unpacked - done < sizeof(zeros) ? unpacked - done
						    : sizeof(zeros);
		z.next_in = zeros;
		z.avail_in = (unsigned)n;
		deflate(&z, done + n < unpacked ? Z_NO_FLUSH : Z_FINISH);
	}
	n = z.total_out;
	deflateEnd(&z);
	sayf(fd,
	    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n"
	    "Content-Length: %zu\r\n\r\n",
	    n);
	say(fd, packed, n);
}

static bool
show_page(int fd, const char *name)
{
	static const struct timespec second = { 1, 0 };
	const struct page *p = pages;

	while (strcmp(p->name, name) != 0)
		if (++p == pages + ROWS(pages))
			return false;
	say(fd, p->text, strlen(p->text));
	if (p->manner == HANG)
		pause();
	while (p->manner == TRICKLE && say(fd, "0123456789", 10))
		nanosleep(&second, NULL);
	while (p->manner == FLOOD &&
	    say(fd, "Header: of an answer\r\nHeader: of an answer\r\n", 44))
		continue;
	return p->manner == GO_ON;
}

static void
say_status(int fd, long status, const char *line)
{
	sayf(fd, "HTTP/1.1 %ld Said\r\nContent-Length: 3\r\n%s%s\r\nno\n",
	    status, line, *line != '\0' ? "\r\n" : "");
}

/* Answers what was heard; whether the connection goes on. */
static bool
answer(int fd, char *text)
{
	char *path = strchr(text, '/'), *rest;
	long times;

	if (strncmp(text, "CONNECT ", 8) == 0) {
		say_status(fd, 407, "");
		return false;
	}
	path[strcspn(path, " ")] = '\0';
	if (path[1] == '/' && (path = strchr(path + 2, '/')) == NULL)
		return false;
	rest = path + strcspn(path, "?");
	if (*rest == '?')
		*rest++ = '\0';
	if (strncmp(path, "/to/", 4) == 0)
		sayf(fd,
		    "HTTP/1.1 %s To\r\nLocation: %s\r\nContent-Length: 4\r\n\r\n"
		    "gone",
		    path + 4, rest);
	else if (strncmp(path, "/status/", 8) == 0)
		say_status(fd, atol(path + 8), rest);
	else if (strncmp(path, "/first/", 7) == 0 &&
	    (times = strtol(path + 7, &path, 10), seen->requests <= times))
		say_status(fd, atol(path + 1), rest);
	else if (strcmp(path, "/packed") == 0)
		say_packed(fd, strtoul(rest, NULL, 10));
	else
		return show_page(fd,
		    strncmp(path, "/page/", 6) == 0 ? path + 6 : "plain");
	return true;
}

static void *
serve_one(void *arg)
{
	int fd = (int)(intptr_t)arg;
	static const size_t size = 20000;
	char *text = malloc(size);

	while (hear(fd, text, size) && answer(fd, text))
		continue;
	free(text);
	close(fd);
	return NULL;
}

static void *
serve_port(void *arg)
{
	int fd;
	pthread_t thread;

	while ((fd = accept((int)(intptr_t)arg, NULL, NULL)) >= 0) {
		__sync_fetch_and_add(&seen->connections, 1);
		pthread_create(&thread, NULL, serve_one, (void *)(intptr_t)fd);
		pthread_detach(thread);
	}
	return NULL;
}

/* A port of this machine, on which a server listens unless it is none. */
static int
open_port(int *port, bool listens)
{
	struct sockaddr_in at = { .sin_family = AF_INET };
	socklen_t n = sizeof(at);
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	assert_true(fd >= 0);
	assert_int_equal(bind(fd, (struct sockaddr *)&at, n), 0);
	if (listens)
		assert_int_equal(listen(fd, 20), 0);
	assert_int_equal(getsockname(fd, (struct sockaddr *)&at, &n), 0);
	*port = ntohs(at.sin_port);
	return fd;
}

static void
server_start(void)
{
	int fd[2] = { open_port(&ports[0], true), open_port(&ports[1], true) };
	pthread_t thread;

	seen = mmap(NULL, sizeof(*seen), PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	assert_true(seen != MAP_FAILED);
	fflush(NULL);
	if ((server = fork()) == 0) {
		/* A test that ends badly leaves none behind. */
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		pthread_create(&thread, NULL, serve_port,
		    (void *)(intptr_t)fd[1]);
		serve_port((void *)(intptr_t)fd[0]);
		_exit(0);
	}
	assert_true(server > 0);
	close(fd[0]);
	close(fd[1]);
}

static void
server_stop(void)
{
	kill(server, SIGKILL);
	assert_int_equal(waitpid(server, NULL, 0), server);
	munmap(seen, sizeof(*seen));
}

static void
server_forget(void)
{
	seen->requests = seen->connections = 0;
	seen->len = 0;
	seen->text[0] = '\0';
}

#endif
