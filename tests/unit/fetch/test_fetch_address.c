/* test_fetch_address.c - addresses, links to what follows. */

#include "fetch/fetch_address.h"
#include "fetch/fetch_answer.h"
#include "unit.h"

#define X100 \
	"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" \
	"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
#define X1000 X100 X100 X100 X100 X100 X100 X100 X100 X100 X100

#define OTHER "only addresses of http and https are taken"
#define NONE "this is no address"
#define LONG "the address is too long"
#define NAMED "an address holds no name and no password: give them apart"
#define LETTERS "the name of the host is to be written in ASCII (xn--...)"

static const struct {
	const char *url, *base, *wrong;
	const char *got, *origin, *shown;
} rows[] = {
	{ "http://example.org", NULL, NULL, "http://example.org/",
	    "http://example.org:80", "http://example.org/" },
	{ "HTTPS://Example.ORG/A?b=c#d", NULL, NULL,
	    "https://Example.ORG/A?b=c", "https://example.org:443",
	    "https://example.org/A" },
	{ "https://example.org:8443/", NULL, NULL, "https://example.org:8443/",
	    "https://example.org:8443", "https://example.org:8443/" },
	{ "https://example.org:443/", NULL, NULL, "https://example.org:443/",
	    "https://example.org:443", "https://example.org:443/" },
	{ "https://example.org/\xc3\xa9 a?\xc3\xa9", NULL, NULL,
	    "https://example.org/%c3%a9%20a?%c3%a9", "https://example.org:443",
	    "https://example.org/%c3%a9%20a" },
	{ "https://example.org/%C3%A9", NULL, NULL,
	    "https://example.org/%C3%A9", "https://example.org:443",
	    "https://example.org/%C3%A9" },
	{ "http://[2001:db8::1]:81/", NULL, NULL, "http://[2001:db8::1]:81/",
	    "http://2001:db8::1:81", "http://[2001:db8::1]:81/" },
	/* relative */
	{ "?b=2", "https://example.org/a/?b=1", NULL,
	    "https://example.org/a/?b=2", "https://example.org:443",
	    "https://example.org/a/" },
	{ "/b", "https://example.org/a/", NULL, "https://example.org/b",
	    "https://example.org:443", "https://example.org/b" },
	{ "//b.example/", "https://example.org/a/", NULL, "https://b.example/",
	    "https://b.example:443", "https://b.example/" },
	{ "http://b.example/", "https://example.org/a/", NULL,
	    "http://b.example/", "http://b.example:80", "http://b.example/" },
	/* wrong */
	{ "", NULL, NONE, NULL, NULL, NULL },
	{ "", "https://example.org/", NONE, NULL, NULL, NULL },
	{ "example.org/a", NULL, NONE, NULL, NULL, NULL },
	{ "/a", NULL, NONE, NULL, NULL, NULL },
	{ "http://", NULL, NONE, NULL, NULL, NULL },
	{ "http://a b/", NULL, NONE, NULL, NULL, NULL },
	{ "http://a\r\nb/", NULL, NONE, NULL, NULL, NULL },
	{ "http://a/\r\nX: b", NULL, NONE, NULL, NULL, NULL },
	{ "http://a:99999/", NULL, NONE, NULL, NULL, NULL },
	{ "javascript:alert(1)", NULL, NONE, NULL, NULL, NULL },
	{ "file:///etc/passwd", NULL, OTHER, NULL, NULL, NULL },
	{ "file:///etc/passwd", "http://a/", OTHER, NULL, NULL, NULL },
	{ "ftp://a/", NULL, OTHER, NULL, NULL, NULL },
	{ "unknown://a/", NULL, OTHER, NULL, NULL, NULL },
	{ "https+unix://a/", NULL, OTHER, NULL, NULL, NULL },
	{ "http://me@a/", NULL, NAMED, NULL, NULL, NULL },
	{ "http://me:word@a/", NULL, NAMED, NULL, NULL, NULL },
	{ "http://:word@a/", NULL, NAMED, NULL, NULL, NULL },
	{ "http://@a/", NULL, NAMED, NULL, NULL, NULL },
	{ "http://\xc3\xa9t\xc3\xa9.fr/", NULL, LETTERS, NULL, NULL, NULL },
	/* digits of another width, which a name's own rules make plain */
	{ "http://\xef\xbc\x91\xef\xbc\x92\xef\xbc\x97.0.0.1/", NULL, LETTERS,
	    NULL, NULL, NULL },
	{ "http://a/" X1000 X1000, NULL, LONG, NULL, NULL, NULL },
	{ "http://a/?" X1000 X1000, NULL, LONG, NULL, NULL, NULL },
	{ "http://" X100 X100 X100 "/", NULL, LONG, NULL, NULL, NULL },
};

