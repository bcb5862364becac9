/* test_file_place.c - where the elements of a file stand in it, and what is
 * wrong with one that is no XML. */

#include <libxml/xmlreader.h>

#include "base/buf.h"
#include "files/file_place.h"
#include "files/file_xml_words.h"
#include "unit.h"

/* Elements, and loose texts as "-", each with its line and column. */
static void
put_places(struct buf *b, const xmlNode *n, bool loose)
{
	for (; n != NULL; n = n->next) {
		struct file_place at = file_place(n);

		if (n->type == XML_ELEMENT_NODE)
			buf_putf(b, "%s %ld:%ld ", (const char *)n->name,
			    at.line, at.column);
		else if (loose && n->type == XML_TEXT_NODE &&
		    !xmlIsBlankNode(n))
			buf_putf(b, "- %ld:%ld ", at.line, at.column);
		put_places(b, n->children, n->parent->parent == NULL);
	}
}

static const struct {
	const char *text, *want;
} rows[] = {
	{ "<a/>", "a 1:1 " },
	{ "<?xml version=\"1.0\"?>\n<!-- <x> -->\n  <a>\n\t<b/>é<b/></a>",
	    "a 3:3 b 4:2 - 4:6 b 4:7 " },
	{ "<a>\n <b\n  c='>'\n/> <b>x<c/></b>\n</a>",
	    "a 1:1 b 2:2 b 4:4 c 4:8 " },
	{ "\xEF\xBB\xBF<a>\r\n<b/>\r\n</a>", "a 1:1 b 2:1 " },
	{ "<h:a xmlns:h='u'><h:b/> x &amp; y <h:b>z</h:b></h:a>",
	    "a 1:1 b 1:18 - 1:25 b 1:35 " },
	{ "<a><b/><![CDATA[<b>]]></a>", "a 1:1 b 1:4 - 1:0 " },
	{ "<a><!-- <b> --><?p <b> ?><b/></a>", "a 1:1 b 1:26 " },
};

static void
test_places(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct pool *pool = pool_new();
		struct buf b = { 0 };
		xmlDocPtr doc = xmlReadMemory(rows[i].text,
		    (int)strlen(rows[i].text), NULL, NULL,
		    XML_PARSE_NONET | XML_PARSE_NOCDATA);

		assert_non_null(doc);
		file_places_find(pool, rows[i].text, strlen(rows[i].text),
		    xmlDocGetRootElement(doc));
		put_places(&b, xmlDocGetRootElement(doc), false);
		want_str(i, b.data, rows[i].want);
		xmlFreeDoc(doc);
		buf_free(&b);
		pool_free(pool);
	}
}

static void
test_doctype(void **state)
{
	static const char text[] =
	    "<?xml version='1.0'?>\n<!-- <!DOCTYPE -->\n  <!DOCTYPE a [\n]>\n"
	    "<a/>";
	struct file_place at = file_place_doctype(text, strlen(text));

	(void)state;
	want_int(0, at.line, 3);
	want_int(1, at.column, 3);
	want_int(2, file_place_doctype("<a/>", 4).line, 0);
}

