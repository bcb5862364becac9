/* test_quick.c - what is written and tested without XPath is what libxslt writes
 * and tests, from any node; and which expressions are so. */

#include <libxml/parser.h>
#include <libxslt/transform.h>

#include "unit.h"
#include "xml/quick.h"

#define VALUE(select) "<xsl:value-of select=\"" select "\"/>"
#define IF(test) "<xsl:if test=\"" test "\">y</xsl:if>"
#define APPLY(select) "<xsl:apply-templates mode=\"m\" select=\"" select "\"/>"
#define CHOOSE(a, b) \
	"<xsl:choose><xsl:when test=\"" a "\">a</xsl:when>" \
	"<xsl:when test=\"" b \
	"\">b" VALUE("@n") "</xsl:when>" \
			   "<xsl:otherwise>c</xsl:otherwise></xsl:choose>"

/* An instruction, and how many nodes of it are quick. */
static const struct {
	const char *text;
	int quick;
} rows[] = {
	{ VALUE("@n"), 1 },
	{ VALUE(" @n "), 1 },
	{ VALUE("name"), 1 },
	{ VALUE("."), 1 },
	{ VALUE("../@n"), 1 },
	{ VALUE("../name"), 1 },
	{ VALUE("item/name"), 1 },
	{ VALUE("item/@n"), 1 },
	{ VALUE("../item/@n"), 1 },
	{ VALUE("'word'"), 1 },
	{ VALUE("''"), 1 },
	{ VALUE("concat('(', @n, ', ', name, ')')"), 1 },
	{ VALUE("concat( @n,../@n )"), 1 },
	{ "<xsl:value-of select='concat(\"a\", @n)'/>", 1 },
	{ "<xsl:value-of select=\"@n\" disable-output-escaping=\"yes\"/>", 1 },
	{ IF("@n"), 1 },
	{ IF("not(@n)"), 1 },
	{ IF("not( name )"), 1 },
	{ IF("@n = 'two'"), 1 },
	{ IF("@n != 'two'"), 1 },
	{ IF("name = 'b'"), 1 },
	{ IF("name != 'b'"), 1 },
	{ IF("not(name = 'b')"), 1 },
	{ IF("not(name != 'b')"), 1 },
	{ IF("item/@n='two'"), 1 },
	{ IF(". = 'b'"), 1 },
	{ IF("."), 1 },
	{ IF("position() != 1"), 1 },
	{ CHOOSE("@n = 'two'", "name"), 3 },
	{ APPLY("@n"), 1 },
	{ APPLY("item"), 1 },
	{ APPLY("item/name"), 1 },
	{ APPLY("../@n"), 1 },
	{ APPLY("."), 1 },
	/* These are left to libxslt. */
	{ CHOOSE("@n = 'two'", "name and @n"), 2 },
	{ VALUE("count(name)"), 0 },
	{ VALUE("concat('a', count(name))"), 0 },
	{ VALUE("@*"), 0 },
	{ VALUE("*"), 0 },
	{ VALUE(".."), 0 },
	{ VALUE(".//name"), 0 },
	{ VALUE("/list/@n"), 0 },
	{ VALUE("name[2]"), 0 },
	{ VALUE("text()"), 0 },
	{ VALUE("item/name/@n"), 0 },
	{ VALUE("../../@n"), 0 },
	{ VALUE("self::name"), 0 },
	{ VALUE("x:name"), 0 },
	{ VALUE("@x:n"), 0 },
	{ VALUE("true()"), 0 },
	{ IF("@n or name"), 0 },
	{ IF("@n and name"), 0 },
	{ IF("not(@n) or name"), 0 },
	{ IF("@n = 2"), 0 },
	{ IF("@n = ../@n"), 0 },
	{ IF("@n &gt; 'a'"), 0 },
	{ IF("position() = 1"), 0 },
	{ APPLY("item|name"), 0 },
	{ APPLY("item[@n]"), 0 },
};

