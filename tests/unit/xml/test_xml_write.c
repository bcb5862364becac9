/* test_xml_write.c - a document has the bytes that libxml2 writes. */

#include <glob.h>

#include <libxml/parser.h>

#include "unit.h"
#include "xml/xml_write.h"

static const char *const texts[] = {
	"<a/>",
	"<a></a>",
	"<a b='&lt;&gt;&amp;&quot;&#39;&#9;&#10;&#13; \xc3\xa9\xf0\x9f\x8f\xa0'/>",
	"<a>&lt;&gt;&amp;\"'&#9;\n&#13; \xc3\xa9\xe2\x80\xaf</a>",
	"<a>x<b/>y<c><d>z</d></c></a>",
	"<a xmlns='urn:a' xmlns:p='urn:p' p:b='1' xml:lang='fr'><p:c/></a>",
	"<!-- before --><a><![CDATA[<x>]]><!-- in --><?pi it?></a>",
	"<!DOCTYPE a SYSTEM 'a.dtd'><a b=''/>",
};

static void
check(size_t row, xmlDocPtr doc)
{
	struct buf got = { 0 };
	xmlChar *want = NULL;
	int n = 0;

	assert_non_null(doc);
	xmlDocDumpMemoryEnc(doc, &want, &n, "UTF-8");
	xml_write(&got, doc);
	want_str(row, got.data, (const char *)want);
	xmlFree(want);
	buf_free(&got);
	xmlFreeDoc(doc);
}

static void
test_texts(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(texts); i++)
		check(i,
		    xmlReadMemory(texts[i], (int)strlen(texts[i]), NULL,
			"UTF-8", XML_PARSE_NONET));
}

/* Every document that a sheet is tested with. */
static void
test_documents(void **state)
{
	glob_t found;

	(void)state;
	assert_int_equal(glob("tests/xsl/*/*.in.xml", 0, NULL, &found), 0);
	for (size_t i = 0; i < found.gl_pathc; i++)
		check(i, xmlReadFile(found.gl_pathv[i], NULL, XML_PARSE_NONET));
	assert_true(found.gl_pathc > 100);
	globfree(&found);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_texts),
		cmocka_unit_test(test_documents),
	};

	return cmocka_run_group_tests_name("xml_write", tests, NULL, NULL);
}
