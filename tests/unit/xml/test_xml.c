/* test_xml.c - making a document. */

#include "base/buf.h"
#include "unit.h"
#include "xml/xml.h"
#include "xml/xml_write.h"

static void
want_doc(size_t row, xmlDocPtr doc, const char *want)
{
	struct buf b = { 0 };
	char whole[2000];

	snprintf(whole, sizeof(whole),
	    "<?xml version=\"1.0\" "
	    "encoding=\"UTF-8\"?>\n%s\n",
	    want);
	xml_write(&b, doc);
	want_str(row, b.data, whole);
	buf_free(&b);
}

static void
test_page(void **state)
{
	struct pool *pool = pool_new();
	xmlDocPtr doc = xml_page(pool, "aid");
	xmlNodePtr root = xmlDocGetRootElement(doc), a;

	(void)state;
	want_doc(0, doc, "<page name=\"aid\"/>");
	a = xml_add(root, "a");
	xml_set(a, "x", "1");
	xml_set(a, "y", NULL);
	xml_set_int(a, "z", -9223372036854775807 - 1);
	assert_null(xml_add_text(root, "none", NULL));
	assert_non_null(xml_add_text(root, "b", "t"));
	xml_add_text(root, "c", "");
	want_doc(1, doc,
	    "<page name=\"aid\"><a x=\"1\" "
	    "z=\"-9223372036854775808\"/><b>t</b><c/></page>");
	assert_ptr_equal(xml_child(root, "a"), a);
	assert_null(xml_child(root, "none"));
	assert_null(xml_child(a, "a"));
	pool_free(pool);
}

/* Text with its length, as a node, as an attribute, as ready markup. */
static const struct {
	const char *s;
	size_t n;
	const char *text, *attribute, *raw;
} rows[] = {
	{ "abc", 3, "abc", "abc", "abc" },
	{ "abc", 2, "ab", "abc", "ab" },
	{ "<a>&\"'", 6, "&lt;a&gt;&amp;\"'", "&lt;a&gt;&amp;&quot;'",
	    "<a>&\"'" },
	{ "&amp;", 5, "&amp;amp;", "&amp;amp;", "&amp;" },
	{ "&eacute;", 8, "&amp;eacute;", "&amp;eacute;", "&eacute;" },
	{ "\xc3\xa9", 2, "\xc3\xa9", "\xc3\xa9", "\xc3\xa9" },
	{ "a\x01", 2, "a?", "a?", "a?" },
	{ "\xff\xfe", 2, "??", "??", "??" },
	{ "\xed\xa0\x80", 3, "???", "???", "???" },
	{ "\xc3\xa9", 1, "?", "\xc3\xa9", "?" },
	{ "\xf0\x9f\x98\x80", 4, "\xf0\x9f\x98\x80", "\xf0\x9f\x98\x80",
	    "\xf0\x9f\x98\x80" },
	/* all the bytes are there, whatever they are */
	{ "ab\0cd", 5, "ab?cd", "ab", "ab?cd" },
	{ "\0\0\0\0", 4, "????", "", "????" },
	{ "]]>", 3, "]]&gt;", "]]&gt;", "]]>" },
};

static void
test_text(void **state)
{
	struct pool *pool = pool_new();
	char want[200], *copy;

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		xmlDocPtr doc = xml_page(pool, "t");
		xmlNodePtr root = xmlDocGetRootElement(doc);

		/* of its own memory, so that a step too far is seen */
		copy = malloc(rows[i].n + 1);
		assert_non_null(copy);
		memcpy(copy, rows[i].s, rows[i].n);
		copy[rows[i].n] = '\0';
		xml_set(xml_add(root, "a"), "b", rows[i].s);
		xml_text(xml_add(root, "c"), copy, rows[i].n);
		xml_raw(xml_add(root, "d"), copy, rows[i].n);
		free(copy);
		snprintf(want, sizeof(want),
		    "<page name=\"t\"><a b=\"%s\"/>"
		    "<c>%s</c><d>%s</d></page>",
		    rows[i].attribute, rows[i].text, rows[i].raw);
		want_doc(i, doc, want);
	}
	pool_free(pool);
}

/* Pieces of text join; markup stays apart from them. */
static void
test_pieces(void **state)
{
	struct pool *pool = pool_new();
	xmlDocPtr doc = xml_page(pool, "t");
	xmlNodePtr root = xmlDocGetRootElement(doc);

	(void)state;
	xml_text(root, "<", 1);
	xml_text(root, "b", 1);
	xml_text(root, "", 0);
	xml_raw(root, "<i/>", 4);
	xml_raw(root, "", 0);
	xml_raw(root, "<u/>", 4);
	xml_text(root, ">", 1);
	want_doc(0, doc, "<page name=\"t\">&lt;b<i/><u/>&gt;</page>");
	pool_free(pool);
}

/* What a buffer held is the document's; the buffer serves again, as new. */
static void
test_take(void **state)
{
	struct pool *pool = pool_new();
	xmlDocPtr doc = xml_page(pool, "t");
	xmlNodePtr root = xmlDocGetRootElement(doc);
	struct buf b = { 0 };

	(void)state;
	for (int i = 0; i < 2; i++) {
		buf_puts(&b, "<i/>");
		xml_raw_take(xml_add(root, "a"), &b);
		assert_null(b.data);
		want_int(i, b.len + b.size, 0);
	}
	xml_raw_take(xml_add(root, "b"), &b);
	want_doc(0, doc, "<page name=\"t\"><a><i/></a><a><i/></a><b/></page>");
	pool_free(pool);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_page),
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_pieces),
		cmocka_unit_test(test_take),
	};

	return cmocka_run_group_tests_name("xml", tests, NULL, NULL);
}
