/* test_quick.c - what is written and tested without XPath is what libxslt writes
 * and tests, from any node; and which expressions are so. */

#include <libxml/parser.h>
#include <libxslt/transform.h>
#include <libxslt/xsltutils.h>

#include "unit.h"
#include "xml/quick.h"

#define VALUE(select) "<xsl:value-of select=\"" select "\"/>"
#define IF(test) "<xsl:if test=\"" test "\">y</xsl:if>"
#define COPY(select) "<xsl:copy-of select=\"" select "\"/>"
#define VARIABLE(select) "<xsl:variable name=\"v\" select=\"" select "\"/>"
#define TREE(text) "<xsl:variable name=\"v\">" text "</xsl:variable>"
#define APPLY(select) "<xsl:apply-templates mode=\"m\" select=\"" select "\"/>"
#define APPLY_IN(mode, select) \
	"<xsl:apply-templates mode=\"" mode "\" select=\"" select "\"/>"
#define CALL "<xsl:call-template name=\"c\"/>"
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
	{ VALUE("substring-before(@n, 'w')"), 1 },
	{ VALUE("substring-before(@n, 'x')"), 1 },
	{ VALUE("substring-after(@n, 't')"), 1 },
	{ VALUE("substring-after(@n, '')"), 1 },
	{ VALUE("substring-before(@n, '')"), 1 },
	{ VALUE("concat(substring-after(name, 'b'), '.', @n)"), 1 },
	{ VALUE("substring-before('two', 'w')"), 0 },
	{ VALUE("substring-before(@n, name)"), 0 },
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
	/* its template: by the name alone, or by more */
	{ APPLY_IN("name", "."), 1 },
	{ APPLY_IN("name", "item"), 1 },
	{ APPLY_IN("name", "@n"), 1 },
	{ APPLY_IN("more", "."), 1 },
	{ APPLY_IN("more", "item"), 1 },
	{ APPLY_IN("more", "name"), 1 },
	{ APPLY_IN("more", "@n"), 1 },
	{ APPLY_IN("more", "@k"), 1 },
	{ APPLY_IN("none", "item"), 1 },
	{ APPLY("item/name"), 1 },
	{ APPLY("../@n"), 1 },
	{ APPLY("."), 1 },
	{ VALUE("text()"), 1 },
	{ VALUE("name/text()"), 1 },
	{ VALUE("/list/@n"), 1 },
	{ VALUE("/list/item/name/@n"), 1 },
	{ VALUE("../list/item/name"), 1 },
	{ VALUE("item/name/@n"), 1 },
	{ VALUE("name[2]"), 1 },
	{ VALUE("item[2]/name"), 0 },
	{ VALUE("item/name[2]"), 1 },
	{ VALUE("name[@n]"), 1 },
	{ VALUE("item[@n][name]"), 1 },
	{ VALUE("item[name][2]"), 0 },
	{ VALUE("item[not(@n = 'two' or name)]"), 1 },
	{ VALUE("@n[. != 'two']"), 1 },
	{ VALUE("item[name[@n]]"), 1 },
	{ VALUE("item[position() = 2]"), 0 },
	{ VALUE("item[../name]/@n"), 0 },
	{ VARIABLE("@n") VALUE("$v"), 1 },
	{ VARIABLE("item/name") VALUE("concat($v, '.')"), 1 },
	{ VARIABLE("count(name)") VALUE("$v"), 1 },
	{ VARIABLE("true()") VALUE("$v"), 1 },
	{ TREE("a" VALUE("@n")) VALUE("$v"), 2 },
	{ COPY("text()"), 1 },
	{ COPY("item/name/text()"), 1 },
	{ COPY("text()[. = 'text']"), 1 },
	{ COPY("name"), 0 },
	{ IF("@n or name"), 1 },
	{ IF("@n and name"), 1 },
	{ IF("not(@n) or name"), 1 },
	{ IF("@n = 'two' or name = 'b' and item"), 1 },
	{ IF("@n and name or item"), 1 },
	{ IF("not(@n or name)"), 1 },
	{ IF("not(not(@n))"), 1 },
	{ IF("@k = 2"), 1 },
	{ IF("@k != 2"), 1 },
	{ IF("@k &lt; 2"), 1 },
	{ IF("@k &gt; 1 and @k &lt;= 3"), 1 },
	{ IF("@k &gt;= 2"), 1 },
	{ IF("item/@k &gt; 2"), 1 },
	{ IF(". &gt; 1"), 1 },
	{ IF(". = 0"), 1 },
	{ IF("position() = 1"), 1 },
	{ IF("position() &gt; 3"), 1 },
	{ IF("name[2]"), 1 },
	{ IF("name[3]"), 1 },
	{ IF("starts-with(@n, 't')"), 1 },
	{ IF("starts-with(name, '')"), 1 },
	{ IF("starts-with(none, 'a')"), 1 },
	{ VARIABLE("@n") IF("$v"), 1 },
	{ VARIABLE("@n") IF("not($v)"), 1 },
	{ VARIABLE("''") IF("$v"), 1 },
	{ VARIABLE("count(name)") IF("$v"), 1 },
	{ TREE("") IF("$v"), 1 },
	{ TREE("a") IF("not($v) or @n"), 1 },
	{ APPLY("item[@n]"), 1 },
	{ APPLY("item[not(@n)]/name"), 0 },
	{ APPLY("item/name[@n]"), 1 },
	{ APPLY("/list/item"), 1 },
	{ APPLY("text()"), 1 },
	{ CHOOSE("@n = 'two'", "name and @n"), 3 },
	{ CALL, 0 },
	{ CALL VALUE("@n") CALL, 1 },
	{ VARIABLE("name") CALL VALUE("$v"), 1 },
	/* These are left to libxslt. */
	{ CHOOSE("@n = 'two'", "count(name) = 2"), 2 },
	{ VALUE("count(name)"), 0 },
	{ VALUE("concat('a', count(name))"), 0 },
	{ VALUE("@*"), 0 },
	{ VALUE("*"), 0 },
	{ VALUE(".."), 0 },
	{ VALUE("/"), 0 },
	{ VALUE("//name"), 0 },
	{ VALUE(".//name"), 0 },
	{ VALUE("@n/.."), 0 },
	{ VALUE("../../@n"), 0 },
	{ VALUE("self::name"), 0 },
	{ VALUE("x:name"), 0 },
	{ VALUE("@x:n"), 0 },
	{ VALUE("true()"), 0 },
	{ VALUE("name[last()]"), 0 },
	{ VALUE("name[0]"), 0 },
	{ VALUE("name[1.5]"), 0 },
	{ VARIABLE("item") VALUE("$v/@n"), 0 },
	{ VARIABLE("2") IF("$v = 2"), 0 },
	{ IF("@n = ../@n"), 0 },
	{ IF("@n &gt; 'a'"), 0 },
	{ IF("@k = -1"), 0 },
	{ IF("@k = 1.5"), 0 },
	{ IF("1 = @k"), 0 },
	{ IF("contains(@n, 't')"), 0 },
	{ IF("position()"), 0 },
	{ APPLY("item|name"), 0 },
};

