/* test_ics_fold.c - lines of a calendar. */

#include "text/ics_fold.h"
#include "unit.h"

#define TEN "0123456789"
#define SEVENTY TEN TEN TEN TEN TEN TEN TEN

static const struct {
	const char *text, *want;
} folds[] = {
	{ "", "" },
	{ "A:b\r\n\r\nC:d\n", "A:b\r\n\r\nC:d\r\n" },
	{ "A:b", "A:b\r\n" },
	{ SEVENTY "12345\r\n", SEVENTY "12345\r\n" },
	{ SEVENTY "123456\r\n", SEVENTY "12345\r\n 6\r\n" },
	/* What follows has a space before it. */
	{ SEVENTY "12345" SEVENTY "1234X\r\nA:b\r\n",
	    SEVENTY "12345\r\n " SEVENTY "1234\r\n X\r\nA:b\r\n" },
	/* Between characters: of two, three and four octets. */
	{ SEVENTY "1234é\r\n", SEVENTY "1234\r\n é\r\n" },
	{ SEVENTY "123é\r\n", SEVENTY "123é\r\n" },
	{ SEVENTY "123€x\r\n", SEVENTY "123\r\n €x\r\n" },
	{ SEVENTY "12😀\r\n", SEVENTY "12\r\n 😀\r\n" },
};

static void
test_folds(void **state)
{
	struct buf out = { 0 };

	(void)state;
	for (size_t i = 0; i < ROWS(folds); i++) {
		buf_reset(&out);
		ics_fold(&out, folds[i].text, strlen(folds[i].text));
		want_str(i, out.len > 0 ? out.data : "", folds[i].want);
	}
	buf_free(&out);
}

/* What is no UTF-8 is folded all the same. */
static void
test_bytes(void **state)
{
	struct buf out = { 0 };
	char text[300];

	(void)state;
	memset(text, 0x80, sizeof(text));
	ics_fold(&out, text, sizeof(text));
	want_int(0, (long long)out.len, 300 + 4 * 3 + 2);
	buf_free(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_folds),
		cmocka_unit_test(test_bytes) };

	return cmocka_run_group_tests_name("ics_fold", tests, NULL, NULL);
}
