/* test_fetch_visits.c - addresses that are visited, at a server that
 * misbehaves. */

#include "base/clock.h"
#include "fetch/fetch_visits.h"
#include "server.h"
#include "unit.h"

#define AGENT "Guichet/0.0.0 (+https://aides.example.fr)"

/* "A/" is the server, "B/" its other port, "C/" a port where nobody listens;
 * each use of one is of another host (libcurl itself knows names of
 * .localhost), so that none waits for another. */
static const char *
at(const char *pattern, unsigned host)
{
	static char s[100][400];
	char *out = s[host];
	size_t n = 0;

	for (; *pattern != '\0'; pattern++)
		if (strchr("ABC", *pattern) != NULL && pattern[1] == '/')
			n += (size_t)snprintf(out + n, 100,
			    "http://h%u.localhost:%d", host,
			    *pattern == 'C' ? 1 : ports[*pattern == 'B']);
		else
			out[n++] = *pattern;
	out[n] = '\0';
	return out;
}

static int
count(const char *text)
{
	int n = 0;

	for (const char *s = seen->text; (s = strstr(s, text)) != NULL; s++)
		n++;
	return n;
}

static struct fetch_visits *
open(void)
{
	struct fetch_visits *v = fetch_visits_open(
	    &(struct fetch_how){ .agent = AGENT,
		.private_allowed = true,
		.pause_ms = 10 });

	assert_non_null(v);
	server_forget();
	return v;
}

static const struct {
	const char *address;
	enum fetch_seen_end end;
	long status;
	const char *url; /* NULL: the address */
	bool is_permanent, is_unreached;
	const char *why; /* in it */
} rows[] = {
	{ "A/page/plain", FETCH_SEEN_THERE, 200, NULL, true, false, "" },
	{ "A/status/204", FETCH_SEEN_THERE, 204, NULL, true, false, "" },
	{ "A/status/404", FETCH_SEEN_AWAY, 404, NULL, true, false,
	    "not there (HTTP 404)" },
	{ "A/status/410", FETCH_SEEN_AWAY, 410, NULL, true, false,
	    "withdrawn (HTTP 410)" },
	{ "A/status/500", FETCH_SEEN_AWAY, 500, NULL, true, false,
	    "out of order (HTTP 500)" },
	{ "A/status/503", FETCH_SEEN_AWAY, 503, NULL, true, false,
	    "out of order" },
	{ "A/status/403", FETCH_SEEN_UNSURE, 403, NULL, true, false, "" },
	{ "A/status/401", FETCH_SEEN_UNSURE, 401, NULL, true, false, "" },
	{ "A/to/301?/page/plain", FETCH_SEEN_THERE, 200, "A/page/plain", true,
	    false, "" },
	{ "A/to/308?/page/plain", FETCH_SEEN_THERE, 200, "A/page/plain", true,
	    false, "" },
	{ "A/to/302?/page/plain", FETCH_SEEN_THERE, 200, "A/page/plain", false,
	    false, "" },
	{ "A/to/301?/to/302?/page/plain", FETCH_SEEN_THERE, 200, "A/page/plain",
	    false, false, "" },
	{ "A/to/301?B/status/404", FETCH_SEEN_AWAY, 404, "B/status/404", true,
	    false, "not there" },
	{ "A/to/302?file:///etc/passwd", FETCH_SEEN_AWAY, 302, NULL, true,
	    false, "only addresses of http" },
	{ "A/page/lost", FETCH_SEEN_AWAY, 302, NULL, true, false, "HTTP 302" },
	{ "C/nobody", FETCH_SEEN_AWAY, 0, NULL, true, true,
	    "cannot be reached" },
	{ "A/page/nothing", FETCH_SEEN_AWAY, 0, NULL, true, false, "" },
	{ "A/page/no-http", FETCH_SEEN_AWAY, 0, NULL, true, false, "" },
	/* An endless answer is not read to its end, and the status is told. */
	{ "A/page/flood", FETCH_SEEN_THERE, 200, NULL, true, false, "" },
	{ "A/page/flood-404", FETCH_SEEN_AWAY, 404, NULL, true, false, "" },
	{ "A/page/large", FETCH_SEEN_THERE, 200, NULL, true, false, "" },
	{ "http://nom-inconnu.invalid/", FETCH_SEEN_AWAY, 0, NULL, true, true,
	    "name of the host is not known" },
	{ "ftp://127.0.0.1/", FETCH_SEEN_AWAY, 0, "", false, false,
	    "only addresses of http" },
};

