/* test_perimeter_source.c - a text of perimeters, line by line. */

#include "territory/perimeter_source.h"
#include "unit.h"

/* A text, and its lines as "number:text|"; "!" marks one with a fault. */
static const struct {
	const char *text;
	size_t n;
	const char *want;
} rows[] = {
	{ "", 0, "" },
	{ "\n\n", 2, "" },
	{ "a", 1, "1:a|" },
	{ "a\nb\n", 4, "1:a|2:b|" },
	{ "# c\n\na\n", 7, "3:a|" },
	{ "a\r\n", 3, "1:a\r|" },
	{ "a\0b\nc", 5, "!1:a|2:c|" },
	{ "a#\n #\n", 6, "1:a#|2: #|" },
};

static void
test_lines(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct perimeter_source s = { "x", rows[i].text, rows[i].n };
		struct perimeter_line line = { 0 };
		char got[200] = "";

		while (perimeter_source_next(&s, &line))
			sprintf(got + strlen(got), "%s%u:%.20s|",
			    line.fault != NULL ? "!" : "", line.number,
			    line.text);
		want_str(i, got, rows[i].want);
	}
}

/* A line of 4,095 bytes fits; one more does not, and the next line is whole. */
static void
test_long(void **state)
{
	char text[PERIMETER_LINE + 3];

	(void)state;
	for (size_t n = PERIMETER_LINE - 1; n <= PERIMETER_LINE; n++) {
		struct perimeter_source s = { "x", text, n + 2 };
		struct perimeter_line line = { 0 };

		memset(text, 'a', n);
		memcpy(text + n, "\nb", 2);
		assert_true(perimeter_source_next(&s, &line));
		want_int(n, line.fault == NULL, n < PERIMETER_LINE);
		want_int(n, strlen(line.text), PERIMETER_LINE - 1);
		assert_true(perimeter_source_next(&s, &line));
		want_str(n, line.text, "b");
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_long),
	};

	return cmocka_run_group_tests_name("perimeter_source", tests, NULL,
	    NULL);
}