static const char list[] =
    "<list n='one' xmlns:x='urn:x' x:n='other'>\n"
    "<x:name>not</x:name><name>a</name><name>b</name>"
    "<item n='two'><name>c<i>d</i></name><name/></item>text"
    "<item n='' k='3'><name><![CDATA[<&]]></name></item><!-- note -->"
    "<item><name n='&lt;&amp;'>b</name></item><item n='two' k='2'/>"
    "<item k='x'>2</item><item k=''>0</item></list>";

/* From each node of the list: the instruction between brackets. */
static xsltStylesheetPtr
sheet_of(const char *instruction)
{
	char text[3000];
	xsltStylesheetPtr s;

	snprintf(text, sizeof(text),
	    "<xsl:stylesheet version='1.0' xmlns:x='urn:x' "
	    "xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
	    "<xsl:template match='/'><all>"
	    "<xsl:for-each select='/|//node()|//@*'>[%s]</xsl:for-each>"
	    "</all></xsl:template>"
	    "<xsl:template match='/|*|@*|text()|comment()' mode='m'>{<xsl:value-of "
	    "select=\"concat(name(), position(), '/', last())\"/>}"
	    "</xsl:template>"
	    "<xsl:template match='item' mode='name'>i</xsl:template>"
	    "<xsl:template match='@n|name' mode='name'>n</xsl:template>"
	    "<xsl:template match='*' mode='name'>*</xsl:template>"
	    "<xsl:template match='item' mode='more'>i</xsl:template>"
	    "<xsl:template match=\"item[@n = 'two']\" mode='more'>2"
	    "</xsl:template>"
	    "<xsl:template match='name' mode='more'>n</xsl:template>"
	    "<xsl:template match='item/name' mode='more'>in</xsl:template>"
	    "<xsl:template match='@n' mode='more'>@</xsl:template>"
	    "<xsl:template match='list/@*' mode='more'>l</xsl:template>"
	    "<xsl:template name='c'>(<xsl:variable name='v' select='name()'/>"
	    "<xsl:value-of select=\"concat($v, name(current()))\"/>)"
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
		count += (n->_private != NULL && n->_private != n ? 1 : 0) +
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

static void
say_nothing(void *ctx, const char *fmt, ...)
{
	(void)ctx;
	(void)fmt;
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

/* What has no end is stopped, as libxslt stops it. */
static void
test_endless(void **state)
{
	static const char *const rows_of[] = {
		"<xsl:apply-templates select='.'/>",
		"<xsl:call-template name='n'/>",
	};

	(void)state;
	xsltSetGenericErrorFunc(NULL, say_nothing);
	for (size_t i = 0; i < ROWS(rows_of); i++) {
		char text[500];
		struct pool *pool = pool_new();
		xmlDocPtr doc = xmlNewDoc((const xmlChar *)"1.0"), res;
		xsltStylesheetPtr s;
		xsltTransformContextPtr ctxt;

		snprintf(text, sizeof(text),
		    "<xsl:stylesheet version='1.0' "
		    "xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
		    "<xsl:template match='/' name='n'>%s</xsl:template>"
		    "</xsl:stylesheet>",
		    rows_of[i]);
		s = xsltParseStylesheetDoc(
		    xmlReadMemory(text, (int)strlen(text), NULL, NULL, 0));
		quick_sheet(pool, s);
		ctxt = xsltNewTransformContext(s, doc);
		res = xsltApplyStylesheetUser(s, doc, NULL, NULL, NULL, ctxt);
		want_int(i, ctxt->state, XSLT_STATE_STOPPED);
		xmlFreeDoc(res);
		xsltFreeTransformContext(ctxt);
		xsltFreeStylesheet(s);
		xmlFreeDoc(doc);
		pool_free(pool);
	}
	xsltSetGenericErrorFunc(NULL, NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_many),
		cmocka_unit_test(test_endless),
	};

	return cmocka_run_group_tests_name("quick", tests, NULL, NULL);
}