static void
test_ends(void **state)
{
	struct fetch_visits *v = open();
	bool done[ROWS(rows)] = { false };
	struct fetch_seen s;
	const char *address[ROWS(rows)];

	(void)state;
	for (unsigned i = 0; i < ROWS(rows); i++)
		fetch_visits_add(v, address[i] = at(rows[i].address, i));
	for (size_t n = 0; n < ROWS(rows); n++) {
		unsigned i = 0;

		assert_true(fetch_visits_next(v, &s));
		while (s.address != address[i])
			i++;
		want_int(i, done[i], false);
		done[i] = true;
		want_int(i, s.end, rows[i].end);
		want_int(i, s.status, rows[i].status);
		want_int(i, s.is_permanent, rows[i].is_permanent);
		want_int(i, s.is_unreached, rows[i].is_unreached);
		want_str(i, s.url,
		    rows[i].url != NULL ? at(rows[i].url, i) : address[i]);
		if (strstr(s.why, rows[i].why) == NULL)
			want_str(i, s.why, rows[i].why);
		assert_int_equal(*s.why == '\0', s.end == FETCH_SEEN_THERE);
	}
	assert_false(fetch_visits_next(v, &s));
	fetch_visits_close(v);
	/* What answers a HEAD well is not asked by GET. */
	want_int(0, count("HEAD /page/plain "), 5);
	want_int(0, count("GET /page/plain "), 0);
	want_int(0, count("GET /status/404 "), 2);
	want_int(0, count("User-Agent: " AGENT), seen->requests);
}

/* One host, many addresses: one at a time, with a pause. */
static void
test_turns(void **state)
{
	static char addresses[10][100];
	struct fetch_visits *v = open();
	struct fetch_seen s;
	double begun;

	(void)state;
	fetch_visits_close(v);
	v = fetch_visits_open(&(struct fetch_how){ .agent = AGENT,
	    .private_allowed = true,
	    .pause_ms = 50 });
	for (int i = 0; i < 10; i++) {
		snprintf(addresses[i], sizeof(addresses[i]),
		    "http://127.0.0.1:%d/page/empty?%d", ports[0], i);
		fetch_visits_add(v, addresses[i]);
	}
	begun = clock_ms();
	while (fetch_visits_next(v, &s))
		assert_int_equal(s.end, FETCH_SEEN_THERE);
	assert_true(clock_ms() - begun >= 9 * 50);
	want_int(0, seen->requests, 10);
	fetch_visits_close(v);
}

static int
visit_all(struct fetch_visits *v, struct fetch_seen *last)
{
	int n = 0;

	while (fetch_visits_next(v, last))
		n++;
	fetch_visits_close(v);
	return n;
}

/* A host that asks to be left alone: for a short time it is waited for, once;
 * else what was to be asked of it is left for another day. */
static void
test_alone(void **state)
{
	struct fetch_visits *v = open();
	struct fetch_seen s;
	double begun = clock_ms();

	(void)state;
	fetch_visits_add(v, at("A/first/1/429?Retry-After:1", 0));
	want_int(0, visit_all(v, &s), 1);
	want_int(0, s.end, FETCH_SEEN_THERE);
	assert_true(clock_ms() - begun >= 1000);
	v = open();
	fetch_visits_add(v, at("A/status/503?Retry-After:3000", 0));
	fetch_visits_add(v, at("A/page/plain", 1));
	fetch_visits_add(v, at("A/status/503?Retry-After:3001", 2));
	want_int(1, visit_all(v, &s), 3);
	v = open();
	fetch_visits_add(v, at("A/status/429?Retry-After:3000", 3));
	{
		static char more[200];

		snprintf(more, sizeof(more),
		    "http://h3.localhost:%d/page/plain", ports[0]);
		fetch_visits_add(v, more);
	}
	want_int(2, visit_all(v, &s), 1);
	want_int(2, s.end, FETCH_SEEN_UNSURE);
	want_int(2, s.pause, 3000);
	want_int(2, seen->requests, 1);
}

