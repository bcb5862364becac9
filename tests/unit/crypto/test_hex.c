/* test_hex.c - bytes as digits, and back. */

#include "crypto/hex.h"
#include "unit.h"

static const struct {
	const char *hex;
	size_t n; /* bytes to read */
	size_t span;
	bool reads;
} rows[] = {
	{ "", 0, 0, true },
	{ "00ff7f80", 4, 8, true },
	{ "00ff7f8", 4, 7, false }, /* ends too soon */
	{ "00ff7f8g", 4, 7, false },
	{ "00FF7F80", 4, 2, false }, /* is never written */
	{ "00ff7f80a", 4, 9, true }, /* has more than is read */
	{ " 0ff7f80", 4, 0, false },
};

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		unsigned char bytes[4] = { 0 };
		char back[9];

		want_int(i, (long)hex_span(rows[i].hex), (long)rows[i].span);
		want_int(i, hex_read(bytes, rows[i].hex, rows[i].n),
		    rows[i].reads);
		hex_put(back, bytes, rows[i].n);
		if (rows[i].reads)
			want_int(i, strncmp(back, rows[i].hex, 2 * rows[i].n),
			    0);
	}
}

static void
test_random(void **state)
{
	char a[2 * HEX_RANDOM + 1], b[2 * HEX_RANDOM + 1];

	(void)state;
	assert_true(hex_random(a, HEX_RANDOM));
	assert_true(hex_random(b, HEX_RANDOM));
	assert_int_equal(hex_span(a), sizeof(a) - 1);
	assert_int_equal(hex_span(b), sizeof(b) - 1);
	assert_string_not_equal(a, b);
	assert_true(hex_random(a, 4));
	assert_int_equal(strlen(a), 8);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows),
		cmocka_unit_test(test_random) };

	return cmocka_run_group_tests_name("hex", tests, NULL, NULL);
}
