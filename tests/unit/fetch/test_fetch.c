/* test_fetch.c - documents by HTTP, from a server that misbehaves. */

#include "base/clock.h"
#include "fetch/fetch.h"
#include "server.h"
#include "unit.h"

#define AGENT "Guichet/0.0.0 (+https://aides.example.fr)"
#define SECRET "SECRET-of-the-feed"

static const char *const no_header[] = { NULL };
static const char *const secret[] = { "X-AUTH-TOKEN: " SECRET,
	"Authorization: Bearer " SECRET, NULL };

/* "A/" is the server, "B/" its other port, "L/" its other name; in an address
 * of static memory. */
static const char *
at(const char *pattern)
{
	static char s[4][4000];
	static int turn;
	char *out = s[turn = (turn + 1) % 4];
	size_t n = 0;

	for (; *pattern != '\0'; pattern++)
		if (strchr("ABL", *pattern) != NULL && pattern[1] == '/')
			n += (size_t)snprintf(out + n, 100, "http://%s:%d",
			    *pattern == 'L' ? "localhost" : "127.0.0.1",
			    ports[*pattern == 'B']);
		else
			out[n++] = *pattern;
	out[n] = '\0';
	return out;
}

static struct fetch_got got;
static char body[1 << 16]; /* what the file has then */
static size_t body_len;

/* A client of this machine, in haste. */
static struct fetch_how
haste(void)
{
	return (struct fetch_how){ .agent = AGENT,
		.private_allowed = true,
		.pause_ms = 10 };
}

static enum fetch_end
get_with(struct fetch *f, const struct fetch_want *want)
{
	FILE *to = tmpfile();
	enum fetch_end end;

	assert_non_null(to);
	/* What was there before never shows. */
	fputs("what was there before, which is longer than hello", to);
	server_forget();
	end = fetch_get(f, want, to, &got);
	assert_int_equal(ftell(to), 0);
	body_len = fread(body, 1, sizeof(body) - 1, to);
	body[body_len] = '\0';
	fclose(to);
	assert_int_equal(end, got.end);
	return end;
}

static enum fetch_end
get_by(const struct fetch_how *how, const struct fetch_want *want)
{
	struct fetch *f = fetch_open(how);
	enum fetch_end end;

	assert_non_null(f);
	end = get_with(f, want);
	fetch_close(f);
	return end;
}

static struct fetch_want
wanted(const char *address)
{
	return (struct fetch_want){ .address = address,
		.header = no_header,
		.max_bytes = 1 << 20,
		.max_seconds = 100 };
}

static enum fetch_end
get(const char *pattern)
{
	struct fetch_how how = haste();
	struct fetch_want want = wanted(at(pattern));

	return get_by(&how, &want);
}

static int
count(const char *text)
{
	int n = 0;

	for (const char *s = seen->text; (s = strcasestr(s, text)) != NULL; s++)
		n++;
	return n;
}

/* ---- what comes ---- */

static void
test_document(void **state)
{
	(void)state;
	assert_int_equal(get("A/page/plain?page=1"), FETCH_FETCHED);
	want_str(0, body, "hello");
	want_int(0, got.bytes, 5);
	want_int(0, got.status, 200);
	want_str(0, got.etag, "W/\"a-\xc3\xa9\"");
	want_str(0, got.modified, "Mon, 30 Nov 2026 10:00:00 GMT");
	want_str(0, got.type, "application/json; charset=utf-8");
	want_str(0, got.data_version, "42");
	want_str(0, got.next, at("A/page/plain?page=2&size=5"));
	want_str(0, got.why, "");
	want_int(0, count("GET /page/plain?page=1 HTTP/1.1\r\n"), 1);
	want_int(0, count("\r\nUser-Agent: " AGENT "\r\n"), 1);
	want_int(0, count("\r\nAccept-Encoding: gzip, deflate\r\n"), 1);
	want_int(0, count("If-None-Match"), 0);
	want_int(0, count("If-Modified-Since"), 0);
	/* what no text holds is not kept */
	assert_int_equal(get("A/page/odd"), FETCH_FETCHED);
	want_str(1, got.etag, "");
	want_str(1, got.modified, "");
	want_str(1, got.type, "");
	want_str(1, got.data_version, "");
	want_str(1, got.next, "");
	assert_int_equal(get("A/page/empty"), FETCH_FETCHED);
	want_int(2, got.bytes, 0);
	want_int(2, body_len, 0);
	/* no length was said: its end is for its reader to see */
	assert_int_equal(get("A/page/unsaid"), FETCH_FETCHED);
	want_str(3, body, "hello");
}

