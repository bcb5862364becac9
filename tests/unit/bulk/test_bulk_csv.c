/* test_bulk_csv.c - JSON of the API as lines of a table. */

#include <string.h>

#include "bulk/bulk_csv.h"
#include "text/json_span.h"
#include "unit.h"

static const struct {
	const char *object, *line;
} rows[] = {
	{ "{\"a\":1,\"b\":null,\"c\":true}", "1,,true\r\n" },
	{ "{\"a\":1,\"b\":\"x\"", "1,x\r\n" }, /* its last brace is missing */
	{ "{\"a\":\"\",\"b\":[],\"c\":{}}", ",,{}\r\n" },
	{ "{\"a\":\"x, y\",\"b\":\"d'une\"}", "\"x, y\",d'une\r\n" },
	{ "{\"a\":\"dit \\\"oui\\\"\",\"b\":\"\\\\\"}",
	    "\"dit \"\"oui\"\"\",\\\r\n" },
	{ "{\"a\":\"un\\ndeux\\ttrois\"}", "\"un\ndeux\ttrois\"\r\n" },
	{ "{\"a\":[\"x\",\"y|z\",3],\"b\":[1]}", "x|y|z|3,1\r\n" },
	{ "{\"a\":[{\"id\":1,\"n\":\"p, q\"}]}",
	    "\"[{\"\"id\"\":1,\"\"n\"\":\"\"p, q\"\"}]\"\r\n" },
	/* Formulas. */
	{ "{\"a\":\"=1+1\",\"b\":\"-x\",\"c\":-5,\"d\":\"@x\"}",
	    "\"'=1+1\",\"'-x\",-5,\"'@x\"\r\n" },
	/* Braces and brackets within texts end nothing. */
	{ "{\"a\":\"]}{[\",\"b\":[\"]\",\"}\"],\"c\":2}", "]}{[,]|},2\r\n" },
	{ "{\"a\":\"\\u003cp\"}", "<p\r\n" },
	{ "{}", "\r\n" },
};

static void
lines(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct buf b = { 0 };

		bulk_csv_row(&b, rows[i].object);
		assert_string_equal(b.data, rows[i].line);
		buf_free(&b);
	}
}

static void
titles(void **state)
{
	struct buf b = { 0 };

	(void)state;
	bulk_csv_titles(&b, "{\"id\":1,\"a_b\":[\"c\"],\"d\":{\"e\":2}}");
	assert_string_equal(b.data, "id,a_b,d\r\n");
	buf_free(&b);
}

/* What is cut ends where it is cut. */
static void
cut(void **state)
{
	static const char whole[] = "{\"a\":[{\"b\":\"\\\"x\"},2],\"c\":3}";

	(void)state;
	assert_string_equal(json_value_end(whole), "");
	for (size_t n = 1; n < sizeof(whole) - 1; n++) {
		char part[sizeof(whole)];

		memcpy(part, whole, n);
		part[n] = '\0';
		assert_true(json_value_end(part) <= part + n);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(lines),
		cmocka_unit_test(titles), cmocka_unit_test(cut) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
