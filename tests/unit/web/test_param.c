/* test_param.c - parameters of a page: accepted, refused, by name. */

#include "base/buf.h"
#include "unit.h"
#include "web/param.h"

/* Of a parameter whose values are few. */
static const char *
check_colour(const char *s)
{
	return strcmp(s, "red") == 0 ? NULL : "unknown-value";
}

static const struct param spec[] = { { "q", PARAM_TEXT, .alias = "text",
					 .max = 20 },
	{ "types", PARAM_SLUG, .alias = "aid_type aidType", .list = true },
	{ "id", PARAM_ID, .alias = "perimeter", .max = 999999 },
	{ "page", PARAM_UINT, .max = 1000 }, { "code", PARAM_CODE, .max = 0 },
	{ "before", PARAM_DATE, .max = 0 },
	{ "charged", PARAM_BOOL, .alias = "isCharged" },
	{ "backers", PARAM_UINT, .max = 9999, .list = true },
	{ "words", PARAM_TEXT, .max = 100, .list = true },
	{ "keys", PARAM_TEXT, .max = 100, .list = true, .commas = true },
	{ "ids", PARAM_ID, .max = 100, .list = true, .commas = true,
	    .keeps_empty = true },
	{ "colours", PARAM_TEXT, .max = 5, .list = true, .commas = true,
	    .check = check_colour },
	{ 0 } };

/* Splits a query string and reads it by a table. */
static enum rc
read_query(struct pool *pool, const struct param *by, const char *query,
    struct param_values **v, struct param_fault *f)
{
	struct param_pairs pairs;
	enum rc rc = param_split(pool, query, &pairs, f);

	return rc == RC_OK ? param_read(pool, by, &pairs, v, f) : rc;
}

/* The values of the parameter of that name, parted by "|". */
static const char *
joined(struct pool *pool, const struct param_values *values, const char *name)
{
	const char *s = "";
	int i = 0;

	while (strcmp(spec[i].name, name) != 0)
		i++;
	for (size_t k = 0; k < values[i].n; k++)
		s = pool_printf(pool, "%s%s%s", s, k > 0 ? "|" : "",
		    values[i].v[k].s);
	return s;
}

static const struct {
	const char *query, *name, *want;
} good_rows[] = {
	{ "", "q", "" },
	{ "q=bois", "q", "bois" },
	{ "text=bois", "q", "bois" },
	{ "q=a+b%20c", "q", "a b c" },
	{ "q=%20+bois%0a", "q", "bois" },
	{ "q=%E2%80%AEbois%E2%81%A9", "q", "bois" },
	{ "q=%E2%80%AE", "q", "" },
	{ "q=a=b", "q", "a=b" },
	{ "q", "q", "" },
	{ "q=", "q", "" },
	{ "q=+", "q", "" },
	{ "q=,,", "q", ",," },
	{ "keys=,+,", "keys", "" },
	{ "keys=,a,&keys=", "keys", "a" },
	{ "keys=a,b+c&keys[]=,d", "keys", "a|b|c|d" },
	{ "ids=,,", "ids", "" },
	{ "colours=", "colours", "" },
	{ "colours=red,", "colours", "red" },
	{ "ids=7&ids=", "ids", "7|" },
	{ "&&q=x&", "q", "x" },
	{ "q=%C3%A9t%C3%A9", "q", "été" },
	{ "q=\xc3\xa9", "q", "é" },
	{ "q=%F0%9F%9A%B2", "q", "\xf0\x9f\x9a\xb2" },
	{ "q=a%09b%0Ac", "q", "a\tb\nc" },
	{ "q=%3Cscript%3E", "q", "<script>" },
	{ "q=12345678901234567890", "q", "12345678901234567890" },
	/* the many forms of a list (AT 2.1) */
	{ "types=a&types=b", "types", "a|b" },
	{ "types[]=a&types[]=b", "types", "a|b" },
	{ "types=Commune&types=commune&types=Private_Sector", "types",
	    "commune|private-sector" },
	{ "charged=True", "charged", "true" },
	{ "types[0]=a&types[1]=b", "types", "a|b" },
	{ "types%5B%5D=a&types%5B7%5D=b", "types", "a|b" },
	{ "types[x]=a", "types", "a" },
	{ "aid_type=a&aidType[]=b&types=c", "types", "a|b|c" },
	{ "types[]=&types[]=a&types=", "types", "a" },
	{ "types=b&q=x&types=a", "types", "b|a" },
	{ "backers=3&backers=3", "backers", "3" },
	{ "types=a&aid_type=b&types=a", "types", "a|b" },
	{ "words=a,b&words=c", "words", "a,b|c" },
	/* a single one keeps the last that is there */
	{ "q=a&q=b", "q", "b" },
	{ "q=a&q=", "q", "a" },
	{ "q[]=a&q[0]=b", "q", "b" },
	{ "page=1&page=2", "page", "2" },
	/* _ is - in slugs and nowhere else */
	{ "types=private_sector", "types", "private-sector" },
	{ "types=a_b_c", "types", "a-b-c" },
	{ "q=plan_de_relance", "q", "plan_de_relance" },
	{ "words=a_b", "words", "a_b" },
	{ "code=2A004", "code", "2A004" },
	{ "code=FRA-MET.1", "code", "FRA-MET.1" },
	/* undeclared names are passed over, with what they hold */
	{ "utm_source=mail&q=a&fbclid=%zz", "q", "a" },
	{ "Q=a", "q", "" },
	{ "[]=a&q=b", "q", "b" },
	{ "=a&q=b", "q", "b" },
};

