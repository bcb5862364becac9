/* test_ds.c - the client of DS, over a server of the test's own. */

#include <arpa/inet.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <time.h>

#include "ds/ds.h"
#include "unit.h"

enum { MB = 1 << 20, SEEN = 3 * MB };

/* ---- the server: a process, with a thread for each connection ---- */

enum manner {
	CLOSE, /* answers, then closes */
	KEEP,  /* answers and goes on; closes at the second request */
	HANG,  /* answers so far, and then no more */
	SHUT,  /* reads the request and resets the connection */
	DEAF,  /* never reads */
	FLOOD  /* answers, and then bytes without an end */
};

struct answer {
	enum manner manner;
	const char *text;
};

/* What the server saw, shared with it. */
static struct seen {
	int requests;
	size_t len;
	char text[SEEN]; /* the last request, as it came */
} * seen;

static char base[60];
static pid_t server;

static void
say(int fd, const char *s, size_t n)
{
	ssize_t k;

	for (; n > 0 && (k = send(fd, s, n, MSG_NOSIGNAL)) > 0; s += k)
		n -= (size_t)k;
}

/* Reads one request to the end of its body; false when none comes. */
static bool
hear(int fd)
{
	size_t want = SIZE_MAX;
	const char *end, *length;
	ssize_t k;

	seen->len = 0;
	while (seen->len < want) {
		k = read(fd, seen->text + seen->len, SEEN - 1 - seen->len);
		if (k <= 0)
			return false;
		seen->len += (size_t)k;
		seen->text[seen->len] = '\0';
		if (want != SIZE_MAX ||
		    (end = strstr(seen->text, "\r\n\r\n")) == NULL)
			continue;
		length = strcasestr(seen->text, "\r\nContent-Length:");
		want = (size_t)(end - seen->text) + 4;
		if (length != NULL && length < end)
			want += strtoul(length + 17, NULL, 10);
	}
	__sync_fetch_and_add(&seen->requests, 1);
	return true;
}

static void
answer(int fd, const struct answer *a)
{
	const struct linger at_once = { 1, 0 };
	static char flood[65536];

	if (a->manner == DEAF || !hear(fd)) {
		pause();
	} else if (a->manner == SHUT) {
		setsockopt(fd, SOL_SOCKET, SO_LINGER, &at_once,
		    sizeof(at_once));
	} else {
		say(fd, a->text, strlen(a->text));
		if (a->manner == HANG)
			pause();
		if (a->manner == KEEP)
			hear(fd);
		memset(flood, ' ', sizeof(flood));
		for (int i = 0; a->manner == FLOOD && i < 160; i++)
			say(fd, flood, sizeof(flood));
	}
	close(fd);
}

struct connection {
	int fd;
	const struct answer *answer;
};

static void *
answer_it(void *connection)
{
	struct connection c = *(struct connection *)connection;

	free(connection);
	answer(c.fd, c.answer);
	return NULL;
}

/* A socket of this machine that listens, on the port put in base. */
static int
open_port(const char *scheme, int waiting)
{
	struct sockaddr_in at = { .sin_family = AF_INET };
	socklen_t n = sizeof(at);
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	assert_true(fd >= 0);
	assert_int_equal(bind(fd, (struct sockaddr *)&at, n), 0);
	if (waiting >= 0)
		assert_int_equal(listen(fd, waiting), 0);
	assert_int_equal(getsockname(fd, (struct sockaddr *)&at, &n), 0);
	snprintf(base, sizeof(base), "%s://127.0.0.1:%d", scheme,
	    ntohs(at.sin_port));
	return fd;
}

/* Over that socket, serves a[0] to the first connection, a[1] to the second... the last one to
 * all that follow. */
static void
serve(int fd, const struct answer *a, size_t n)
{
	seen->requests = 0;
	fflush(NULL);
	if ((server = fork()) == 0) {
		/* A test that ends badly leaves none behind. */
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		for (size_t i = 0;; i += i + 1 < n) {
			struct connection *c = malloc(sizeof(*c));
			pthread_t thread;

			c->fd = accept(fd, NULL, NULL);
			c->answer = &a[i];
			pthread_create(&thread, NULL, answer_it, c);
			pthread_detach(thread);
		}
	}
	assert_true(server > 0);
	close(fd);
}

static void
start(const struct answer *a, size_t n)
{
	serve(open_port("http", 20), a, n);
}

static void
stop(void)
{
	kill(server, SIGKILL);
	assert_int_equal(waitpid(server, NULL, 0), server);
}

static struct ds *
client(const char *key)
{
	struct ds *d = ds_open(base, "", key);

	assert_non_null(d);
	ds_patience(d, 300, 700);
	return d;
}

/* A whole answer; of static memory. */
static const char *
http(const char *head, const char *body)
{
	static char text[20000];

	snprintf(text, sizeof(text),
	    "HTTP/1.1 %s\r\nContent-Length: %zu\r\n"
	    "Connection: close\r\n\r\n%s",
	    head, strlen(body), body);
	return text;
}

/* The head of the last request, and its body. */
static const char *
seen_body(void)
{
	const char *end = strstr(seen->text, "\r\n\r\n");

	assert_non_null(end);
	return end + 4;
}

/* Whether the request begins so. */
static bool
seen_first(const char *line)
{
	return strncmp(seen->text, line, strlen(line)) == 0;
}

static bool
seen_line(const char *line)
{
	char whole[300];
	const char *at;

	snprintf(whole, sizeof(whole), "\r\n%s\r\n", line);
	at = strcasestr(seen->text, whole);
	return at != NULL && at < seen_body();
}

static bool
seen_header(const char *name)
{
	char start_of[100];
	const char *at;

	snprintf(start_of, sizeof(start_of), "\r\n%s:", name);
	at = strcasestr(seen->text, start_of);
	return at != NULL && at < seen_body();
}

/* ---- a draft ---- */