static const struct {
	const char *address;
	enum fetch_end end;
	long status;
	int requests; /* tries, too */
	const char *why;
} end_rows[] = {
	/* what stays */
	{ "A/status/400", FETCH_REFUSED, 400, 1, "HTTP 400" },
	{ "A/status/401", FETCH_REFUSED, 401, 1, "check the credentials" },
	{ "A/status/403", FETCH_REFUSED, 403, 1, "check the credentials" },
	{ "A/status/404", FETCH_REFUSED, 404, 1, "not there (HTTP 404)" },
	{ "A/status/410", FETCH_REFUSED, 410, 1, "withdrawn (HTTP 410)" },
	{ "A/status/501", FETCH_REFUSED, 501, 1, "HTTP 501" },
	{ "A/status/202", FETCH_REFUSED, 202, 1, "no document (HTTP 202)" },
	{ "A/status/206", FETCH_REFUSED, 206, 1, "no document (HTTP 206)" },
	{ "A/status/300", FETCH_REFUSED, 300, 1, "no document (HTTP 300)" },
	/* nobody asked */
	{ "A/status/304", FETCH_REFUSED, 304, 1, "no document (HTTP 304)" },
	{ "A/page/flood-404", FETCH_REFUSED, 404, 1, "HTTP 404" },
	/* what may pass */
	{ "A/status/408", FETCH_FAILED, 408, 3, "HTTP 408" },
	{ "A/status/429", FETCH_FAILED, 429, 3, "too often (HTTP 429)" },
	{ "A/status/500", FETCH_FAILED, 500, 3, "out of order (HTTP 500)" },
	{ "A/status/502", FETCH_FAILED, 502, 3, "out of order (HTTP 502)" },
	{ "A/status/503", FETCH_FAILED, 503, 3, "out of order (HTTP 503)" },
	{ "A/status/504", FETCH_FAILED, 504, 3, "out of order (HTTP 504)" },
	{ "A/page/cut-503", FETCH_FAILED, 503, 3, "out of order (HTTP 503)" },
	{ "A/first/2/503", FETCH_FETCHED, 200, 3, "" },
	{ "A/first/1/429", FETCH_FETCHED, 200, 2, "" },
	{ "A/status/507", FETCH_FAILED, 507, 1, "out of order (HTTP 507)" },
	/* more than a minute is not waited for, nor asked again before */
	{ "A/first/1/503?Retry-After:61", FETCH_FAILED, 503, 1, "HTTP 503" },
	{ "A/first/1/503?Retry-After:99999999999999999999", FETCH_FAILED, 503,
	    1, "HTTP 503" },
	{ "A/first/1/503?Retry-After:Wed,%2001%20Jan%202020%2000:00:00%20GMT",
	    FETCH_FETCHED, 200, 2, "" },
	/* broken exchanges */
	{ "A/page/cut", FETCH_FAILED, 200, 3, "cut short" },
	{ "A/page/cut-chunk", FETCH_FAILED, 200, 3, "cut short" },
	{ "A/page/trailer", FETCH_FETCHED, 200, 1, "" },
	{ "A/page/cut-head-200", FETCH_FAILED, 200, 3, "cut short" },
	{ "A/page/cut-line", FETCH_FAILED, 200, 3, "cut short" },
	{ "A/page/nothing", FETCH_FAILED, 0, 3, "broke off" },
	{ "A/page/no-http", FETCH_FAILED, 0, 1, "broke off" },
	{ "A/page/no-gzip", FETCH_FAILED, 200, 1, "cannot be unpacked" },
	{ "A/page/flood-head", FETCH_FAILED, 200, 1, "broke off" },
	{ "http://nobody.invalid/", FETCH_FAILED, 0, 0, "name of the host" },
	/* limits */
	{ "A/page/flood", FETCH_REFUSED, 200, 1, "over 1048576 bytes" },
	{ "A/page/large", FETCH_REFUSED, 200, 1, "over 1048576 bytes" },
	{ "A/packed?1048576", FETCH_FETCHED, 200, 1, "" },
	{ "A/packed?1048577", FETCH_REFUSED, 200, 1, "over 1048576 bytes" },
	{ "A/packed?20000000", FETCH_REFUSED, 200, 1, "over 1048576 bytes" },
	{ "A/page/trickle", FETCH_FAILED, 200, 3, "too slow" },
	{ "A/page/hang", FETCH_FAILED, 0, 3, "too slow" },
};