static void
test_good(void **state)
{
	struct pool *pool = pool_new();
	struct param_values *v;
	struct param_fault f;

	(void)state;
	for (size_t i = 0; i < ROWS(good_rows); i++) {
		want_int(i, read_query(pool, spec, good_rows[i].query, &v, &f),
		    RC_OK);
		want_str(i, joined(pool, v, good_rows[i].name),
		    good_rows[i].want);
	}
	pool_free(pool);
}

static const struct {
	const char *query;
	int param;
	long long i;
} number_rows[] = {
	{ "page=1", 3, 1 },
	{ "page=1000", 3, 1000 },
	{ "page=007", 3, 7 },
	{ "page=+7", 3, 7 }, /* + is a blank */
	{ "id=70973", 2, 70973 },
	{ "id=70973-paris", 2, 70973 },
	{ "id=70973-a_b%27c", 2, 70973 },
	{ "id=7-", 2, 7 },
	{ "perimeter=70973-slug", 2, 70973 },
	{ "charged=true", 6, 1 },
	{ "charged=on", 6, 1 },
	{ "charged=1", 6, 1 },
	{ "charged=false", 6, 0 },
	{ "charged=off", 6, 0 },
	{ "charged=0", 6, 0 },
	{ "isCharged=true", 6, 1 },
	{ "charged=1&charged=false", 6, 0 },
};

static void
test_numbers(void **state)
{
	struct pool *pool = pool_new();
	struct param_values *v;
	struct param_fault f;

	(void)state;
	for (size_t i = 0; i < ROWS(number_rows); i++) {
		int k = number_rows[i].param;

		want_int(i,
		    read_query(pool, spec, number_rows[i].query, &v, &f),
		    RC_OK);
		want_int(i, v[k].n, 1);
		want_int(i, v[k].v[0].i, number_rows[i].i);
	}
	pool_free(pool);
}

