/* test_html.c - a result tree as HTML. */

#include <libxml/parser.h>

#include "unit.h"
#include "xml/html.h"
#include "xml/xml.h"

static const struct {
	const char *xml, *html;
} rows[] = {
	{ "<p>a</p>", "<p>a</p>" },
	/* void elements have no end, others always have one */
	{ "<p>a<br/>b<hr></hr></p>", "<p>a<br>b<hr></p>" },
	{ "<div/>", "<div></div>" },
	{ "<p><a/><i></i><script src=\"x\"/></p>",
	    "<p><a></a><i></i><script src=\"x\"></script></p>" },
	{ "<p><input type=\"text\"/><img/><link/><meta/><wbr/><col/></p>",
	    "<p><input type=\"text\"><img><link><meta><wbr><col></p>" },
	{ "<p><b/><base/><em/><embed/><textarea/><t/></p>",
	    "<p><b></b><base><em></em><embed><textarea></textarea><t></t>"
	    "</p>" },
	/* text */
	{ "<p>&lt;script&gt;&amp;\"'</p>",
	    "<p>&lt;script&gt;&amp;&quot;'</p>" },
	{ "<p><![CDATA[<b>&]]></p>", "<p>&lt;b&gt;&amp;</p>" },
	{ "<p>&amp;lt;</p>", "<p>&amp;lt;</p>" },
	{ "<p>&#233;\xe2\x82\xac\xf0\x9f\x98\x80&#160;</p>",
	    "<p>é\xe2\x82\xac\xf0\x9f\x98\x80\xc2\xa0</p>" },
	{ "<p> a\n b </p>", "<p> a\n b </p>" },
	/* attributes cannot be left */
	{ "<a b='\"&gt;&lt;x&amp;y'/>", "<a b=\"&quot;&gt;&lt;x&amp;y\"></a>" },
	{ "<a b=\"it's\" c=\"&#10;\"/>", "<a b=\"it's\" c=\"\n\"></a>" },
	{ "<a hidden=\"\" b=\"1\"/>", "<a hidden=\"\" b=\"1\"></a>" },
	{ "<a xml:lang=\"fr\"/>", "<a xml:lang=\"fr\"></a>" },
	/* a doctype is the tree's, in the short form of HTML */
	{ "<!DOCTYPE html SYSTEM \"about:legacy-compat\"><html/>",
	    "<!DOCTYPE html>\n<html></html>" },
	{ "<!DOCTYPE html><html/>", "<!DOCTYPE html>\n<html></html>" },
	/* what is not a page's goes */
	{ "<p><!-- c -->a<?php b?></p>", "<p>a</p>" },
	{ "<p>a<!-- c --></p>", "<p>a</p>" },
	{ "<ul><li>1</li><li><b>2</b></li></ul>",
	    "<ul><li>1</li><li><b>2</b></li></ul>" },
};

static void
test_write(void **state)
{
	struct buf b = { 0 };

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		xmlDocPtr doc = xmlReadMemory(rows[i].xml,
		    (int)strlen(rows[i].xml), NULL, "UTF-8", XML_PARSE_NONET);

		assert_non_null(doc);
		buf_reset(&b);
		html_write(&b, doc);
		want_str(i, b.data, rows[i].html);
		xmlFreeDoc(doc);
	}
	buf_free(&b);
}

/* Ready markup leaves as it is, what stands beside it does not. */
static void
test_raw(void **state)
{
	static const char raw[] = "<p title=\"&quot;\">&amp;</p>";
	struct pool *pool = pool_new();
	xmlDocPtr doc = xml_page(pool, "t");
	struct buf b = { 0 };

	(void)state;
	xml_text(doc->children, "<", 1);
	xml_raw(doc->children, raw, strlen(raw));
	xml_text(doc->children, "&", 1);
	html_write(&b, doc);
	want_str(0, b.data,
	    "<page name=\"t\">&lt;"
	    "<p title=\"&quot;\">&amp;</p>&amp;</page>");
	buf_free(&b);
	pool_free(pool);
}

/* Several tops, as a stylesheet may make; and none. */
static void
test_tops(void **state)
{
	xmlDocPtr doc = xmlNewDoc((const xmlChar *)"1.0");
	struct buf b = { 0 };

	(void)state;
	html_write(&b, doc);
	assert_int_equal(b.len, 0);
	for (int i = 0; i < 3; i++)
		xmlAddChild((xmlNodePtr)doc,
		    xmlNewDocNode(doc, NULL,
			(const xmlChar *)(i == 1 ? "br" : "p"), NULL));
	html_write(&b, doc);
	want_str(0, b.data, "<p></p><br><p></p>");
	buf_free(&b);
	xmlFreeDoc(doc);
}

/* Depth costs no stack. */
static void
test_depth(void **state)
{
	xmlDocPtr doc = xmlNewDoc((const xmlChar *)"1.0");
	xmlNodePtr n = (xmlNodePtr)doc, next;
	struct buf b = { 0 };

	(void)state;
	for (int i = 0; i < 200000; i++) {
		next = xmlNewDocNode(doc, NULL, (const xmlChar *)"i", NULL);
		n = xmlAddChild(n, next);
	}
	html_write(&b, doc);
	assert_int_equal(b.len, 200000 * strlen("<i></i>"));
	want_str(0, b.data + b.len - 8, "</i></i>");
	xmlFreeDoc(doc);
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_write),
		cmocka_unit_test(test_raw),
		cmocka_unit_test(test_tops),
		cmocka_unit_test(test_depth),
	};

	return cmocka_run_group_tests_name("html", tests, NULL, NULL);
}