static void
test_ends(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(end_rows); i++) {
		struct fetch_how how = haste();
		struct fetch_want want = wanted(at(end_rows[i].address));

		if (strcmp(end_rows[i].why, "too slow") == 0)
			how.slow_seconds = 1;
		want_int(i, get_by(&how, &want), end_rows[i].end);
		want_int(i, got.status, end_rows[i].status);
		want_int(i, seen->requests, end_rows[i].requests);
		if (strstr(got.why, end_rows[i].why) == NULL)
			want_str(i, got.why, end_rows[i].why);
		if (end_rows[i].end == FETCH_FETCHED)
			want_str(i, got.why, "");
		else
			want_int(i, body_len, 0);
	}
}

/* What is unpacked is whole. */
static void
test_packed(void **state)
{
	(void)state;
	assert_int_equal(get("A/packed?60000"), FETCH_FETCHED);
	want_int(0, body_len, 60000);
	want_int(0, got.bytes, 60000);
	for (size_t i = 0; i < body_len; i++)
		assert_int_equal(body[i], 0);
}

static void
test_unreachable(void **state)
{
	struct fetch_how how = haste();
	struct fetch_want want;
	char address[60];
	int port, fd = open_port(&port, false);

	(void)state;
	snprintf(address, sizeof(address), "http://127.0.0.1:%d/", port);
	want = wanted(address);
	assert_int_equal(get_by(&how, &want), FETCH_FAILED);
	assert_non_null(strstr(got.why, "cannot be reached"));
	how.proxy = address;
	want = wanted("http://a.example/");
	assert_int_equal(get_by(&how, &want), FETCH_FAILED);
	assert_non_null(strstr(got.why, "proxy cannot be reached"));
	close(fd);
}

static void
test_same(void **state)
{
	struct fetch_how how = haste();
	struct fetch_want want = wanted(at("A/status/304?ETag:\"b\""));

	(void)state;
	want.etag = "W/\"a\"";
	want.modified = "Mon, 30 Nov 2026 10:00:00 GMT";
	assert_int_equal(get_by(&how, &want), FETCH_SAME);
	want_int(0, count("\r\nIf-None-Match: W/\"a\"\r\n"), 1);
	want_int(0,
	    count("\r\nIf-Modified-Since: Mon, 30 Nov 2026 10:00:00 GMT\r\n"),
	    1);
	want_str(0, got.why, "");
	want_str(0, got.etag, "\"b\"");
	want_int(0, body_len, 0);
	want.etag = want.modified = "";
	assert_int_equal(get_by(&how, &want), FETCH_REFUSED);
	want_int(1, count("If-"), 0);
	/* what would begin another header */
	want.etag = "a\r\nX: b";
	assert_int_equal(get_by(&how, &want), FETCH_REFUSED);
	want_int(2, seen->requests, 0);
}

/* ---- time ---- */

