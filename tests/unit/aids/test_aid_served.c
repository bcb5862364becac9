/* test_aid_served.c - signs of a rendered aid are filled in. */

#include <string.h>

#include "aids/aid_served.h"
#include "unit.h"

static const struct {
	const char *record, *served;
} rows[] = {
	{ "", "" },
	{ "{\"id\":1", "{\"id\":1" },
	{ "{\"u\":\"\uFDD0/a\",\"l\":\uFDD1,\"s\":\"\uFDD2\",\"v\":\"\uFDD3\"",
	    "{\"u\":\"https://a.fr/a\",\"l\":true,\"s\":\"open\",\"v\":\"12\"" },
	{ "\uFDD3\uFDD3\uFDD3", "121212" },
	/* What begins as they do is not one of them. */
	{ "\uFEFFx\uFFFD\uFDD3\uF8FF", "\uFEFFx\uFFFD12\uF8FF" },
	{ "\uFDCF\uFDD4\uFDF2", "\uFDCF\uFDD4\uFDF2" },
	/* Cut within a sign. */
	{ "x\xef\xb7", "x\xef\xb7" },
	{ "x\xef", "x\xef" },
};

static void
signs(void **state)
{
	const struct value status = { .type = VALUE_TEXT, .s = "open", .n = 4 };
	const struct value number = { .type = VALUE_INT, .i = 12 };

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const struct value record = { .type = VALUE_TEXT,
			.s = rows[i].record,
			.n = strlen(rows[i].record) };
		struct buf b = { 0 };

		buf_puts(&b, "");
		aid_served_put(&b, "https://a.fr",
		    &(struct aid_served){ &record, NULL, &status, &number });
		assert_string_equal(b.data, rows[i].served);
		buf_free(&b);
	}
}

/* Texts come after the record; an aid that is not open is not live. */
static void
texts(void **state)
{
	const struct value record = { .type = VALUE_TEXT,
		.s = "{\"l\":\uFDD1",
		.n = 8 };
	const struct value more = { .type = VALUE_TEXT,
		.s = ",\"t\":1",
		.n = 6 };
	const struct value status = { .type = VALUE_TEXT, .s = "closed" };
	const struct value number = { .type = VALUE_INT, .i = 1 };
	struct buf b = { 0 };

	(void)state;
	aid_served_put(&b, "",
	    &(struct aid_served){ &record, &more, &status, &number });
	assert_string_equal(b.data, "{\"l\":false,\"t\":1");
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(signs),
		cmocka_unit_test(texts) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