#define TOKEN "W3LFL68vStyL62kRBdJSGU1f"
#define DS "https://demarche.numerique.gouv.fr"
#define OLD "https://www.demarches-simplifiees.fr"
#define PAGE "<!DOCTYPE html><html><body>502</body></html>"
#define DRAFT(url, number, token) \
	"{\"dossier_url\":" url \
	",\"state\":\"prefilled\",\"dossier_id\":\"RG9zc2llci0x\"" \
	",\"dossier_number\":" number ",\"dossier_prefill_token\":" token "}"
#define MADE \
	DRAFT("\"" DS "/commencer/a?prefill_token=" TOKEN "\"", "123456", \
	    "\"" TOKEN "\"")
#define AT(url) DRAFT("\"" url "\"", "1", "\"" TOKEN "\"")
#define NAMED(token) DRAFT("\"" DS "/commencer/a\"", "1", token)
#define COUNTED(number) DRAFT("\"" DS "/commencer/a\"", number, "\"" TOKEN "\"")
#define X50 "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
#define X450 X50 X50 X50 X50 X50 X50 X50 X50 X50

static enum ds_end
make(const struct answer *a, size_t n, struct ds_draft *draft)
{
	const struct buf body = { .data = "{}", .len = 2 };
	enum ds_end end;
	struct ds *d;

	start(a, n);
	d = client("key-of-the-prefecture");
	end = ds_draft_make(d, 131016, &body, draft);
	ds_close(d);
	stop();
	return end;
}

/* The body goes as it is, under the one content type that DS knows. */
static void
test_request(void **state)
{
	const size_t sizes[] = { 0, 2, 2 * MB + 1 };
	struct ds_draft draft;
	struct answer a = { CLOSE, http("201 Created", MADE) };

	(void)state;
	for (size_t i = 0; i < ROWS(sizes); i++) {
		struct buf body = { 0 };
		struct ds *d;

		if (sizes[i] > 0)
			buf_puts(&body,
			    "{\"champ_a\":\"\xc3\xa9 \\n&=%+\r\n\t");
		while (body.len < sizes[i])
			buf_putc(&body, 'x');
		start(&a, 1);
		d = client("key-of-the-prefecture");
		want_int(i, ds_draft_make(d, 131016, &body, &draft), DS_MADE);
		want_int(i, seen->requests, 1);
		want_int(i,
		    seen_first("POST /api/public/v1/demarches/131016/"
			       "dossiers HTTP/1.1\r\n"),
		    1);
		want_int(i, seen_line("Content-Type: application/json"), 1);
		want_int(i, seen_line("User-Agent: Guichet"), 1);
		want_int(i, seen_header("Expect"), 0);
		want_int(i, seen_header("Authorization"), 0);
		want_int(i, seen->len - (size_t)(seen_body() - seen->text),
		    body.len);
		if (body.len > 0)
			assert_memory_equal(seen_body(), body.data, body.len);
		ds_close(d);
		stop();
		buf_free(&body);
	}
	want_str(0, draft.url, DS "/commencer/a?prefill_token=" TOKEN);
	want_str(0, draft.token, TOKEN);
	want_int(0, draft.number, 123456);
	want_int(0, draft.retry_after, 0);
}

static const struct {
	const char *head, *body;
	enum ds_end end;
} draft_rows[] = {
	{ "201 Created", MADE, DS_MADE },
	{ "201 Created", AT(OLD "/commencer/a-b_c?prefill_token=x"), DS_MADE },
	{ "201 Created\r\nContent-Type: application/json; charset=utf-8", MADE,
	    DS_MADE },
	/* statuses */
	{ "200 OK", MADE, DS_UNSURE },
	{ "200 OK", PAGE, DS_UNSURE },
	{ "202 Accepted", MADE, DS_UNSURE },
	{ "204 No Content", "", DS_UNSURE },
	{ "301 Moved\r\nLocation: /elsewhere", "", DS_UNSURE },
	{ "307 Moved\r\nLocation: /elsewhere", MADE, DS_UNSURE },
	{ "400 Bad Request", "{\"error\":\"Content-Type\"}", DS_REFUSED },
	{ "401 Unauthorized\r\nWWW-Authenticate: Basic realm=x", "",
	    DS_REFUSED },
	{ "403 Forbidden", PAGE, DS_REFUSED },
	{ "404 Not Found", "{\"error\":\"procedure\"}", DS_GONE },
	{ "404 Not Found", PAGE, DS_GONE },
	{ "417 Expectation Failed", "", DS_REFUSED },
	{ "422 Unprocessable", "", DS_REFUSED },
	{ "429 Too Many Requests", "Trop", DS_BUSY },
	{ "500 Internal Server Error", PAGE, DS_UNSURE },
	{ "500 Internal Server Error", MADE, DS_UNSURE },
	{ "502 Bad Gateway", PAGE, DS_UNSURE },
	{ "503 Unavailable\r\nRetry-After: 5", "", DS_DOWN },
	{ "504 Gateway Timeout", "", DS_UNSURE },
	{ "999 What", MADE, DS_UNSURE },
	/* no draft in it */
	{ "201 Created", "", DS_UNSURE },
	{ "201 Created", PAGE, DS_UNSURE },
	{ "201 Created", "{}", DS_UNSURE },
	{ "201 Created", "[" MADE "]", DS_UNSURE },
	{ "201 Created", "null", DS_UNSURE },
	{ "201 Created", MADE "}", DS_UNSURE },
	{ "201 Created", MADE MADE, DS_UNSURE },
	{ "201 Created",
	    "{\"dossier_number\":1," /* twice */
	    "\"dossier_number\":2,\"dossier_url\":\"" DS "/commencer/a\","
	    "\"dossier_prefill_token\":\"" TOKEN "\"}",
	    DS_UNSURE },
	{ "201 Created", NAMED("\"\xff" TOKEN "\""), DS_UNSURE },
	/* tokens */
	{ "201 Created", NAMED("\"a_-Z0123\""), DS_MADE },
	{ "201 Created", NAMED("\"abcdefg\""), DS_UNSURE },
	{ "201 Created", NAMED("\"" X50 "01234567890123\""), DS_MADE },
	{ "201 Created", NAMED("\"" X50 "012345678901234\""), DS_UNSURE },
	{ "201 Created", NAMED("\"abcdefgh,i\""), DS_UNSURE },
	{ "201 Created", NAMED("\"abcdefgh\\u0000\""), DS_UNSURE },
	{ "201 Created", NAMED("\"abcdefgh\xc3\xa9\""), DS_UNSURE },
	{ "201 Created", NAMED("12345678"), DS_UNSURE },
	{ "201 Created", NAMED("null"), DS_UNSURE },
	/* numbers */
	{ "201 Created", COUNTED("4294967295"), DS_MADE },
	{ "201 Created", COUNTED("4294967296"), DS_UNSURE },
	{ "201 Created", COUNTED("99999999999999999999"), DS_UNSURE },
	{ "201 Created", COUNTED("0"), DS_UNSURE },
	{ "201 Created", COUNTED("-1"), DS_UNSURE },
	{ "201 Created", COUNTED("1.0"), DS_UNSURE },
	{ "201 Created", COUNTED("\"1\""), DS_UNSURE },
	/* addresses */
	{ "201 Created", AT(DS "/commencer/"), DS_UNSURE },
	{ "201 Created", AT(DS "/commencer"), DS_UNSURE },
	{ "201 Created", AT(DS "/dossiers/1"), DS_UNSURE },
	{ "201 Created", AT(DS), DS_UNSURE },
	{ "201 Created", AT("http://demarche.numerique.gouv.fr/commencer/a"),
	    DS_UNSURE },
	{ "201 Created", AT(DS ".example.org/commencer/a"), DS_UNSURE },
	{ "201 Created", AT(DS "@example.org/commencer/a"), DS_UNSURE },
	{ "201 Created", AT(DS ":444/commencer/a"), DS_UNSURE },
	{ "201 Created", AT("https://example.org/" DS "/commencer/a"),
	    DS_UNSURE },
	{ "201 Created", AT("//demarche.numerique.gouv.fr/commencer/a"),
	    DS_UNSURE },
	{ "201 Created", AT("javascript:alert(1)"), DS_UNSURE },
	{ "201 Created", AT("/commencer/a"), DS_UNSURE },
	{ "201 Created", AT(""), DS_UNSURE },
	{ "201 Created", AT(DS "/commencer/a b"), DS_UNSURE },
	{ "201 Created", AT(DS "/commencer/a\\r\\nX: y"), DS_UNSURE },
	{ "201 Created", AT(DS "/commencer/a\\\"><b"), DS_UNSURE },
	{ "201 Created", AT(DS "/commencer/\xc3\xa9"), DS_UNSURE },
	{ "201 Created", AT(DS "/commencer/" X450), DS_MADE },
	{ "201 Created", AT(DS "/commencer/" X450 "1234"), DS_MADE },
	{ "201 Created", AT(DS "/commencer/" X450 "12345"), DS_UNSURE },
	{ "201 Created", DRAFT("[]", "1", "\"" TOKEN "\""), DS_UNSURE },
};