static void
test_time(void **state)
{
	static const char *const address[] = { "A/page/hang-body",
		"A/page/trickle", "A/status/503?Retry-After:30" };
	struct fetch_how how = haste();

	(void)state;
	for (size_t i = 0; i < ROWS(address); i++) {
		struct fetch_want want = wanted(at(address[i]));
		double start = clock_ms();

		want.max_seconds = 1;
		want_int(i, get_by(&how, &want), FETCH_FAILED);
		want_int(i, seen->requests, 1);
		want_int(i, clock_ms() - start < 15000, 1);
		want_int(i,
		    strstr(got.why, i < 2 ? "not whole in 1 s" : "HTTP 503") !=
			NULL,
		    1);
	}
}

/* One pause, then one four times as long; longer when the server asks. */
static void
test_pauses(void **state)
{
	struct fetch_how how = haste();
	struct fetch_want want = wanted(at("A/status/503"));
	double start = clock_ms();

	(void)state;
	how.pause_ms = 100;
	assert_int_equal(get_by(&how, &want), FETCH_FAILED);
	assert_true(clock_ms() - start >= 500);
	how.pause_ms = 10;
	want = wanted(at("A/first/1/503?Retry-After:1"));
	start = clock_ms();
	assert_int_equal(get_by(&how, &want), FETCH_FETCHED);
	assert_true(clock_ms() - start >= 1000);
}

/* The usual, when none is said, is not no limit and no pause. */
static void
test_usual(void **state)
{
	struct fetch_how how = { .agent = AGENT, .private_allowed = true };
	struct fetch_want want = wanted(at("A/first/1/503"));
	double start = clock_ms();

	(void)state;
	assert_int_equal(get_by(&how, &want), FETCH_FETCHED);
	assert_true(clock_ms() - start >= 1000);
}

/* A document after another comes by the same connection. */
static void
test_connection(void **state)
{
	struct fetch_how how = haste();
	struct fetch *f = fetch_open(&how);
	struct fetch_want want = wanted(at("A/page/plain"));

	(void)state;
	assert_int_equal(get_with(f, &want), FETCH_FETCHED);
	want_int(0, seen->connections, 1);
	assert_int_equal(get_with(f, &want), FETCH_FETCHED);
	want_int(1, seen->connections, 0);
	/* a cookie was set */
	want_int(1, count("Cookie"), 0);
	fetch_close(f);
	fetch_close(NULL);
}

/* ---- redirects, and what is secret ---- */

static const struct {
	const char *address;
	enum fetch_end end;
	int requests, secrets; /* questions that bore the headers */
	const char *why;
} redirect_rows[] = {
	{ "A/page/plain", FETCH_FETCHED, 1, 1, "" },
	{ "A/to/301?/page/plain", FETCH_FETCHED, 2, 2, "" },
	{ "A/to/302?A/page/plain", FETCH_FETCHED, 2, 2, "" },
	{ "A/to/303?../page/plain", FETCH_FETCHED, 2, 2, "" },
	{ "A/to/307?A/page/plain", FETCH_FETCHED, 2, 2, "" },
	{ "A/to/308?A/page/plain", FETCH_FETCHED, 2, 2, "" },
	{ "A/page/cut-302", FETCH_FETCHED, 2, 2, "" },
	/* another port, another name, and back: nothing secret */
	{ "A/to/302?B/page/plain", FETCH_FETCHED, 2, 1, "" },
	{ "A/to/302?L/page/plain", FETCH_FETCHED, 2, 1, "" },
	{ "A/to/302?B/to/302?A/page/plain", FETCH_FETCHED, 3, 1, "" },
	{ "A/to/302?B/to/302?B/page/plain", FETCH_FETCHED, 3, 1, "" },
	/* each try begins anew */
	{ "A/to/302?B/status/503", FETCH_FAILED, 6, 3, "HTTP 503" },
	/* five, and one more */
	{ "A/to/302?A/to/302?A/to/302?A/to/302?A/to/302?A/page/plain",
	    FETCH_FETCHED, 6, 6, "" },
	{ "A/to/302?A/to/302?A/to/302?A/to/302?A/to/302?A/to/302?A/page/plain",
	    FETCH_REFUSED, 6, 6, "again and again" },
	{ "A/to/302?", FETCH_REFUSED, 1, 1, "check the address" },
	{ "A/page/lost", FETCH_REFUSED, 1, 1, "no document (HTTP 302)" },
	{ "A/page/cut-head", FETCH_FAILED, 3, 3, "cut short" },
	{ "A/to/302?http://", FETCH_REFUSED, 1, 1, "no address" },
	{ "A/to/302?file:///etc/passwd", FETCH_REFUSED, 1, 1,
	    "only addresses of http" },
	{ "A/to/302?ftp://127.0.0.1/a", FETCH_REFUSED, 1, 1,
	    "only addresses of http" },
	{ "A/to/302?dict://127.0.0.1/a", FETCH_REFUSED, 1, 1,
	    "only addresses of http" },
	{ "A/to/302?gopher://127.0.0.1/a", FETCH_REFUSED, 1, 1,
	    "only addresses of http" },
	{ "A/to/302?data:text/plain,a", FETCH_REFUSED, 1, 1, "redirect" },
	{ "A/to/302?http://me:word@127.0.0.1/", FETCH_REFUSED, 1, 1,
	    "no name and no password" },
};