static const char list[] =
    "<list n='one' xmlns:x='urn:x' x:n='other'>\n"
    "<x:name>not</x:name><name>a</name><name>b</name>"
    "<item n='two'><name>c<i>d</i></name><name/></item>text"
    "<item n=''><name><![CDATA[<&]]></name></item><!-- note -->"
    "<item><name n='&lt;&amp;'>b</name></item><item n='two'/></list>";

/* From each node of the list: the instruction between brackets. */
static xsltStylesheetPtr
sheet_of(const char *instruction)
{
	char text[2000];
	xsltStylesheetPtr s;

	snprintf(text, sizeof(text),
	    "<xsl:stylesheet version='1.0' xmlns:x='urn:x' "
	    "xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
	    "<xsl:template match='/'><all>"
	    "<xsl:for-each select='/|//node()|//@*'>[%s]</xsl:for-each>"
	    "</all></xsl:template>"
	    "<xsl:template match='/|*|@*|text()|comment()' mode='m'>{<xsl:value-of "
	    "select=\"concat(name(), position(), '/', last())\"/>}"
	    "</xsl:template></xsl:stylesheet>",
	    instruction);
	s = xsltParseStylesheetDoc(
	    xmlReadMemory(text, (int)strlen(text), NULL, NULL, 0));
	assert_non_null(s);
	return s;
}

static char *
made_by(xsltStylesheetPtr s)
{
	xmlDocPtr doc = xmlReadMemory(list, (int)strlen(list), NULL, NULL, 0);
	xmlDocPtr res = xsltApplyStylesheet(s, doc, NULL);
	xmlChar *text;
	int n;

	assert_non_null(res);
	xmlDocDumpMemory(res, &text, &n);
	xmlFreeDoc(res);
	xmlFreeDoc(doc);
	return (char *)text;
}

static int
count_quick(const xmlNode *n)
{
	int count = 0;

	for (; n != NULL; n = n->next)
		count += (n->_private != NULL ? 1 : 0) +
		    (n->type == XML_ELEMENT_NODE ? count_quick(n->children)
						 : 0);
	return count;
}

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		xsltStylesheetPtr s = sheet_of(rows[i].text);
		struct pool *pool = pool_new();
		char *want = made_by(s), *got;

		quick_sheet(pool, s);
		got = made_by(s);
		want_str(i, got, want);
		want_int(i, count_quick(s->doc->children), rows[i].quick);
		xmlFree(want);
		xmlFree(got);
		xsltFreeStylesheet(s);
		pool_free(pool);
	}
}

/* More nodes than are kept at a time are libxslt's. */
static void
test_many(void **state)
{
	static const int counts[] = { 63, 64, 65, 200 };

	(void)state;
	for (size_t i = 0; i < ROWS(counts); i++) {
		xsltStylesheetPtr s = sheet_of(APPLY("item"));
		struct pool *pool = pool_new();
		xmlDocPtr doc = xmlNewDoc((const xmlChar *)"1.0"), res[2];
		xmlNodePtr root = xmlNewNode(NULL, (const xmlChar *)"list");
		xmlChar *text[2];

		xmlDocSetRootElement(doc, root);
		for (int k = 0; k < counts[i]; k++)
			xmlNewChild(root, NULL, (const xmlChar *)"item", NULL);
		for (int k = 0; k < 2; k++) {
			res[k] = xsltApplyStylesheet(s, doc, NULL);
			text[k] = xmlNodeGetContent(res[k]->children);
			quick_sheet(pool, s);
		}
		want_str(i, (char *)text[1], (char *)text[0]);
		for (int k = 0; k < 2; k++) {
			xmlFree(text[k]);
			xmlFreeDoc(res[k]);
		}
		xmlFreeDoc(doc);
		xsltFreeStylesheet(s);
		pool_free(pool);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_many),
	};

	return cmocka_run_group_tests_name("quick", tests, NULL, NULL);
}