static void
test_draft(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(draft_rows); i++) {
		struct answer a = { CLOSE,
			http(draft_rows[i].head, draft_rows[i].body) };
		struct ds_draft draft;

		memset(&draft, 'x', sizeof(draft));
		want_int(i, make(&a, 1, &draft), draft_rows[i].end);
		want_int(i, seen->requests, 1);
		want_int(i, draft.number > 0, draft_rows[i].end == DS_MADE);
		want_int(i, *draft.token != 0, draft_rows[i].end == DS_MADE);
		want_int(i, *draft.url != 0, draft_rows[i].end == DS_MADE);
		want_int(i, draft.retry_after,
		    draft_rows[i].end == DS_BUSY ? 15 : 0);
	}
}

/* The base is an address of DS too, without its path. */
static void
test_own_base(void **state)
{
	static const struct {
		const char *step;
		enum ds_end end;
	} rows[] = { { "/commencer/a", DS_MADE },
		{ "0/commencer/a", DS_UNSURE },
		{ "/mock/commencer/a", DS_UNSURE } };
	const struct buf body = { .data = "{}", .len = 2 };

	(void)state;
	for (size_t i = 0; i < ROWS(rows) * 2; i++) {
		char text[400];
		struct answer a = { CLOSE, text };
		struct ds_draft draft;
		struct ds *d;
		int fd = open_port("http", 20);

		snprintf(text, sizeof(text),
		    "HTTP/1.1 201 Created\r\n\r\n"
		    "{\"dossier_url\":\"%s%s\",\"dossier_number\":1,"
		    "\"dossier_prefill_token\":\"%s\"}",
		    base, rows[i / 2].step, TOKEN);
		serve(fd, &a, 1);
		if (i % 2 == 1)
			strcat(base, "/mock");
		d = client(NULL);
		want_int(i, ds_draft_make(d, 7, &body, &draft),
		    rows[i / 2].end);
		want_int(i,
		    seen_first(i % 2 == 1 ? "POST /mock/api/public/"
					  : "POST /api/public/"),
		    1);
		ds_close(d);
		stop();
	}
}

/* ---- how a call breaks ---- */