static const struct {
	const char *query, *name, *value, *reason;
	long max;
} bad_rows[] = {
	/* what XML could not carry */
	{ "q=a%01", "q", NULL, "utf8", 0 },
	{ "q=a\x01", "q", NULL, "utf8", 0 },
	{ "q=a%00b", "q", NULL, "utf8", 0 },
	{ "q=%ff", "q", NULL, "utf8", 0 },
	{ "q=\xff", "q", NULL, "utf8", 0 },
	{ "q=%ed%a0%80", "q", NULL, "utf8", 0 },
	{ "q=%c0%80", "q", NULL, "utf8", 0 },
	{ "q=%ef%bf%bf", "q", NULL, "utf8", 0 },
	{ "q=%e9", "q", NULL, "utf8", 0 },
	{ "q=%", "q", NULL, "utf8", 0 },
	{ "q=%4", "q", NULL, "utf8", 0 },
	{ "q=%gg", "q", NULL, "utf8", 0 },
	{ "text[]=%ff", "text", NULL, "utf8", 0 },
	{ "%ff=1", NULL, NULL, "utf8", 0 },
	{ "%00=1", NULL, NULL, "utf8", 0 },
	/* too long */
	{ "q=123456789012345678901", "q", "123456789012345678901", "too-long",
	    20 },
	/* numbers */
	{ "page=0", "page", "0", "range", 1000 },
	{ "page=1001", "page", "1001", "range", 1000 },
	{ "page=-1", "page", "-1", "integer", 0 },
	{ "page=1.5", "page", "1.5", "integer", 0 },
	{ "page=1e3", "page", "1e3", "integer", 0 },
	{ "page=0x10", "page", "0x10", "integer", 0 },
	{ "page=7-x", "page", "7-x", "integer", 0 },
	{ "page=%EF%BC%91", "page", "\xef\xbc\x91", "integer", 0 },
	{ "page=18446744073709551617", "page", "18446744073709551617", "range",
	    1000 },
	{ "page=9223372036854775808", "page", "9223372036854775808", "range",
	    1000 },
	{ "id=paris-75056", "id", "paris-75056", "integer", 0 },
	{ "id=-75056", "id", "-75056", "integer", 0 },
	{ "id=75056_paris", "id", "75056_paris", "integer", 0 },
	{ "backers=1&backers=x", "backers", "x", "integer", 0 },
	/* slugs and codes */
	{ "types=a.b", "types", "a.b", "characters", 0 },
	{ "types=a&types=b%27", "types", "b'", "characters", 0 },
	{ "types=a/b", "types", "a/b", "characters", 0 },
	{ "types=%C3%A9", "types", "é", "characters", 0 },
	{ "code=a_b", "code", "a_b", "characters", 0 },
	{ "code=%25", "code", "%", "characters", 0 },
	/* booleans */
	{ "charged=yes", "charged", "yes", "boolean", 0 },
	{ "charged=vrai", "charged", "vrai", "boolean", 0 },
	{ "charged=2", "charged", "2", "boolean", 0 },
	{ "charged=true+on", "charged", "true on", "boolean", 0 },
	{ "isCharged=oui", "isCharged", "oui", "boolean", 0 },
	/* of a list, the item; its bound is an item's */
	{ "ids=7,x,8", "ids", "x", "integer", 0 },
	{ "ids=7,101", "ids", "101", "range", 100 },
	{ "colours=red,blue", "colours", "blue", "unknown-value", 0 },
	{ "colours=red,purple", "colours", "purple", "too-long", 5 },
};

static void
test_bad(void **state)
{
	struct pool *pool = pool_new();
	struct param_values *v;

	(void)state;
	for (size_t i = 0; i < ROWS(bad_rows); i++) {
		struct param_fault f = { 0 };

		want_int(i, read_query(pool, spec, bad_rows[i].query, &v, &f),
		    RC_BAD_PARAM);
		want_str(i, f.name, bad_rows[i].name);
		want_str(i, f.value, bad_rows[i].value);
		want_str(i, f.reason, bad_rows[i].reason);
		want_int(i, f.max, bad_rows[i].max);
	}
	pool_free(pool);
}

static const struct {
	const char *s;
	enum rc rc;
} date_rows[] = {
	{ "2026-11-22", RC_OK },
	{ "2024-02-29", RC_OK },
	{ "2000-02-29", RC_OK },
	{ "1970-01-01", RC_OK },
	{ "2100-12-31", RC_OK },
	{ "2026-12-31", RC_OK },
	{ "2025-02-29", RC_BAD_PARAM },
	{ "2100-02-29", RC_BAD_PARAM },
	{ "2026-04-31", RC_BAD_PARAM },
	{ "2026-06-31", RC_BAD_PARAM },
	{ "2026-02-30", RC_BAD_PARAM },
	{ "2026-00-10", RC_BAD_PARAM },
	{ "2026-13-01", RC_BAD_PARAM },
	{ "2026-01-00", RC_BAD_PARAM },
	{ "2026-01-32", RC_BAD_PARAM },
	{ "1969-12-31", RC_BAD_PARAM },
	{ "2101-01-01", RC_BAD_PARAM },
	{ "0000-00-00", RC_BAD_PARAM },
	{ "32/11/2026", RC_BAD_PARAM },
	{ "novembre 2026", RC_BAD_PARAM },
	{ "1/1/1950", RC_BAD_PARAM },
	{ "2026-11-2a", RC_BAD_PARAM },
	{ "2026-11-022", RC_BAD_PARAM },
	{ "-026-11-01", RC_BAD_PARAM },
	{ "2026-11-1-", RC_BAD_PARAM },
	{ "2026-1-011", RC_BAD_PARAM },
};

/* What date_read.h reads is kept as ISO 8601 writes it. */
static const struct {
	const char *s, *want;
} day_rows[] = {
	{ "2026-11-22", "2026-11-22" },
	{ "2026-1-01", "2026-01-01" },
	{ "22/11/2026", "2026-11-22" },
	{ "20261122", "2026-11-22" },
	{ "22 novembre 2026", "2026-11-22" },
	{ "2026--1-01", "2026-01-01" },
	{ "2026-11-22T00:00", "2026-11-22" },
};