static void
test_redirects(void **state)
{
	struct fetch_how how = haste();

	(void)state;
	for (size_t i = 0; i < ROWS(redirect_rows); i++) {
		struct fetch_want want = wanted(at(redirect_rows[i].address));

		want.header = secret;
		want_int(i, get_by(&how, &want), redirect_rows[i].end);
		want_int(i, seen->requests, redirect_rows[i].requests);
		want_int(i, count("X-AUTH-TOKEN: " SECRET "\r\n"),
		    redirect_rows[i].secrets);
		want_int(i, count(SECRET), redirect_rows[i].secrets * 2);
		if (strstr(got.why, redirect_rows[i].why) == NULL)
			want_str(i, got.why, redirect_rows[i].why);
		want_str(i, body,
		    redirect_rows[i].end == FETCH_FETCHED ? "hello" : "");
	}
}

static const struct {
	const char *address;
	enum fetch_end end;
	int posts, requests;
} post_rows[] = {
	{ "A/page/plain", FETCH_FETCHED, 1, 1 },
	{ "A/status/201", FETCH_FETCHED, 1, 1 },
	{ "A/first/1/503", FETCH_FETCHED, 2, 2 },
	{ "A/to/301?A/page/plain", FETCH_FETCHED, 1, 2 },
	{ "A/to/302?B/page/plain", FETCH_FETCHED, 1, 2 },
	{ "A/to/303?A/page/plain", FETCH_FETCHED, 1, 2 },
	{ "A/to/307?A/page/plain", FETCH_FETCHED, 2, 2 },
	{ "A/to/308?A/page/plain", FETCH_FETCHED, 2, 2 },
	{ "A/to/307?B/page/plain", FETCH_REFUSED, 1, 1 },
	{ "A/to/308?L/page/plain", FETCH_REFUSED, 1, 1 },
	{ "A/to/302?A/to/307?B/page/plain", FETCH_FETCHED, 1, 3 },
};

static void
test_post(void **state)
{
	static const char *const json[] = { "Content-Type: application/json",
		NULL };
	struct fetch_how how = haste();

	(void)state;
	for (size_t i = 0; i < ROWS(post_rows); i++) {
		struct fetch_want want = wanted(at(post_rows[i].address));

		want.post = "{\"" SECRET "\":1}";
		want.header = json;
		want.etag = "\"a\"";
		want_int(i, get_by(&how, &want), post_rows[i].end);
		want_int(i, seen->requests, post_rows[i].requests);
		want_int(i, count("\r\n\r\n{\"" SECRET "\":1}"),
		    post_rows[i].posts);
		want_int(i, count("POST /"), post_rows[i].posts);
		want_int(i, count("If-None-Match"),
		    post_rows[i].end == FETCH_FETCHED
			? post_rows[i].requests - post_rows[i].posts
			: 0);
	}
	/* nothing to send is a POST too */
	for (size_t i = 0; i < 2; i++) {
		struct fetch_want want = wanted(at("A/page/plain"));

		want.post = i == 0 ? "" : NULL;
		want_int(i, get_by(&how, &want), FETCH_FETCHED);
		want_int(i, count("POST /page/plain HTTP/1.1\r\n"), i == 0);
		want_int(i, count("\r\nContent-Length: 0\r\n"), i == 0);
	}
}