static const struct {
	struct answer a;
	enum ds_end end;
} break_rows[] = {
	{ { SHUT, "" }, DS_UNSURE },
	{ { CLOSE, "" }, DS_UNSURE },
	{ { HANG, "" }, DS_UNSURE },
	{ { DEAF, "" }, DS_UNSURE },
	{ { CLOSE, "HTTP/1.1 201 Cre" }, DS_UNSURE },
	{ { CLOSE, "HTTP/1.1 201 Created\r\nContent-Type: app" }, DS_UNSURE },
	{ { CLOSE, "HTTP/1.1 100 Continue\r\n\r\n" }, DS_UNSURE },
	{ { CLOSE,
	      "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\n\r\n" MADE },
	    DS_MADE },
	/* cut in the body, by a close or by time */
	{ { CLOSE, "HTTP/1.1 201 Created\r\nContent-Length: 900\r\n\r\n" MADE },
	    DS_UNSURE },
	{ { CLOSE, "HTTP/1.1 201 Created\r\n\r\n{\"dossier_url\":\"" },
	    DS_UNSURE },
	{ { CLOSE,
	      "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n"
	      "5\r\n{\"dos" },
	    DS_UNSURE },
	{ { HANG, "HTTP/1.1 201 Created\r\nContent-Length: 900\r\n\r\n" MADE },
	    DS_UNSURE },
	{ { HANG, "HTTP/1.1 201 Created\r\n" }, DS_UNSURE },
	{ { FLOOD, "HTTP/1.1 201 Created\r\n\r\n" MADE }, DS_UNSURE },
	/* a refusal that is cut is a refusal */
	{ { CLOSE, "HTTP/1.1 400 Bad\r\nContent-Length: 900\r\n\r\n{" },
	    DS_REFUSED },
	{ { HANG, "HTTP/1.1 404 Gone\r\nContent-Length: 900\r\n\r\n{" },
	    DS_GONE },
	{ { HANG, "HTTP/1.1 429 Busy\r\nRetry-After: 7\r\n\r\n" }, DS_BUSY },
	{ { FLOOD, "HTTP/1.1 403 No\r\n\r\n" }, DS_REFUSED },
	{ { FLOOD, "HTTP/1.1 500 No\r\n\r\n" }, DS_UNSURE },
	/* no HTTP */
	{ { CLOSE, MADE }, DS_UNSURE },
	{ { CLOSE, "SSH-2.0-OpenSSH\r\n" }, DS_UNSURE },
	{ { FLOOD, "" }, DS_UNSURE },
};

/* A break of the first answer never makes a second request, be it one that DS
 * would grant. */
static void
test_breaks(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(break_rows); i++) {
		struct answer a[2] = { break_rows[i].a,
			{ CLOSE, http("201 Created", MADE) } };
		struct ds_draft draft;

		want_int(i, make(a, 2, &draft), break_rows[i].end);
		want_int(i, seen->requests, a[0].manner == DEAF ? 0 : 1);
		want_int(i, draft.retry_after,
		    break_rows[i].end == DS_BUSY ? 7 : 0);
	}
}

/* A server that stops reading a large body, or goes: no signal, no doubt that
 * it may have been read. */
static void
test_large_body(void **state)
{
	static const struct answer rows[] = { { SHUT, "" }, { DEAF, "" } };
	struct buf body = { 0 };

	(void)state;
	for (int i = 0; i < 20 * MB; i += 16)
		buf_puts(&body, "0123456789abcdef");
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct ds_draft draft;
		struct ds *d;

		start(&rows[i], 1);
		d = client(NULL);
		want_int(i, ds_draft_make(d, 1, &body, &draft), DS_UNSURE);
		ds_close(d);
		stop();
	}
	buf_free(&body);
}

/* A kept connection that DS closes under a POST: libcurl would send it again. */
static void
test_not_twice(void **state)
{
	const char *token[] = { TOKEN };
	const struct answer a[] = {
		{ KEEP, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]" },
		{ CLOSE, "" }
	};
	const struct buf body = { .data = "{}", .len = 2 };
	struct ds_draft draft;
	struct ds *d;

	(void)state;
	start(a, 2);
	d = client(NULL);
	assert_int_equal(ds_draft_states(d, 1, token, 1, NULL, NULL), DS_MADE);
	assert_int_equal(ds_draft_make(d, 1, &body, &draft), DS_UNSURE);
	assert_int_equal(seen->requests, 2);
	ds_close(d);
	stop();
}

/* Nothing was sent. */
static void
test_down(void **state)
{
	static const char *const away[] = {
		/* too long a name for any DNS to be asked about */
		"http://" X50 X50 ".invalid",
		"http://",
		"ftp://127.0.0.1",
		"file:///etc",
		"",
		"http://127.0.0.1:99999",
	};
	const struct buf body = { .data = "{}", .len = 2 };
	struct ds_draft draft;
	struct ds *d;

	(void)state;
	for (size_t i = 0; i < ROWS(away) + 1; i++) {
		if (i == ROWS(away))
			close(open_port("http", -1)); /* refused */
		else
			snprintf(base, sizeof(base), "%s", away[i]);
		d = ds_open(i < ROWS(away) ? away[i] : base, "", NULL);
		assert_non_null(d);
		ds_patience(d, 300, 700);
		want_int(i, ds_draft_make(d, 1, &body, &draft), DS_DOWN);
		want_int(i, draft.number, 0);
		ds_close(d);
	}
	ds_close(NULL);
}

/* A proxy is asked instead of DS, which this machine does not know. */
static void
test_proxy(void **state)
{
	static const struct answer a = { CLOSE, "HTTP/1.1 503 No\r\n\r\n" };
	const struct buf body = { .data = "{}", .len = 2 };
	struct ds_draft draft;
	struct ds *d;

	(void)state;
	start(&a, 1);
	d = ds_open("http://ds.invalid", base, NULL);
	assert_non_null(d);
	ds_patience(d, 300, 700);
	ds_draft_make(d, 1, &body, &draft);
	assert_true(seen_first("POST http://ds.invalid/"));
	ds_close(d);
	stop();
}

/* No TLS at the other end, be it silent, and a queue that is full. */
static void
test_down_late(void **state)
{
	static const struct answer a[] = { { CLOSE, "HTTP/1.1 400 No\r\n\r\n" },
		{ DEAF, "" }, { SHUT, "" } };
	const struct buf body = { .data = "{}", .len = 2 };
	struct ds_draft draft;
	struct sockaddr_in at = { .sin_family = AF_INET };
	int fd, queued[4];
	struct ds *d;

	(void)state;
	for (size_t i = 0; i < ROWS(a); i++) {
		start(&a[i], 1);
		memmove(base + 5, base + 4, strlen(base) - 3);
		memcpy(base, "https", 5);
		d = client(NULL);
		want_int(i, ds_draft_make(d, 1, &body, &draft), DS_DOWN);
		ds_close(d);
		stop();
	}
	fd = open_port("http", 0);
	at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	at.sin_port = htons((uint16_t)atoi(strrchr(base, ':') + 1));
	for (size_t i = 0; i < ROWS(queued); i++) {
		queued[i] = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
		(void)!connect(queued[i], (struct sockaddr *)&at, sizeof(at));
	}
	d = client(NULL);
	assert_int_equal(ds_draft_make(d, 1, &body, &draft), DS_DOWN);
	ds_close(d);
	for (size_t i = 0; i < ROWS(queued); i++)
		close(queued[i]);
	close(fd);
}