static void
test_dates(void **state)
{
	struct pool *pool = pool_new();
	struct param_values *v;

	(void)state;
	for (size_t i = 0; i < ROWS(date_rows); i++) {
		struct param_fault f = { 0 };

		want_int(i,
		    read_query(pool, spec,
			pool_printf(pool, "before=%s", date_rows[i].s), &v, &f),
		    date_rows[i].rc);
		if (date_rows[i].rc != RC_OK)
			want_str(i, f.reason, "date");
	}
	for (size_t i = 0; i < ROWS(day_rows); i++) {
		struct param_fault f = { 0 };

		want_int(i,
		    read_query(pool, spec,
			pool_printf(pool, "before=%s", day_rows[i].s), &v, &f),
		    RC_OK);
		want_str(i, joined(pool, v, "before"), day_rows[i].want);
	}
	pool_free(pool);
}

/* "name=value" n times: what is too many is refused, and says so. */
static const struct {
	const char *pair;
	int n;
	enum rc rc;
	long max;
} many_rows[] = {
	{ "types=a", 100, RC_OK, 0 },
	{ "types=a", 101, RC_BAD_PARAM, 100 },
	{ "types[]=a", 299, RC_BAD_PARAM, 100 },
	{ "types[]=a&x=", 140, RC_OK, 0 }, /* one value */
	{ "types[]=a", 500, RC_BAD_PARAM, 300 },
	{ "q=a", 299, RC_OK, 0 },
	{ "q=a", 500, RC_BAD_PARAM, 300 },
	{ "types=", 500, RC_BAD_PARAM, 300 },
	{ "utm=1", 500, RC_BAD_PARAM, 300 },
};

static void
test_many(void **state)
{
	struct pool *pool = pool_new();
	struct param_values *v;
	struct buf b = { 0 };

	(void)state;
	for (size_t i = 0; i < ROWS(many_rows); i++) {
		struct param_fault f = { 0 };

		buf_reset(&b);
		for (int k = 0; k < many_rows[i].n; k++)
			buf_putf(&b, "%s%d&", many_rows[i].pair, k);
		want_int(i, read_query(pool, spec, b.data, &v, &f),
		    many_rows[i].rc);
		if (many_rows[i].rc != RC_OK)
			want_str(i, f.reason, "too-many");
		want_int(i, f.max, many_rows[i].max);
	}
	buf_free(&b);
	pool_free(pool);
}

/* A value too long to be shown is not, and the bound told is the one passed. */
static void
test_long(void **state)
{
	static const struct {
		const char *name;
		int n;
		long max;
	} rows[] = {
		{ "q", 300, 20 },
		{ "words", 101, 100 },
		{ "types", 256, 255 },
		{ "code", 256, 255 },
		{ "page", 256, 255 },
		{ "before", 256, 255 },
		{ "charged", 100000, 255 },
	};
	struct pool *pool = pool_new();
	struct param_values *v;

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct param_fault f = { 0 };

		want_int(i,
		    read_query(pool, spec,
			pool_printf(pool, "%s=%0*d", rows[i].name, rows[i].n,
			    1),
			&v, &f),
		    RC_BAD_PARAM);
		want_str(i, f.reason, "too-long");
		want_str(i, f.value, NULL);
		want_int(i, f.max, rows[i].max);
	}
	pool_free(pool);
}

/* Whatever the bytes, an answer: and what is accepted is text for XML. */
static void
test_fuzz(void **state)
{
	static const char *const piece[] = { "q", "types", "[]", "=", "&", "%",
		"%ff", "%c3%a9", "id", "-", "1", "\xc3", "+", "[", "]",
		"page=", "before=", "2024-02-", "29", "charged=on" };
	struct pool *pool = pool_new();
	struct param_values *v;
	char query[400];

	(void)state;
	for (int turn = 0; turn < unit_turns(20000); turn++) {
		struct param_fault f = { 0 };
		unsigned n = unit_random() % 30;
		enum rc rc;

		query[0] = '\0';
		while (n-- > 0)
			strcat(query, piece[unit_random() % ROWS(piece)]);
		rc = read_query(pool, spec, query, &v, &f);
		assert_true(
		    rc == RC_OK || (rc == RC_BAD_PARAM && f.reason != NULL));
		pool_reset(pool);
	}
	pool_free(pool);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_good),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_bad),
		cmocka_unit_test(test_dates),
		cmocka_unit_test(test_many),
		cmocka_unit_test(test_long),
		cmocka_unit_test(test_fuzz),
	};

	return cmocka_run_group_tests_name("param", tests, NULL, NULL);
}
