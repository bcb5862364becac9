/* test_count_line.c - a line of the log of what is to be counted. */

#include "count/count_line.h"
#include "unit.h"

/* What is read, as one text. */
static const char *
line_text(struct pool *pool, const char *s)
{
	struct count_line l;
	enum count_reading r = count_line_read(pool, s, strlen(s), &l);

	if (r != COUNT_READ)
		return r == COUNT_BAD ? "bad" : "no answer";
	return pool_printf(pool,
	    "%s %u %lld %s %d portal=%s kind=%s department=%s words=%s "
	    "aid=%lld backer=%lld program=%lld place=%lld nothing=%d",
	    l.day, l.minute, l.time, l.host, l.event, l.portal, l.kind,
	    l.department, l.words, l.aid, l.backer, l.program, l.place,
	    l.nothing);
}

#define HEAD(time) \
	"{\"id\":\"a\",\"time\":\"" time "\",\"address\":\"192.0.2.0\","
#define REST(method, status, count) \
	"\"agent\":\"Mozilla/5.0 \\u00e9\",\"method\":\"" method \
	"\",\"status\":" status ",\"host\":\"a.fr\",\"count\":\"" count "\"}"
#define TIME "2026-11-30T00:30:05+01:00"
#define LINE(count) HEAD(TIME) REST("GET", "200", count)
#define READ "2026-11-30 30 1795995005 a.fr "
#define NONE \
	"portal= kind= department= words= aid=0 backer=0 program=0 place=0 " \
	"nothing=0"

static const struct {
	const char *line, *want;
} rows[] = {
	{ LINE("event=search; portal=pvd; kind=commune; place=7; "
	       "department=2A; words=toit+ecole; found=0"),
	    READ "0 portal=pvd kind=commune department=2A words=toit ecole "
		 "aid=0 backer=0 program=0 place=7 nothing=1" },
	{ LINE("event=search; found=10"), READ "0 " NONE },
	{ LINE("event=aid"), READ "1 " NONE },
	{ LINE("event=program; program=4294967295"),
	    READ "6 portal= kind= department= words= aid=0 backer=0 "
		 "program=4294967295 place=0 nothing=0" },
	/* A later version may say more. */
	{ LINE("event=search; colour=blue; found=10"), READ "0 " NONE },
	{ LINE("event=colour"), "bad" },
	{ LINE("portal=pvd"), "bad" },
	{ LINE(""), "bad" },
	{ LINE("event"), "bad" },
	{ LINE("event=search; words=%00"), "bad" },
	{ LINE("event=search; words=%4"), "bad" },
	{ LINE("event=search; words=a%22b"), "bad" },
	{ LINE("event=search; words=%C3%A9"), "bad" },
	{ LINE("event=search; portal=a%2Cb"), "bad" },
	{ LINE("event=search; department=9999"), "bad" },
	{ LINE("event=aid; aid=-1"), "bad" },
	{ LINE("event=aid; aid=x"), "bad" },
	/* Not shown. */
	{ HEAD(TIME) REST("HEAD", "200", "event=aid; aid=1"), "no answer" },
	{ HEAD(TIME) REST("GET", "404", "event=aid; aid=1"), "no answer" },
	{ HEAD(TIME) REST("POST", "303", "event=draft"), READ "4 " NONE },
	{ HEAD(TIME) REST("GET", "304", "event=aid"), READ "1 " NONE },
	/* No time, or none of that kind. */
	{ HEAD("2026-02-30T00:30:05+01:00") REST("GET", "200", "event=aid"),
	    "bad" },
	{ HEAD("2026-11-30T24:30:05+01:00") REST("GET", "200", "event=aid"),
	    "bad" },
	{ HEAD("2026-11-30T00:30:05Z") REST("GET", "200", "event=aid"), "bad" },
	{ HEAD("2026-11-30") REST("GET", "200", "event=aid"), "bad" },
	{ HEAD("2026-11-30T00:30:05-01:00") REST("GET", "200", "event=aid"),
	    "2026-11-30 30 1796002205 a.fr 1 " NONE },
	/* No line of ours. */
	{ "", "bad" },
	{ "{", "bad" },
	{ "[]", "bad" },
	{ "192.0.2.0 [2026-11-30T00:30:05+01:00] \"GET /aides/\" 200", "bad" },
	{ HEAD(TIME) "\"agent\":\"a\"}", "bad" },
	{ HEAD(TIME) REST("GET", "\"200\"", "event=aid"), "bad" },
};

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct pool *pool = pool_new();

		want_str(i, line_text(pool, rows[i].line), rows[i].want);
		pool_free(pool);
	}
}

/* The words are of a column; a hundred bytes of them at most. */
static void
test_words(void **state)
{
	char line[1000], words[200];

	(void)state;
	for (int n = 100; n <= 101; n++) {
		struct pool *pool = pool_new();

		memset(words, 'a', sizeof(words));
		words[n] = '\0';
		snprintf(line, sizeof(line), LINE("event=search; words=%s"),
		    words);
		want_int(n, strcmp(line_text(pool, line), "bad") == 0, n > 100);
		pool_free(pool);
	}
}

/* Who shares an address and an agent is one visitor, and no other is. */
static void
test_visitor(void **state)
{
	static const char *const lines[] = { LINE("event=aid"),
		HEAD("2026-11-29T10:00:00+01:00")
		    REST("GET", "200", "event=search"),
		"{\"time\":\"" TIME "\",\"address\":\"192.0.3.0\"," REST("GET",
		    "200", "event=aid") };
	struct pool *pool = pool_new();
	struct count_line l[ROWS(lines)];

	(void)state;
	for (size_t i = 0; i < ROWS(lines); i++)
		want_int(i,
		    count_line_read(pool, lines[i], strlen(lines[i]), &l[i]),
		    COUNT_READ);
	assert_string_equal(l[0].visitor, l[1].visitor);
	assert_string_not_equal(l[0].visitor, l[2].visitor);
	pool_free(pool);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_visitor),
	};

	return cmocka_run_group_tests_name("count_line", tests, NULL, NULL);
}