/* ---- 429 ---- */

static const struct {
	const char *value;
	long least, most;
} after_rows[] = {
	{ "Retry-After: 1", 1, 1 }, { "Retry-After: 12", 12, 12 },
	{ "retry-after:   12  ", 12, 12 }, { "Retry-After: 600", 600, 600 },
	{ "Retry-After: 0", 1, 1 }, { "Retry-After: 601", 600, 600 },
	{ "Retry-After: 20260101", 600, 600 },
	{ "Retry-After: 99999999999999999999999", 600, 600 },
	{ "Retry-After: Wed, 21 Oct 2015 07:28:00 GMT", 1, 1 },
	{ "Retry-After: Fri, 31 Dec 2100 23:59:59 GMT", 600, 600 },
	{ "Retry-After: soon", 15, 15 }, { "Retry-After:", 15, 15 },
	{ "Retry-After: -5", 1, 600 }, /* what it says is not known */
	{ "X: y", 15, 15 }, { "RateLimit-Remaining: 0", 15, 15 },
	{ NULL, 100, 121 }, /* a date two minutes away */
};

static void
test_retry_after(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(after_rows); i++) {
		char head[200], date[100];
		time_t then = time(NULL) + 121;
		struct answer a = { CLOSE, NULL };
		struct ds_draft draft;

		strftime(date, sizeof(date),
		    "Retry-After: %a, %d %b %Y %H:%M:%S GMT", gmtime(&then));
		snprintf(head, sizeof(head), "429 Too Many Requests\r\n%s",
		    after_rows[i].value != NULL ? after_rows[i].value : date);
		a.text = http(head, "Trop de requ\xc3\xaates");
		want_int(i, make(&a, 1, &draft), DS_BUSY);
		want_int(i, draft.retry_after >= after_rows[i].least, 1);
		want_int(i, draft.retry_after <= after_rows[i].most, 1);
	}
}

/* ---- schemas ---- */

#define SCHEMA(number) \
	"{\"id\":\"x\",\"number\":" number \
	",\"revision\":{\"id\":\"y\",\"champDescriptors\":[]}}"
#define DATA(object) "{\"data\":{\"demarcheDescriptor\":" object "}}"
#define ERROR(code) \
	"{\"data\":null,\"errors\":[{\"message\":\"no\"," \
	"\"extensions\":{\"code\":\"" code "\"}}]}"

static const struct {
	bool by_number;
	const char *head, *body;
	enum ds_end end;
} schema_rows[] = {
	{ false, "200 OK", SCHEMA("88444"), DS_MADE },
	{ false, "200 OK", SCHEMA("5"), DS_MADE },
	{ false, "200 OK", SCHEMA("null"), DS_UNSURE },
	{ false, "200 OK", SCHEMA("\"88444\""), DS_UNSURE },
	{ false, "200 OK", DATA(SCHEMA("88444")), DS_UNSURE },
	{ false, "200 OK", PAGE, DS_UNSURE },
	{ false, "200 OK", "", DS_UNSURE },
	{ false, "200 OK", "[]", DS_UNSURE },
	{ false, "200 OK", "{\"number\":1,\"number\":1}", DS_UNSURE },
	{ false, "200 OK", "{\"number\":1,\"a\":\"\\u0000\"}", DS_UNSURE },
	{ false, "201 Created", SCHEMA("88444"), DS_UNSURE },
	{ false, "302 Found\r\nLocation: /", "", DS_UNSURE },
	{ false, "404 Not Found", "{\"error\":\"x\"}", DS_GONE },
	{ false, "410 Gone", "", DS_REFUSED },
	{ false, "429 Busy", "", DS_BUSY },
	{ false, "503 Unavailable", PAGE, DS_DOWN },
	{ true, "200 OK", DATA(SCHEMA("88444")), DS_MADE },
	{ true, "200 OK",
	    "{\"errors\":[],\"data\":{\"demarcheDescriptor\":" SCHEMA(
		"88444") "}}",
	    DS_MADE },
	{ true, "200 OK",
	    "{\"errors\":null,\"data\":{\"demarcheDescriptor\":" SCHEMA(
		"88444") "}}",
	    DS_MADE },
	{ true, "200 OK", DATA(SCHEMA("5")), DS_UNSURE },
	{ true, "200 OK", SCHEMA("88444"), DS_UNSURE },
	{ true, "200 OK", DATA("null"), DS_GONE },
	{ true, "200 OK", DATA("[]"), DS_UNSURE },
	{ true, "200 OK", "{\"data\":null}", DS_UNSURE },
	{ true, "200 OK", "{\"data\":[]}", DS_UNSURE },
	{ true, "200 OK", ERROR("not_found"), DS_GONE },
	{ true, "200 OK", ERROR("unauthorized"), DS_REFUSED },
	{ true, "200 OK", ERROR("bad_request"), DS_REFUSED },
	{ true, "200 OK", ERROR("graphql_parse_failed"), DS_REFUSED },
	{ true, "200 OK", ERROR("timeout"), DS_UNSURE },
	{ true, "200 OK", ERROR("internal_server_error"), DS_UNSURE },
	{ true, "200 OK", ERROR("other"), DS_UNSURE },
	{ true, "200 OK", "{\"errors\":[{\"message\":\"no\"}]}", DS_UNSURE },
	{ true, "200 OK", "{\"errors\":\"no\"}", DS_UNSURE },
	{ true, "200 OK",
	    "{\"errors\":[\"no\"],\"data\":{"
	    "\"demarcheDescriptor\":" SCHEMA("88444") "}}",
	    DS_UNSURE },
	{ true, "200 OK", PAGE, DS_UNSURE },
	{ true, "200 OK", "", DS_UNSURE },
	{ true, "201 Created", DATA(SCHEMA("88444")), DS_UNSURE },
	{ true, "400 Bad Request", ERROR("not_found"), DS_GONE },
	{ true, "400 Bad Request", ERROR("timeout"), DS_REFUSED },
	{ true, "400 Bad Request", DATA(SCHEMA("88444")), DS_REFUSED },
	{ true, "400 Bad Request", PAGE, DS_REFUSED },
	{ true, "403 Forbidden", "", DS_REFUSED },
	{ true, "404 Not Found", PAGE, DS_GONE },
	{ true, "429 Busy", "", DS_BUSY },
	{ true, "500 Error", ERROR("not_found"), DS_UNSURE },
};