/* Of an origin where nobody listens, two are tried. */
static void
test_down(void **state)
{
	static char addresses[50][60];
	struct fetch_visits *v = open();
	struct fetch_seen s;
	int n = 0;

	(void)state;
	for (int i = 0; i < 50; i++) {
		snprintf(addresses[i], sizeof(addresses[i]),
		    "http://h9.localhost:1/%d", i);
		fetch_visits_add(v, addresses[i]);
	}
	while (fetch_visits_next(v, &s)) {
		n++;
		want_int(n, s.end, FETCH_SEEN_AWAY);
		want_int(n, s.is_unreached, true);
	}
	want_int(0, n, 50);
	fetch_visits_close(v);
}

/* A redirect that leads round; one to a private network. */
static void
test_redirects(void **state)
{
	struct fetch_visits *v = open();
	struct fetch_seen s;

	(void)state;
	/* The server leads to what follows "?", which is the same again. */
	fetch_visits_add(v,
	    at("A/to/301?/to/301?/to/301?/to/301?/to/301?"
	       "/to/301?/to/301?/page/plain",
		0));
	want_int(0, visit_all(v, &s), 1);
	want_int(0, s.end, FETCH_SEEN_AWAY);
	assert_non_null(strstr(s.why, "again and again"));
	v = fetch_visits_open(&(struct fetch_how){ .agent = AGENT });
	server_forget();
	fetch_visits_add(v, at("A/page/plain", 0));
	want_int(1, visit_all(v, &s), 1);
	want_int(1, s.end, FETCH_SEEN_AWAY);
	assert_non_null(strstr(s.why, "private network"));
	v = fetch_visits_open(&(struct fetch_how){ .agent = AGENT });
	{
		static char name[100];

		snprintf(name, sizeof(name), "http://localhost:%d/page/plain",
		    ports[0]);
		fetch_visits_add(v, name);
	}
	want_int(2, visit_all(v, &s), 1);
	want_int(2, s.end, FETCH_SEEN_AWAY);
	assert_non_null(strstr(s.why, "private network"));
	want_int(2, seen->requests, 0);
}

/* Slow servers end in bounded time, all at once; closing leaves nothing. */
static void
test_slow(void **state)
{
	struct fetch_visits *v = open();
	struct fetch_seen s;
	double begun = clock_ms();

	(void)state;
	for (unsigned i = 0; i < 12; i++)
		fetch_visits_add(v, at("A/page/hang", i));
	fetch_visits_add(v, at("A/page/trickle", 20));
	fetch_visits_add(v, at("A/page/plain", 21));
	assert_true(fetch_visits_next(v, &s));
	want_int(0, s.end, FETCH_SEEN_THERE);
	assert_true(fetch_visits_next(v, &s));
	want_int(1, s.end, FETCH_SEEN_THERE);
	if (getenv("FULL") == NULL) {
		fetch_visits_close(v);
		return;
	}
	want_int(2, visit_all(v, &s), 12);
	assert_non_null(strstr(s.why, "too slow"));
	assert_true(clock_ms() - begun < 60000);
}

static int
begin(void **state)
{
	static const char *const proxies[] = { "https_proxy", "HTTPS_PROXY",
		"http_proxy", "all_proxy", "ALL_PROXY" };

	(void)state;
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
		cmocka_unit_test(test_ends),
		cmocka_unit_test(test_turns),
		cmocka_unit_test(test_alone),
		cmocka_unit_test(test_down),
		cmocka_unit_test(test_redirects),
		cmocka_unit_test(test_slow),
	};

	return cmocka_run_group_tests_name("fetch_visits", tests, begin, end);
}
