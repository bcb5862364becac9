/* test_acronyms.c - what the acronyms of an excerpt mean. */

#include "aids/acronyms.h"
#include "unit.h"

/* As fragment-terms.xsl makes them. */
#define MEANING(of) "\1?first " of "\2<" of ">\3"

static const struct {
	const char *text, *want;
} texts[] = {
	{ NULL, "" },
	{ "", "" },
	{ "DETR", "<DETR>" },
	{ "la DETR.", "<DETR>" },
	{ "AMI, puis (CEE)", "<AMI><CEE>" },
	{ "CEE AMI", "<CEE><AMI>" },
	{ "a CEE b CEE", "<CEE>" },
	{ "l'AMI ou l’AMI de l\u00a0'AMI", "<AMI>" },
	{ "«\u00a0AMI\u00a0»", "<AMI>" },
	/* at each place of the steps */
	{ "xAMI yz AMI", "<AMI>" },
	{ "xy AMI", "<AMI>" },
	{ "x y AMI", "<AMI>" },
	{ "xy zt AMI", "<AMI>" },
	{ "AMI DETR CEE", "<AMI><DETR><CEE>" },
	/* other words */
	{ "AMIS AM I DETRS detr Detr", "" },
	{ "AMI2 2AMI AMI-CEE DETR_1 PLU", "" },
	{ "ABCDEFGHIJKLMNOPQRSTUVWXYZAMI", "" },
	{ "AM", "" },
};

static void
test_texts(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(texts); i++) {
		struct acronyms a = { 0 };
		struct buf got = { 0 }, said = { 0 };

		buf_puts(&a.html,
		    MEANING("AMI") MEANING("CEE") MEANING("DETR"));
		acronyms_read(&a);
		acronyms_put(&got, &a, texts[i].text, &said);
		want_str(i, got.len > 0 ? got.data : "", texts[i].want);
		buf_free(&a.html);
		buf_free(&got);
		buf_free(&said);
	}
}

/* Once a page, whatever said it first; without a sheet none is known. */
static void
test_said(void **state)
{
	struct acronyms a = { 0 };
	struct buf got = { 0 }, said = { 0 };

	(void)state;
	acronyms_read(&a);
	acronyms_put(&got, &a, "AMI", &said);
	assert_int_equal(got.len, 0);
	buf_puts(&a.html, "\1?other AMI\2no\3" MEANING("AMI") MEANING("CEE"));
	acronyms_read(&a);
	buf_puts(&said, " AMI ");
	acronyms_put(&got, &a, "AMI CEE", &said);
	acronyms_put(&got, &a, "CEE AMI", &said);
	assert_string_equal(got.data, "<CEE>");
	buf_free(&a.html);
	buf_free(&got);
	buf_free(&said);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_texts),
		cmocka_unit_test(test_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