static void
test_schema(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(schema_rows); i++) {
		bool by_number = schema_rows[i].by_number;
		struct answer a = { CLOSE,
			http(schema_rows[i].head, schema_rows[i].body) };
		struct ds *d;
		json_t *schema = NULL;

		start(&a, 1);
		d = client("key-of-the-prefecture");
		want_int(i,
		    ds_schema(d, by_number ? NULL : "a/b c",
			by_number ? 88444 : 0, &schema),
		    schema_rows[i].end);
		want_int(i, schema != NULL, schema_rows[i].end == DS_MADE);
		if (schema != NULL)
			assert_true(json_is_object(
			    json_object_get(schema, "revision")));
		json_decref(schema);
		want_int(i, seen->requests, 1);
		want_int(i, seen_header("Authorization"), 0);
		if (by_number) {
			want_int(i,
			    seen_first("POST /api/v2/graphql HTTP/1.1\r\n"), 1);
			want_int(i, seen_line("Content-Type: application/json"),
			    1);
			want_str(i, seen_body(),
			    "{\"queryId\":\"ds-query-v2\","
			    "\"operationName\":\"getDemarcheDescriptor\","
			    "\"variables\":{\"demarche\":{\"number\":88444},"
			    "\"includeRevision\":true}}");
		} else {
			want_int(i,
			    seen_first("GET /preremplir/a%2Fb+c/schema "
				       "HTTP/1.1\r\n"),
			    1);
			want_int(i, seen_header("Content-Type"), 0);
		}
		ds_close(d);
		stop();
	}
}

/* Just under 8 MB is read, just over is not; nested without end neither. */
static void
test_size(void **state)
{
	static const struct {
		size_t n;
		char c;
		enum ds_end end;
	} rows[] = { { 8 * MB, ' ', DS_MADE }, { 8 * MB + 1, ' ', DS_UNSURE },
		{ MB, '[', DS_UNSURE } };
	const char *head = "HTTP/1.1 200 OK\r\n\r\n", *body = SCHEMA("1");
	char *text = malloc(9 * MB);

	(void)state;
	assert_non_null(text);
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct answer a = { CLOSE, text };
		json_t *schema;
		struct ds *d;

		memset(text, rows[i].c, 9 * MB);
		memcpy(text, head, strlen(head));
		memcpy(text + strlen(head) + rows[i].n - strlen(body), body,
		    strlen(body));
		text[strlen(head) + rows[i].n] = '\0';
		start(&a, 1);
		d = client(NULL);
		ds_patience(d, 5000, 20000);
		want_int(i, ds_schema(d, "a", 0, &schema), rows[i].end);
		json_decref(schema);
		ds_close(d);
		stop();
	}
	free(text);
}

/* Each way a GET or GraphQL breaks, shortly. */
static void
test_schema_breaks(void **state)
{
	static const struct {
		struct answer a;
		enum ds_end end;
	} rows[] = { { { HANG, "" }, DS_UNSURE }, { { CLOSE, "" }, DS_UNSURE },
		{ { CLOSE,
		      "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n" SCHEMA(
			  "1") },
		    DS_UNSURE },
		{ { FLOOD, "HTTP/1.1 200 OK\r\n\r\n" }, DS_UNSURE } };
	struct ds *d;
	json_t *schema;

	(void)state;
	for (size_t i = 0; i < 2 * ROWS(rows); i++) {
		start(&rows[i / 2].a, 1);
		d = client(NULL);
		want_int(i, ds_schema(d, i % 2 ? "a" : NULL, 1, &schema),
		    rows[i / 2].end);
		assert_null(schema);
		ds_close(d);
		stop();
	}
	close(open_port("http", -1));
	d = client(NULL);
	assert_int_equal(ds_schema(d, NULL, 1, &schema), DS_DOWN);
	assert_int_equal(ds_schema(d, "a", 1, &schema), DS_DOWN);
	ds_close(d);
}

/* ---- states of drafts ---- */

#define UNOPENED \
	"{\"dossier_url\":\"" DS "/commencer/a?prefill_token=" TOKEN \
	"\",\"state\":\"prefilled\",\"dossier_id\":\"RG9zc2llci0x\"," \
	"\"dossier_number\":1,\"dossier_prefill_token\":\"" TOKEN "\"}"
#define OWNED(state) \
	"{\"state\":" state ",\"submitted_at\":" \
	"\"2026-11-24T10:00:00.000+01:00\",\"dossier_id\":\"RG9zc2llci0y\"," \
	"\"dossier_number\":2,\"dossier_prefill_token\":\"second_-token\"}"
#define SECOND OWNED("\"en_construction\"")