/* What people do, and the begin of what is said of it. */
static const struct {
	const char *text, *want;
} wrong[] = {
	{ "<a>b&c</a>", "a \"&\" stands alone" },
	{ "<a>b & c</a>", "a \"&\" stands alone" },
	{ "<a>&nbsp;</a>", "XML does not know that name" },
	{ "texte", "this is no XML" },
	{ "<a/><a/>", "there is something after the end" },
	{ "<a><b>", "the file ends too soon" },
	{ "<a>texte\n", "the file ends too soon" },
	{ "<a/>texte", "there is something after the end" },
	{ "<a><!-- b", "the file ends too soon" },
	{ "<a>\n<b>\n</a>",
	    "the element \"b\", open since line 2, is closed by "
	    "\"a\": write </b> first" },
	{ "<a b=\"c><d/></a>", "a \"<\" stands in the value" },
	{ "<a b=c/>", "an attribute is written name=\"value\"" },
	{ "<a b/>", "an attribute is written name=\"value\"" },
	{ "<a b='c'd='e'/>", "an attribute is written name=\"value\"" },
	{ "<a b='c' b='d'/>", "an attribute is there twice" },
	{ "<a><b c='d' e'></b></a>", "an attribute is written" },
	{ "<a><!-- b -- c --></a>", "a comment cannot hold \"--\"" },
	{ "<a>]]></a>", "\"]]>\" stands in a text" },
	{ " <?xml version='1.0'?><a/>", "the line <?xml ...?> is the first" },
	{ "<a>\x01</a>", "there is a character that XML cannot hold" },
	{ "<a>\xe9</a>", "there is a character that XML cannot hold" },
	{ "<?xml version='1.0' encoding='x-rien'?><a/>",
	    "its first line names" },
	{ "<a><o:p/></a>", "a name has a prefix" },
	{ "<a>b < c</a>", "a \"<\" begins no element" },
	{ "<a><1/></a>", "a \"<\" begins no element" },
	{ "<?xml version='1.0' standalone='b'?><a/>",
	    "libxml2 says \"standal" },
};

/* Bytes that no text in UTF-8 has: where, and the begin of what is said. */
static const struct {
	const char *text;
	long line, column;
	const char *want;
} bytes[] = {
	{ "<a>\xe9</a>", 1, 4,
	    "it is not in UTF-8, for it holds the byte 0xE9:" },
	{ "<a>\n\xc3\xa9t\xe9</a>", 2, 3,
	    "it is not in UTF-8, for it holds the byte 0xE9:" },
	{ "\xef\xbb\xbf\x80", 1, 1,
	    "it is not in UTF-8, for it holds the byte 0x80:" },
	{ "a\xed\xa0\x80", 1, 2,
	    "it is not in UTF-8, for it holds the byte 0xED:" },
	{ "a\r\nb\x0b", 2, 2, "it holds the control character 0x0B:" },
	{ "a\n\xc3\xa9", 0, 0, NULL },
	{ "", 0, 0, NULL },
};

static void
test_bytes(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(bytes); i++) {
		struct pool *pool = pool_new();
		struct file_place at = { 0, 0 };
		const char *words = file_byte_words(pool, bytes[i].text,
		    strlen(bytes[i].text), &at);

		want_int(i, words == NULL, bytes[i].want == NULL);
		want_int(i, at.line, bytes[i].line);
		want_int(i, at.column, bytes[i].column);
		if (words != NULL &&
		    strncmp(words, bytes[i].want, strlen(bytes[i].want)) != 0)
			want_str(i, words, bytes[i].want);
		pool_free(pool);
	}
}

struct first_error {
	struct pool *pool;
	const char *words;
};

static void
on_error(void *arg, file_xml_error e)
{
	struct first_error *first = arg;

	if (first->words == NULL)
		first->words = file_xml_words(first->pool, e);
}

static void
test_words(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(wrong); i++) {
		struct first_error first = { pool_new(), NULL };
		const char *want = wrong[i].want;

		xmlTextReaderPtr reader = xmlReaderForMemory(wrong[i].text,
		    (int)strlen(wrong[i].text), NULL, NULL, XML_PARSE_NONET);

		assert_non_null(reader);
		xmlTextReaderSetStructuredErrorHandler(reader,
		    (xmlStructuredErrorFunc)on_error, &first);
		while (xmlTextReaderRead(reader) == 1)
			;
		xmlFreeTextReader(reader);
		if (first.words == NULL ||
		    strncmp(first.words, want, strlen(want)) != 0)
			want_str(i, first.words != NULL ? first.words : "",
			    want);
		pool_free(first.pool);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_doctype),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_bytes),
	};

	return cmocka_run_group_tests_name("file_place", tests, NULL, NULL);
}