/* A header that would be two is not sent. */
static void
test_header(void **state)
{
	static const char *const wrong[] = { "A: b\n", "A: b\r\nC: d", "A" };
	struct fetch_how how = haste();

	(void)state;
	for (size_t i = 0; i < ROWS(wrong); i++) {
		const char *const header[] = { "A: b", wrong[i], NULL };
		struct fetch_want want = wanted(at("A/page/plain"));

		want.header = header;
		want_int(i, get_by(&how, &want), FETCH_REFUSED);
		want_int(i, seen->requests, 0);
		want_int(i, strstr(got.why, "one line") != NULL, 1);
		want_int(i, body_len, 0);
	}
}

/* Whatever fails, why tells where, and nothing secret. */
static void
test_why(void **state)
{
	static const char *const address[] = { "A/status/401?key=" SECRET,
		"A/page/cut?key=" SECRET, "A/page/flood?" SECRET "#" SECRET,
		"A/to/302?file:///" SECRET, "A/to/302?A/status/404?" SECRET,
		"A/page/no-http?" SECRET, "ftp://a.example/" SECRET };
	struct fetch_how how = haste();

	(void)state;
	for (size_t i = 0; i < ROWS(address); i++) {
		struct fetch_want want = wanted(at(address[i]));
		const char *place = at(i == 4 ? "A/status/404: " : "A/");

		want.header = secret;
		want_int(i, get_by(&how, &want) != FETCH_FETCHED, 1);
		want_int(i, strstr(got.why, SECRET) != NULL, 0);
		if (i < 6)
			want_int(i, strncmp(got.why, place, strlen(place)), 0);
		want_int(i, strlen(got.why) > 20, 1);
	}
}

/* ---- networks and proxies ---- */

static const char *const closed_rows[] = {
	"A/page/plain",
	/* a name says nothing: its address is what counts */
	"L/page/plain",
	"http://0.0.0.0:%d/",
	"http://127.1:%d/",
	"http://2130706433:%d/",
	"http://0x7f.0.0.1:%d/",
	"http://[::1]:%d/",
	"http://[::ffff:127.0.0.1]:%d/",
	"http://[::ffff:7f00:1]:%d/",
	"http://[64:ff9b::7f00:1]:%d/",
	"http://[fe80::1]:%d/",
	"http://127.0.0.1.:%d/",
	"http://10.0.0.1/",
	"http://169.254.169.254/",
	"http://100.64.0.1/",
	"http://224.0.0.1/",
};

static void
test_closed(void **state)
{
	struct fetch_how how = haste();

	(void)state;
	how.private_allowed = false;
	for (size_t i = 0; i < ROWS(closed_rows); i++) {
		struct fetch_want want;
		char *port, address[200];

		snprintf(address, sizeof(address), "%s", at(closed_rows[i]));
		if ((port = strstr(address, "%d")) != NULL)
			snprintf(port, 10, "%d/", ports[0]);
		want = wanted(address);
		want_int(i, get_by(&how, &want), FETCH_REFUSED);
		want_int(i, strstr(got.why, "private network") != NULL, 1);
		want_int(i, seen->connections, 0);
	}
}