static const struct {
	const char *head, *body;
	enum ds_end end;
	const char *told;
} state_rows[] = {
	{ "200 OK", "[]", DS_MADE, "" },
	{ "200 OK", "[" UNOPENED "," SECOND "]", DS_MADE,
	    TOKEN "=1:prefilled second_-token=2:en_construction " },
	{ "200 OK", "[" OWNED("\"brouillon\"") "]", DS_MADE,
	    "second_-token=2:brouillon " },
	{ "200 OK", "[" OWNED("\"en_instruction\"") "]", DS_MADE,
	    "second_-token=2:en_instruction " },
	{ "200 OK", "[" OWNED("\"accepte\"") "]", DS_MADE,
	    "second_-token=2:accepte " },
	{ "200 OK", "[" OWNED("\"refuse\"") "]", DS_MADE,
	    "second_-token=2:refuse " },
	{ "200 OK", "[" OWNED("\"sans_suite\"") "]", DS_MADE,
	    "second_-token=2:sans_suite " },
	/* one that is not understood, and none is told of */
	{ "200 OK", "[" UNOPENED "," OWNED("\"other\"") "]", DS_UNSURE, "" },
	{ "200 OK", "[" UNOPENED "," OWNED("null") "]", DS_UNSURE, "" },
	{ "200 OK", "[" UNOPENED ",null]", DS_UNSURE, "" },
	{ "200 OK", "[" UNOPENED ",[]]", DS_UNSURE, "" },
	{ "200 OK",
	    "[{\"state\":\"accepte\",\"dossier_prefill_token\":\"" TOKEN "\"}]",
	    DS_UNSURE, "" },
	{ "200 OK", "[{\"state\":\"accepte\",\"dossier_number\":1}]", DS_UNSURE,
	    "" },
	{ "200 OK",
	    "[{\"state\":\"accepte\",\"dossier_number\":1,"
	    "\"dossier_prefill_token\":\"not-asked-about\"}]",
	    DS_UNSURE, "" },
	{ "200 OK",
	    "[{\"state\":\"accepte\",\"dossier_number\":1,"
	    "\"dossier_prefill_token\":\"a,b&c=d\"}]",
	    DS_UNSURE, "" },
	{ "200 OK", UNOPENED, DS_UNSURE, "" },
	{ "200 OK", "{}", DS_UNSURE, "" },
	{ "200 OK", PAGE, DS_UNSURE, "" },
	{ "200 OK", "", DS_UNSURE, "" },
	{ "200 OK", "[" UNOPENED, DS_UNSURE, "" },
	{ "201 Created", "[" UNOPENED "]", DS_UNSURE, "" },
	{ "301 Moved\r\nLocation: /x", "", DS_UNSURE, "" },
	{ "403 Forbidden", "", DS_REFUSED, "" },
	{ "404 Not Found", "{\"error\":\"x\"}", DS_GONE, "" },
	{ "429 Busy", "", DS_BUSY, "" },
	{ "500 Error", PAGE, DS_UNSURE, "" },
};

static void
note(void *arg, const char *token, unsigned long number, const char *word)
{
	char *told = arg;

	sprintf(told + strlen(told), "%s=%lu:%s ", token, number, word);
}

static void
test_states(void **state)
{
	static const char *const token[] = { "short", TOKEN, "a,b&c=d",
		"second_-token" };

	(void)state;
	for (size_t i = 0; i < ROWS(state_rows); i++) {
		struct answer a = { CLOSE,
			http(state_rows[i].head, state_rows[i].body) };
		char told[300] = "";
		struct ds *d;

		start(&a, 1);
		d = client("key-of-the-prefecture");
		want_int(i,
		    ds_draft_states(d, 131016, token, ROWS(token), note, told),
		    state_rows[i].end);
		want_str(i, told, state_rows[i].told);
		want_int(i, seen->requests, 1);
		want_int(i,
		    seen_first("GET /api/public/v1/demarches/131016/"
			       "dossiers?prefill_token=" TOKEN ",second_-token "
			       "HTTP/1.1\r\n"),
		    1);
		want_int(i, seen_header("Authorization"), 0);
		want_int(i, seen_header("Content-Type"), 0);
		ds_close(d);
		stop();
	}
}

/* Fifty are asked, no more; none, and DS is let be. */
static void
test_states_many(void **state)
{
	const struct answer a = { CLOSE, "HTTP/1.1 200 OK\r\n\r\n[]" };
	const char *token[51], *bad[] = { "", "short", TOKEN TOKEN TOKEN };
	struct ds *d;

	(void)state;
	for (size_t i = 0; i < ROWS(token); i++)
		token[i] = X50 "12345678901234";
	start(&a, 1);
	d = client(NULL);
	assert_int_equal(ds_draft_states(d, 1, token, 51, note, NULL),
	    DS_REFUSED);
	assert_int_equal(ds_draft_states(d, 1, token, 0, note, NULL), DS_MADE);
	assert_int_equal(ds_draft_states(d, 1, bad, ROWS(bad), note, NULL),
	    DS_MADE);
	assert_int_equal(seen->requests, 0);
	assert_int_equal(ds_draft_states(d, 1, token, 50, note, NULL), DS_MADE);
	assert_int_equal(seen->requests, 1);
	ds_close(d);
	stop();
	close(open_port("http", -1));
	d = client(NULL);
	assert_int_equal(ds_draft_states(d, 1, token, 1, note, NULL), DS_DOWN);
	ds_close(d);
}

/* ---- state of a dossier ---- */

#define DOSSIER(number, state) \
	"{\"data\":{\"dossier\":{\"id\":\"x\"," \
	"\"number\":" number ",\"state\":" state "}}}"

static const struct {
	const char *head, *body;
	enum ds_end end;
	const char *word;
} dossier_rows[] = {
	{ "200 OK", DOSSIER("77", "\"en_instruction\""), DS_MADE,
	    "en_instruction" },
	{ "200 OK", DOSSIER("77", "\"accepte\""), DS_MADE, "accepte" },
	{ "200 OK", DOSSIER("78", "\"accepte\""), DS_UNSURE, "" },
	{ "200 OK", DOSSIER("77", "\"a_state_longer_than_its_room\""),
	    DS_UNSURE, "" },
	{ "200 OK", DOSSIER("77", "null"), DS_UNSURE, "" },
	{ "200 OK", DOSSIER("77", "1"), DS_UNSURE, "" },
	{ "200 OK", "{\"data\":{\"dossier\":null}}", DS_GONE, "" },
	{ "200 OK", ERROR("not_found"), DS_GONE, "" },
	{ "200 OK", ERROR("unauthorized"), DS_REFUSED, "" },
	{ "200 OK", ERROR("timeout"), DS_UNSURE, "" },
	{ "200 OK", PAGE, DS_UNSURE, "" },
	{ "200 OK", "{}", DS_UNSURE, "" },
	{ "301 Moved\r\nLocation: /x", "", DS_UNSURE, "" },
	{ "400 Bad Request", ERROR("not_found"), DS_GONE, "" },
	{ "401 Unauthorized\r\nWWW-Authenticate: Bearer",
	    "{\"error\":\"Token expired\"}", DS_REFUSED, "" },
	{ "403 Forbidden", "", DS_REFUSED, "" },
	{ "404 Not Found", "", DS_GONE, "" },
	{ "429 Busy", "", DS_BUSY, "" },
	{ "502 Bad Gateway", PAGE, DS_UNSURE, "" },
};

