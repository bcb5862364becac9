/* test_form.c - what an HTML form sent. */

#include "base/buf.h"
#include "text/urlencoded.h"
#include "unit.h"

/* want: name=value, by " ; "; NULL: no such body. */
static const struct {
	const char *body, *want;
} rows[] = {
	{ "", "" },
	{ "a=1&b=2", "a=1 ; b=2" },
	{ "a=1+2%2B3", "a=1 2+3" },
	{ "%C3%A9+t=%e2%82%ac", "é t=€" },
	{ "a=\xc3\xa9", "a=é" },
	{ "a=%26%3D%25", "a=&=%" },
	{ "a=b=c", "a=b=c" },
	{ "a=1;b=2", "a=1;b=2" },
	{ "a", "a=" },
	{ "a=", "a=" },
	{ "a=1&a=2&a=1", "a=1 ; a=2 ; a=1" }, /* boxes that are ticked */
	{ "a=un%0D%0Adeux%0D", "a=un\ndeux" },
	{ "a=1&", "a=1 ; =" },
	{ "a=%", NULL },
	{ "a=%4", NULL },
	{ "a=%4g", NULL },
	{ "%zz=1", NULL },
	{ "a=1&b%=2", NULL },
	{ "a=%00", NULL },
	{ "a%00=1", NULL },
	{ "a=%FF", NULL },
	{ "a=\xff", NULL },
	{ "%FF=1", NULL },
	{ "a=%C3", NULL },
	{ "a=%C0%AF", NULL },
	{ "a=%ED%A0%80", NULL }, /* half a pair */
	{ "a=%EF%BF%BF", NULL },
	{ "a=%01", NULL },
	{ "a=%1B[31m", NULL },
	{ "a=%09", "a=\t" },
	{ "a=Toit%E2%80%AE+neuf%E2%81%A9", "a=Toit neuf" },
};

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct pool *pool = pool_new();
		struct buf got = { 0 };
		struct urlencoded f;
		enum rc rc = urlencoded_read(pool, rows[i].body, &f);

		want_int(i, rc, rows[i].want != NULL ? RC_OK : RC_BAD_PARAM);
		buf_puts(&got, "");
		for (size_t k = 0; rc == RC_OK && k < f.n; k++)
			buf_putf(&got, "%s%s=%s", k > 0 ? " ; " : "",
			    f.field[k].name, f.field[k].value);
		if (rc == RC_OK)
			want_str(i, got.data != NULL ? got.data : "",
			    rows[i].want);
		buf_free(&got);
		pool_free(pool);
	}
}

static void
test_get(void **state)
{
	struct pool *pool = pool_new();
	struct urlencoded f;

	(void)state;
	assert_int_equal(urlencoded_read(pool, "a=1&b=&a=2", &f), RC_OK);
	assert_string_equal(urlencoded_get(&f, "a"), "1");
	assert_string_equal(urlencoded_get(&f, "b"), "");
	assert_null(urlencoded_get(&f, "c"));
	assert_null(urlencoded_get(&f, ""));
	pool_free(pool);
}

static void
test_limit(void **state)
{
	static const struct {
		int n;
		enum rc rc;
	} sizes[] = { { 600, RC_OK }, { 601, RC_BAD_PARAM } };

	(void)state;
	for (size_t i = 0; i < ROWS(sizes); i++) {
		struct pool *pool = pool_new();
		struct buf body = { 0 };
		struct urlencoded f;

		for (int k = 0; k < sizes[i].n; k++)
			buf_putf(&body, "%sf%d=%d", k > 0 ? "&" : "", k, k);
		buf_putc(&body, '\0');
		want_int(i, urlencoded_read(pool, body.data, &f), sizes[i].rc);
		if (sizes[i].rc == RC_OK)
			want_str(i, urlencoded_get(&f, "f599"), "599");
		buf_free(&body);
		pool_free(pool);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_get),
		cmocka_unit_test(test_limit),
	};

	return cmocka_run_group_tests_name("urlencoded", tests, NULL, NULL);
}