/* By a proxy of this machine, which is asked for all but a host without. */
static void
test_proxy(void **state)
{
	static const struct {
		const char *address;
		enum fetch_end end;
		int requests;
		const char *why;
	} rows[] = {
		{ "http://a.example/page/plain", FETCH_FETCHED, 1, "" },
		{ "http://a.example/to/302?http://b.example/", FETCH_FETCHED, 2,
		    "" },
		{ "http://10.0.0.1/", FETCH_REFUSED, 0, "private" },
		{ "http://0xa.1/", FETCH_REFUSED, 0, "private" },
		{ "http://[::1]/", FETCH_REFUSED, 0, "private" },
		{ "http://a.example/to/302?http://10.0.0.1/", FETCH_REFUSED, 1,
		    "http://10.0.0.1/: this is an address of a private" },
		{ "http://a.example/to/302?http://[fd00::1]/", FETCH_REFUSED, 1,
		    "private" },
		/* without the proxy, by the address of the socket */
		{ "http://a.example/to/302?L/", FETCH_REFUSED, 1, "private" },
		{ "https://a.example/", FETCH_FAILED, 1,
		    "proxy does not connect" },
	};
	struct fetch_how how = haste();
	struct fetch_want want;
	char proxy[60], address[60];

	(void)state;
	snprintf(proxy, sizeof(proxy), "http://127.0.0.1:%d", ports[1]);
	how.private_allowed = false;
	setenv("no_proxy", "other.example, localhost", 1);
	for (size_t turn = 0; turn < 2; turn++) {
		how.proxy = turn == 0 ? proxy : "";
		if (turn == 1) {
			setenv("http_proxy", proxy, 1);
			setenv("https_proxy", proxy, 1);
		}
		for (size_t i = 0; i < ROWS(rows); i++) {
			want = wanted(at(rows[i].address));
			want_int(i, get_by(&how, &want), rows[i].end);
			want_int(i, seen->requests, rows[i].requests);
			if (strstr(got.why, rows[i].why) == NULL)
				want_str(i, got.why, rows[i].why);
		}
	}
	/* This machine, whatever the environment says: the proxy has another. */
	unsetenv("no_proxy");
	snprintf(address, sizeof(address), "http://localhost:%d/page/plain",
	    ports[0]);
	want = wanted(address);
	assert_int_equal(get_by(&how, &want), FETCH_REFUSED);
	want_int(0, seen->requests, 0);
	how.private_allowed = true;
	assert_int_equal(get_by(&how, &want), FETCH_FETCHED);
	want_int(0, count("GET http://localhost:"), 0);
	unsetenv("http_proxy");
	unsetenv("https_proxy");
}

/* ---- files ---- */

static void
test_disk(void **state)
{
	struct fetch_how how = haste();
	struct fetch *f = fetch_open(&how);
	struct fetch_want want = wanted(at("A/page/plain"));
	FILE *full = fopen("/dev/full", "we");

	(void)state;
	assert_non_null(full);
	assert_int_equal(fetch_get(f, &want, full, &got), FETCH_FAILED);
	assert_non_null(strstr(got.why, "cannot be written"));
	fclose(full);
	fetch_close(f);
}

static int
begin(void **state)
{
	static const char *const proxies[] = { "http_proxy", "https_proxy",
		"HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy",
		"NO_PROXY" };

	(void)state;
	/* A proxy of the machine's would come between. */
	for (size_t i = 0; i < ROWS(proxies); i++)
		unsetenv(proxies[i]);
	server_start();
	return 0;
}

static int
end(void **state)
{
	(void)state;
	server_stop();
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_document),
		cmocka_unit_test(test_ends),
		cmocka_unit_test(test_packed),
		cmocka_unit_test(test_unreachable),
		cmocka_unit_test(test_same),
		cmocka_unit_test(test_time),
		cmocka_unit_test(test_pauses),
		cmocka_unit_test(test_usual),
		cmocka_unit_test(test_connection),
		cmocka_unit_test(test_redirects),
		cmocka_unit_test(test_post),
		cmocka_unit_test(test_header),
		cmocka_unit_test(test_why),
		cmocka_unit_test(test_closed),
		cmocka_unit_test(test_proxy),
		cmocka_unit_test(test_disk),
	};

	return cmocka_run_group_tests_name("fetch", tests, begin, end);
}