static void
test_dossier(void **state)
{
	char word[20] = "x";
	struct ds *d;

	(void)state;
	for (size_t i = 0; i < ROWS(dossier_rows); i++) {
		struct answer a = { CLOSE,
			http(dossier_rows[i].head, dossier_rows[i].body) };

		start(&a, 1);
		d = client("key-of-the-prefecture");
		want_int(i, ds_dossier_state(d, 77, word), dossier_rows[i].end);
		want_str(i, word, dossier_rows[i].word);
		want_int(i, seen->requests, 1);
		want_int(i, seen_first("POST /api/v2/graphql HTTP/1.1\r\n"), 1);
		want_int(i, seen_line("Content-Type: application/json"), 1);
		want_int(i,
		    seen_line("Authorization: Bearer key-of-the-prefecture"),
		    1);
		want_str(i, seen_body(),
		    "{\"queryId\":\"ds-query-v2\","
		    "\"operationName\":\"getDossier\",\"variables\":{"
		    "\"dossierNumber\":77,\"includeChamps\":false,"
		    "\"includeAnotations\":false,\"includeAnnotations\":false,"
		    "\"includeTraitements\":false,"
		    "\"includeInstructeurs\":false}}");
		/* and nothing of it follows into the next call */
		ds_draft_states(d, 1, &(const char *){ TOKEN }, 1, note, NULL);
		want_int(i, seen->requests, 2);
		want_int(i, seen_first("GET /api/public/v1/demarches/1/"), 1);
		want_int(i, seen_header("Authorization"), 0);
		ds_close(d);
		stop();
	}
	close(open_port("http", -1));
	d = client("key-of-the-prefecture");
	assert_int_equal(ds_dossier_state(d, 77, word), DS_DOWN);
	ds_close(d);
	d = client(NULL);
	assert_int_equal(ds_dossier_state(d, 77, word), DS_REFUSED);
	want_str(0, word, "");
	ds_close(d);
}

/* ---- what is logged ---- */

/* One line a failure, and no secret in it, whatever DS answers. */
static void
test_log(void **state)
{
	static const char *const secret[] = { TOKEN, "second_-token", "secret",
		"key-of-the-prefecture", "commencer", "prefill_token",
		"example" };
	const char *token[] = { TOKEN, "second_-token" };
	const struct buf body = { .data = "{\"a\":\"secret\"}", .len = 14 };
	struct ds_draft draft;
	char log[20000], word[20], *dir = unit_folder();
	size_t calls = 0, lines = 0;
	int kept = dup(STDERR_FILENO), fd;
	ssize_t n;

	(void)state;
	fd = open(unit_file(dir, "log", "", 0), O_RDWR);
	assert_true(fd >= 0 && kept >= 0);
	dup2(fd, STDERR_FILENO);
	for (size_t i = 0; i < ROWS(draft_rows); i += 3) {
		struct answer a = { CLOSE,
			http(draft_rows[i].head,
			    "{\"dossier_url\":\"https://example.org/commencer/secret\","
			    "\"dossier_number\":1,\"dossier_prefill_token\":\"" TOKEN
			    "\",\"errors\":[\"secret\"]}") };
		json_t *schema;
		struct ds *d;

		start(&a, 1);
		d = client("key-of-the-prefecture");
		ds_draft_make(d, 131016, &body, &draft);
		ds_draft_states(d, 131016, token, 2, note, NULL);
		ds_dossier_state(d, 77, word);
		ds_schema(d, NULL, 131016, &schema);
		ds_schema(d, "slug", 131016, &schema);
		calls += 5;
		ds_close(d);
		stop();
	}
	dup2(kept, STDERR_FILENO);
	close(kept);
	n = pread(fd, log, sizeof(log) - 1, 0);
	close(fd);
	unit_remove(dir);
	assert_true(n > 0);
	log[n] = '\0';
	for (const char *p = log; (p = strchr(p, '\n')) != NULL; p++)
		lines++;
	want_int(0, lines, calls);
	for (size_t i = 0; i < ROWS(secret); i++)
		want_int(i, strstr(log, secret[i]) != NULL, 0);
	assert_non_null(strstr(log, "ds: draft of \"131016\": HTTP 404\n"));
}

static int
begin(void **state)
{
	(void)state;
	/* A proxy of the machine's would come between. */
	unsetenv("http_proxy");
	unsetenv("https_proxy");
	unsetenv("HTTPS_PROXY");
	unsetenv("all_proxy");
	unsetenv("ALL_PROXY");
	seen = mmap(NULL, sizeof(*seen), PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	return seen == MAP_FAILED;
}

static int
end(void **state)
{
	(void)state;
	munmap(seen, sizeof(*seen));
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_request),
		cmocka_unit_test(test_draft),
		cmocka_unit_test(test_own_base),
		cmocka_unit_test(test_breaks),
		cmocka_unit_test(test_large_body),
		cmocka_unit_test(test_not_twice),
		cmocka_unit_test(test_down),
		cmocka_unit_test(test_down_late),
		cmocka_unit_test(test_proxy),
		cmocka_unit_test(test_retry_after),
		cmocka_unit_test(test_schema),
		cmocka_unit_test(test_size),
		cmocka_unit_test(test_schema_breaks),
		cmocka_unit_test(test_states),
		cmocka_unit_test(test_states_many),
		cmocka_unit_test(test_dossier),
		cmocka_unit_test(test_log),
	};

	return cmocka_run_group_tests_name("ds", tests, begin, end);
}
