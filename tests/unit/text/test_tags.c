/* test_tags.c - tags from outside, before they are parsed. */

#include "base/buf.h"
#include "text/richtext.h"
#include "text/tags.h"
#include "unit.h"

static const struct {
	const char *s, *want;
} bare_rows[] = {
	{ "", "" },
	{ "a < b & c > d <3", "a &lt; b & c > d &lt;3" },
	{ "<p>a</p>", "<p>a</p>" },
	{ "<P CLASS=x ID='y' z>a</P >", "<P>a</P>" },
	{ "<a title=\"<p>\" href='https://x/?\"<>'>a</a>",
	    "<a href=\"https://x/?&quot;&lt;&gt;\">a</a>" },
	{ "<a HREF = https://x/ href=y>a</a>", "<a href=\"https://x/\">a</a>" },
	{ "<a href>a</a>", "<a>a</a>" },
	{ "<th Scope=col scope=row x=y>a", "<th scope=\"col\">a" },
	{ "<td COLSPAN=2 rowspan='3' width=9>a",
	    "<td colspan=\"2\" rowspan=\"3\">a" },
	{ "<br/><br /><hr class=a/>", "<br/><br/><hr>" },
	{ "<p \"a b>c\">d", "<p>c\">d" },
	{ "<p a=\"b>c", "<p>" },
	{ "<p a", "<p>" },
	{ "<", "&lt;" },
	{ "a</ b <... c", "a b &lt;... c" },
	{ "</p", "</p>" },
	/* what could hide a tag is not there */
	{ "a<!-- <p b=\" -->c<p d='\">e'>f", "ac<p>f" },
	{ "a<!-- b", "a" },
	{ "<<!-- -->p b='\">'>", "&lt;p b='\">'>" },
	{ "<!DOCTYPE html><?xml b ?>c<![if d]>e", "ce" },
	{ "<script>x=\"<!--<p b='\"</SCRIPT>c", "<script></SCRIPT>c" },
	{ "<style>a</p></style x=y>b", "<style></style>b" },
	{ "<script/>a<p>b", "<script/>a<p>b" },
};

static void
test_bare(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(bare_rows); i++) {
		struct buf b = { 0 };

		tags_put_bare(&b, bare_rows[i].s, strlen(bare_rows[i].s));
		want_str(i, b.len > 0 ? b.data : "", bare_rows[i].want);
		buf_free(&b);
	}
}

/* "<p", as many attributes of three letters, and their end. */
static void
put_tag_of(struct buf *b, int attributes, const char *value)
{
	buf_puts(b, "<p");
	for (int i = 0; i < attributes; i++)
		buf_putf(b, " %c%c%c%s", 'a' + i / 676 % 26, 'a' + i / 26 % 26,
		    'a' + i % 26, value);
	buf_puts(b, ">");
}

static void
test_small(void **state)
{
	static const struct {
		int attributes;
		const char *head;
		bool want;
	} rows[] = { { 0, "", true }, { 16, "", true }, { 17, "", false },
		{ 40000, "", false }, { 40000, "<!-- ", false },
		{ 40000, "<a b=\"", false }, { 40000, "<![CDATA[", false },
		{ 40000, "a", false } };
	struct buf b = { 0 };

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		buf_reset(&b);
		buf_puts(&b, rows[i].head);
		put_tag_of(&b, rows[i].attributes, "=\"=\"");
		want_int(i, tags_are_small(b.data, b.len), rows[i].want);
	}
	buf_reset(&b);
	buf_puts(&b, "<a b=\"");
	for (int i = 0; i < 4096; i++)
		buf_putc(&b, 'c');
	buf_puts(&b, "\"/>");
	assert_false(tags_are_small(b.data, b.len));
	assert_true(tags_are_small("a", 1));
	assert_true(tags_are_small("</a><?b?><!--c-->", 17));
	assert_true(tags_are_small("<a b='>'/>", 10));
	assert_false(tags_are_small("<a", 2));
	buf_free(&b);
}

/* Attributes of any length, and a thousand of them. */
static void
test_few(void **state)
{
	static const struct {
		int attributes;
		bool want;
	} rows[] = { { 0, true }, { 500, true }, { 501, false },
		{ 40000, false } };
	struct buf b = { 0 };

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		buf_reset(&b);
		put_tag_of(&b, rows[i].attributes, "=\"=\"");
		put_tag_of(&b, 1, "=\"\"");
		want_int(i, tags_have_few(b.data, b.len), rows[i].want);
	}
	buf_free(&b);
}

/* The words of a paragraph stay, whatever its attributes: the parser has none
 * of them, so that its time is that of the words. */
static void
test_words_stay(void **state)
{
	struct buf b = { 0 }, bare = { 0 }, out = { 0 };

	(void)state;
	put_tag_of(&b, 40000, "");
	buf_puts(&b, "a</p>");
	tags_put_bare(&bare, b.data, b.len);
	assert_string_equal(bare.data, "<p>a</p>");
	richtext_put(&out, b.data, RICHTEXT_HTML);
	assert_string_equal(out.data, "<p>a</p>");
	buf_free(&b);
	buf_free(&bare);
	buf_free(&out);
}

static void
test_drop(void **state)
{
	static const struct {
		const char *s, *want;
	} rows[] = {
		{ "Aide", "Aide" },
		{ "<b>Aide</b> \u00e0 <I>la</I> pierre",
		    "Aide \u00e0 la pierre" },
		{ "CO<sub>2</sub>", "CO2" },
		{ "Aide<br/>suite", "Aide\nsuite" },
		{ "<p class=\"x\">Aide</p>", "Aide" },
		{ "communes <5 000 habitants>", "communes <5 000 habitants>" },
		{ "a <bi>b</bi> <b", "a <bi>b</bi> <b" },
		{ "x<y et y>z", "x<y et y>z" },
		{ "< b>", "< b>" },
		{ "<", "<" },
		{ "</", "</" },
		{ "<b>", "" },
	};
	struct pool *pool = pool_new();

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++)
		want_str(i, tags_drop(pool, rows[i].s), rows[i].want);
	pool_free(pool);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_bare),
		cmocka_unit_test(test_small), cmocka_unit_test(test_few),
		cmocka_unit_test(test_words_stay),
		cmocka_unit_test(test_drop) };

	return cmocka_run_group_tests_name("tags", tests, NULL, NULL);
}