static void
test_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct fetch_address a;

		want_str(i, fetch_address_read(&a, rows[i].url, rows[i].base),
		    rows[i].wrong);
		if (rows[i].wrong != NULL)
			continue;
		want_str(i, a.url, rows[i].got);
		want_str(i, a.origin, rows[i].origin);
		want_str(i, a.shown, rows[i].shown);
	}
}

/* A path may be a secret's length; what is shown is a line. */
static void
test_long(void **state)
{
	struct fetch_address a;

	(void)state;
	want_str(0, fetch_address_read(&a, "http://a/" X1000 "?" X100, NULL),
	    NULL);
	want_int(0, strlen(a.url), 9 + 1000 + 1 + 100);
	want_int(0, strlen(a.shown), 8 + 200);
}

/* Numbers of a host are one number to what connects: one to what checks. */
static void
test_numbers(void **state)
{
	static const char *const url[] = { "http://127.0.0.1/", "http://127.1/",
		"http://2130706433/", "http://0x7f000001/", "http://0x7f.1/",
		"http://0177.0.0.1/", "http://017700000001/",
		"http://%31%32%37.0.0.1/" };

	(void)state;
	for (size_t i = 0; i < ROWS(url); i++) {
		struct fetch_address a;

		want_str(i, fetch_address_read(&a, url[i], NULL), NULL);
		want_str(i, a.host, "127.0.0.1");
		want_str(i, a.url, "http://127.0.0.1/");
	}
}

static void
test_near(void **state)
{
	static const struct {
		const char *a, *b;
		bool near;
	} near_rows[] = {
		{ "https://a.example/", "https://A.example:443/b?c", true },
		{ "http://a.example:80/", "http://a.example/", true },
		{ "http://127.0.0.1/", "http://127.1/", true },
		{ "https://a.example/", "http://a.example/", false },
		{ "https://a.example/", "http://a.example:443/", false },
		{ "https://a.example/", "https://a.example:8443/", false },
		{ "https://a.example/", "https://b.a.example/", false },
		{ "https://a.example/", "https://a.example.org/", false },
		{ "https://a.example/", "https://a.example@b.example/", false },
		{ "/", "/", false },
	};

	(void)state;
	for (size_t i = 0; i < ROWS(near_rows); i++)
		want_int(i,
		    fetch_address_is_near(near_rows[i].a, near_rows[i].b),
		    near_rows[i].near);
}

static void
test_next(void **state)
{
	static const struct {
		const char *link, *next;
	} next_rows[] = {
		{ "<a>; rel=\"next\"", "a" },
		{ "<a>; rel=next", "a" },
		{ "<a>;rel=NEXT", "a" },
		{ "  <a>  ;  REL=\"prev next\"", "a" },
		{ "<p>; rel=\"prev\", <a>; rel=\"next\"", "a" },
		{ "<p>; rel=prev,<a>;rel=next,<b>;rel=last", "a" },
		{ "<a,b;c>; title=\"d, <e>; \\\" rel=prev\"; rel=\"next\"",
		    "a,b;c" },
		{ "<a>; title=\"rel=next\"", "" },
		{ "<p>; title=\"x, <a>; rel=next\"", "" },
		{ "<a>; rel=\"nextish\"", "" },
		{ "<a>; rel=prev; rel=next", "" },
		{ "<a>", "" },
		{ "<a>; rel=", "" },
		{ "<a>; rel=\"", "" },
		{ "<a", "" },
		{ "a; rel=next", "" },
		{ "", "" },
		{ "<>; rel=next", "" },
		{ "<" X100 ">; rel=next", "" },
	};

	(void)state;
	for (size_t i = 0; i < ROWS(next_rows); i++) {
		char next[100] = "before";

		fetch_answer_next(next_rows[i].link, next, sizeof(next));
		want_str(i, next, next_rows[i].next);
	}
}

/* Any bytes at all. */
static void
test_chance(void **state)
{
	static const char byte[] = "<>;,\"\\= relnxtRA/:@[]%?#0\xc3\xa9\r\x01";

	(void)state;
	for (int turn = 0; turn < unit_turns(300000); turn++) {
		struct fetch_address a;
		char s[60], next[20];
		size_t n = unit_random() % sizeof(s);

		for (size_t i = 0; i < n; i++)
			s[i] = byte[unit_random() % (sizeof(byte) - 1)];
		s[n - (n == sizeof(s))] = '\0';
		fetch_answer_next(s, next, sizeof(next));
		assert_true(strlen(next) < sizeof(next));
		if (fetch_address_read(&a, s, "http://a.example/b") == NULL)
			assert_true(strncmp(a.origin, "http", 4) == 0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read),
		cmocka_unit_test(test_long),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_near),
		cmocka_unit_test(test_next),
		cmocka_unit_test(test_chance),
	};

	return cmocka_run_group_tests_name("fetch_address", tests, NULL, NULL);
}
