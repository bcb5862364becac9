/* test_buf.c - a growing buffer. */

#include <limits.h>

#include "base/buf.h"
#include "unit.h"

static void
test_put(void **state)
{
	struct buf b = { 0 };

	(void)state;
	buf_puts(&b, "");
	want_str(0, b.data, "");
	buf_put(&b, "a\0b", 3);
	buf_putc(&b, 'c');
	buf_putf(&b, "%d-%s", 7, "x");
	assert_int_equal(b.len, 7);
	assert_memory_equal(b.data, "a\0bc7-x", 8);
	buf_put(&b, NULL, 0);
	assert_int_equal(b.len, 7);
	buf_reset(&b);
	buf_put_int(&b, 0);
	buf_put_int(&b, 907);
	buf_put_int(&b, LLONG_MAX);
	buf_put_int(&b, LLONG_MIN);
	want_str(0, b.data, "09079223372036854775807-9223372036854775808");
	buf_free(&b);
	assert_null(b.data);
}

/* Every length from nothing to several times the first size, closed by NUL. */
static void
test_growth(void **state)
{
	struct buf b = { 0 };
	char *big;

	(void)state;
	for (size_t i = 0; i < 5000; i++) {
		buf_putc(&b, (char)('a' + i % 26));
		assert_int_equal(b.len, i + 1);
		assert_int_equal(b.data[b.len], '\0');
		assert_true(b.size > b.len);
	}
	for (size_t i = 0; i < 5000; i++)
		assert_int_equal(b.data[i], 'a' + i % 26);
	buf_free(&b);
	assert_non_null(big = calloc(1, 3000000));
	memset(big, 'x', 2999999);
	buf_putf(&b, "<%s>", big);
	assert_int_equal(b.len, 3000001);
	assert_int_equal(b.data[3000000], '>');
	free(big);
	buf_free(&b);
}

static void
test_reset(void **state)
{
	struct buf b = { 0 };
	char *data;

	(void)state;
	buf_reset(&b);
	assert_null(b.data);
	buf_puts(&b, "abc");
	data = b.data;
	buf_reset(&b);
	assert_ptr_equal(b.data, data);
	assert_int_equal(b.len, 0);
	want_str(0, b.data, "");
	buf_free(&b);
	buf_free(&b);
}

static const struct {
	const char *s, *url, *tsv;
} escape_rows[] = {
	{ "", "", "" }, { "aZ09-._~", "aZ09-._~", "aZ09-._~" },
	{ "a b", "a+b", "a b" }, { "a&b=c", "a%26b%3Dc", "a&b=c" },
	{ "é", "%C3%A9", "é" }, { "\x01\xff", "%01%FF", "\x01\xff" },
	{ "/:@[`{", "%2F%3A%40%5B%60%7B", "/:@[`{" },
	{ "\"<'>/?#%+", "%22%3C%27%3E%2F%3F%23%25%2B", "\"<'>/?#%+" },
	{ "a\tb\nc\\", "a%09b%0Ac%5C", "a\\tb\\nc\\\\" },
	{ "\\N", "%5CN", "\\\\N" }, /* these words are no NULL */
};

static void
test_escape(void **state)
{
	struct buf b = { 0 };

	(void)state;
	for (size_t i = 0; i < ROWS(escape_rows); i++) {
		buf_reset(&b);
		buf_puts(&b, "");
		buf_put_url(&b, escape_rows[i].s);
		want_str(i, b.data, escape_rows[i].url);
		buf_reset(&b);
		buf_put_tsv(&b, escape_rows[i].s);
		want_str(i, b.data, escape_rows[i].tsv);
	}
	buf_reset(&b);
	buf_put_tsv(&b, NULL);
	want_str(0, b.data, "\\N");
	buf_free(&b);
}

static void
put_too_much(void *arg)
{
	struct buf b = { 0 };

	buf_put(&b, arg, (size_t)1 << 62);
}

/* Memory that cannot be had ends the process with a message. */
static void
test_no_memory(void **state)
{
	(void)state;
	assert_int_equal(unit_status(put_too_much, ""), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_put),
		cmocka_unit_test(test_growth),
		cmocka_unit_test(test_reset),
		cmocka_unit_test(test_escape),
		cmocka_unit_test(test_no_memory),
	};

	return cmocka_run_group_tests_name("buf", tests, NULL, NULL);
}
