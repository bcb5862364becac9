/* test_xsl.c - stylesheets: what they make, and what they may not do. */

#include <libxml/parser.h>
#include <sys/stat.h>

#include "unit.h"
#include "xml/xsl.h"

#define SHEET(body) \
	"<xsl:stylesheet version=\"1.0\" " \
	"xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" " \
	"xmlns:exsl=\"http://exslt.org/common\" " \
	"extension-element-prefixes=\"exsl\">" body "</xsl:stylesheet>"

#define LATE(word) \
	SHEET( \
	    "<xsl:import href=\"lib/late.xsl\"/><xsl:output method=\"text\"/>" \
	    "<xsl:template match=\"/\">" word " <xsl:call-template " \
	    "name=\"part\"/></xsl:template>")
#define LATE_PART(word) \
	SHEET("<xsl:template name=\"part\">" word "</xsl:template>")

static char *dir;
static const char *const rooms[] = { ".", NULL };

/* name, text (%s is the test's own folder), what it makes; NULL: it stops */
static const struct {
	const char *name, *text, *want, *media;
} sheets[] = {
	{ "plain",
	    SHEET("<xsl:output method=\"text\"/>"
		  "<xsl:template match=\"/\">&lt;<xsl:value-of "
		  "select=\"page/@name\"/>"
		  "</xsl:template>"),
	    "<été", "text/plain; charset=utf-8" },
	{ "fragment",
	    SHEET("<xsl:output method=\"html\"/>"
		  "<xsl:template match=\"/\"><p><br/>&lt;</p></xsl:template>"),
	    "<p><br>&lt;</p>", "text/html; charset=utf-8" },
	{ "own-media",
	    SHEET(
		"<xsl:output method=\"text\" "
		"media-type=\"application/json\"/><xsl:template match=\"/\">{}"
		"</xsl:template>"),
	    "{}", "application/json; charset=utf-8" },
	/* imported: method, media type and doctype are those of lib/ */
	{ "page",
	    SHEET(
		"<xsl:import href=\"lib/page.xsl\"/>"
		"<xsl:template match=\"/\"><html lang=\"fr\"/></xsl:template>"),
	    "<!DOCTYPE html>\n<html lang=\"fr\"></html>",
	    "text/html; charset=utf-8" },
	{ "page-json",
	    SHEET("<xsl:import href=\"lib/json.xsl\"/>"
		  "<xsl:template match=\"/\">[]</xsl:template>"),
	    "[]", "application/json; charset=utf-8" },
	{ "page-xml",
	    SHEET("<xsl:template match=\"/\"><a b=\"1\"/>"
		  "</xsl:template>"),
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<a b=\"1\"/>\n",
	    "application/xml; charset=utf-8" },
	{ "page-atom", SHEET("<xsl:import href=\"lib/feed.xsl\"/>"),
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<feed xmlns=\"urn:f\"><link a=\"1\"/></feed>\n",
	    "application/atom+xml; charset=utf-8" },
	{ "exslt",
	    SHEET(
		"<xsl:output method=\"text\"/>"
		"<xsl:template match=\"/\"><xsl:value-of xmlns:str="
		"\"http://exslt.org/strings\" select=\"str:replace('a.b', '.', "
		"'-')\"/></xsl:template>"),
	    "a-b", "text/plain; charset=utf-8" },
	/* a document's blanks are its own */
	{ "blanks",
	    SHEET("<xsl:output method=\"text\"/>"
		  "<xsl:strip-space elements=\"*\"/>"
		  "<xsl:template match=\"/\"><xsl:value-of "
		  "select=\"concat('[', page, ']')\"/></xsl:template>"),
	    "[ ]", "text/plain; charset=utf-8" },
	/* at run time nothing is read or written */
	{ "reads",
	    SHEET("<xsl:output method=\"xml\"/>"
		  "<xsl:template match=\"/\"><a><xsl:copy-of "
		  "select=\"document('%s/secret.xml')\"/></a></xsl:template>"),
	    NULL, NULL },
	{ "reads-self",
	    SHEET("<xsl:output method=\"xml\"/>"
		  "<xsl:template match=\"/\"><a><xsl:copy-of "
		  "select=\"document('plain.xsl')\"/></a></xsl:template>"),
	    NULL, NULL },
	{ "reads-net",
	    SHEET(
		"<xsl:output method=\"xml\"/>"
		"<xsl:template match=\"/\"><a><xsl:copy-of "
		"select=\"document('http://127.0.0.1:1/')\"/></a></xsl:template>"),
	    NULL, NULL },
	{ "writes",
	    SHEET("<xsl:output method=\"xml\"/>"
		  "<xsl:template match=\"/\"><exsl:document "
		  "href=\"%s/written\"><a/></exsl:document></xsl:template>"),
	    NULL, NULL },
	{ "writes-deep",
	    SHEET(
		"<xsl:output method=\"xml\"/>"
		"<xsl:template match=\"/\"><exsl:document "
		"href=\"%s/new/written\"><a/></exsl:document></xsl:template>"),
	    NULL, NULL },
	/* no end */
	{ "loops",
	    SHEET("<xsl:template match=\"/\" name=\"t\">"
		  "<xsl:call-template name=\"t\"/></xsl:template>"),
	    NULL, NULL },
	{ "stops",
	    SHEET("<xsl:output method=\"xml\"/>"
		  "<xsl:template match=\"/\"><a>b<xsl:message "
		  "terminate=\"yes\">no</xsl:message></a></xsl:template>"),
	    NULL, NULL },
	{ "stops-late",
	    SHEET("<xsl:output method=\"html\"/>"
		  "<xsl:template match=\"/\"><xsl:apply-templates "
		  "select=\"page\"/></xsl:template>"
		  "<xsl:template match=\"page\"><p>b</p>"
		  "<xsl:message terminate=\"yes\">no</xsl:message>"
		  "</xsl:template>"),
	    NULL, NULL },
	/* what is raw in a variable is not the page's */
	{ "raw",
	    SHEET("<xsl:import href=\"lib/page.xsl\"/>"
		  "<xsl:template match=\"/\"><xsl:apply-templates "
		  "select=\"page\"/></xsl:template>"
		  "<xsl:template match=\"page\"><p>a&lt;</p>"
		  "<xsl:variable name=\"v\"><xsl:value-of select=\"@name\" "
		  "disable-output-escaping=\"yes\"/></xsl:variable>"
		  "<b><xsl:value-of select=\"concat($v, '&amp;')\"/></b>"
		  "<xsl:copy-of select=\"$v\"/><i>z</i></xsl:template>"),
	    "<!DOCTYPE html>\n<p>a&lt;</p><b>été&amp;</b>été<i>z</i>",
	    "text/html; charset=utf-8" },
	{ "nothing",
	    SHEET("<xsl:output method=\"html\"/>"
		  "<xsl:template match=\"/\"/>"),
	    "", "text/html; charset=utf-8" },
};

static const struct {
	const char *name, *text;
} parts[] = {
	{ "lib/page.xsl",
	    SHEET("<xsl:output method=\"html\" "
		  "doctype-system=\"about:legacy-compat\"/>") },
	{ "lib/json.xsl",
	    SHEET("<xsl:output method=\"text\" "
		  "media-type=\"application/json\"/>") },
	{ "lib/feed.xsl",
	    SHEET(
		"<xsl:output method=\"xml\" "
		"media-type=\"application/atom+xml\"/><xsl:template match=\"/\">"
		"<feed xmlns=\"urn:f\"><link a=\"1\"/></feed></xsl:template>") },
	{ "writes-html.xsl",
	    SHEET("<xsl:output method=\"html\"/>"
		  "<xsl:template match=\"/\"><exsl:document href=\"{'%s'}"
		  "/written\"><a/></exsl:document></xsl:template>") },
	{ "secret.xml", "<secret/>" },
	{ "notes.txt", "no sheet" },
};

static void
put_file(const char *name, const char *text)
{
	char path[400], whole[2000];

	snprintf(path, sizeof(path), "%s", name);
	if (strstr(text, "%s") != NULL) {
		const char *at = strstr(text, "%s");

		snprintf(whole, sizeof(whole), "%.*s%s%s", (int)(at - text),
		    text, dir, at + 2);
		text = whole;
	}
	unit_file(dir, path, text, strlen(text));
}

static int
begin(void **state)
{
	char path[400];

	(void)state;
	dir = unit_folder();
	snprintf(path, sizeof(path), "%s/lib", dir);
	assert_int_equal(mkdir(path, 0700), 0);
	for (size_t i = 0; i < ROWS(parts); i++)
		put_file(parts[i].name, parts[i].text);
	for (size_t i = 0; i < ROWS(sheets); i++) {
		snprintf(path, sizeof(path), "%s.xsl", sheets[i].name);
		put_file(path, sheets[i].text);
	}
	return 0;
}

static int
end(void **state)
{
	(void)state;
	unit_remove(dir);
	return 0;
}

static xmlDocPtr
page(void)
{
	static const char text[] = "<page name=\"été\"> </page>";

	return xmlReadMemory(text, (int)strlen(text), NULL, "UTF-8",
	    XML_PARSE_NONET);
}

static bool
exists(const char *name)
{
	char path[400];

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	return access(path, F_OK) == 0;
}

static void
test_apply(void **state)
{
	struct xsl *x = xsl_open(dir, rooms);
	xmlDocPtr doc = page();
	struct buf b = { 0 };

	(void)state;
	assert_non_null(x);
	for (size_t i = 0; i < ROWS(sheets); i++) {
		const struct xsl_sheet *s = xsl_find(x, sheets[i].name, NULL);
		const char *media = "as it was";

		buf_reset(&b);
		buf_puts(&b, "<");
		assert_non_null(s);
		want_int(i, xsl_apply(s, doc, &b, &media),
		    sheets[i].want != NULL ? RC_OK : RC_FAIL);
		want_str(i, b.data + 1,
		    sheets[i].want != NULL ? sheets[i].want : "");
		want_str(i, media,
		    sheets[i].want != NULL ? sheets[i].media : "as it was");
	}
	assert_true(exists("secret.xml"));
	assert_false(exists("written"));
	assert_false(exists("new"));
	buf_free(&b);
	xmlFreeDoc(doc);
	xsl_close(x);
}

/* One that writes HTML may take the element for markup: it writes nothing
 * either. */
static void
test_writes_html(void **state)
{
	struct xsl *x = xsl_open(dir, rooms);
	xmlDocPtr doc = page();
	struct buf b = { 0 };
	const char *media;

	(void)state;
	xsl_apply(xsl_find(x, "writes-html", NULL), doc, &b, &media);
	assert_false(exists("written"));
	buf_free(&b);
	xmlFreeDoc(doc);
	xsl_close(x);
}

/* A sheet that stopped does not spoil the next transformation. */
static void
test_again(void **state)
{
	struct xsl *x = xsl_open(dir, rooms);
	xmlDocPtr doc = page();
	struct buf b = { 0 };
	const char *media;

	(void)state;
	for (int i = 0; i < 3; i++) {
		want_int(i,
		    xsl_apply(xsl_find(x, "loops", NULL), doc, &b, &media),
		    RC_FAIL);
		want_int(i,
		    xsl_apply(xsl_find(x, "plain", NULL), doc, &b, &media),
		    RC_OK);
	}
	want_str(0, b.data, "<été<été<été");
	buf_free(&b);
	xmlFreeDoc(doc);
	xsl_close(x);
}

static void
test_find(void **state)
{
	struct xsl *x = xsl_open(dir, rooms);

	(void)state;
	assert_non_null(xsl_find(x, "page", "json"));
	assert_ptr_equal(xsl_find(x, "page", "json"),
	    xsl_find(x, "page-json", NULL));
	assert_ptr_not_equal(xsl_find(x, "page", "json"),
	    xsl_find(x, "page", NULL));
	assert_null(xsl_find(x, "page", "csv"));
	assert_null(xsl_find(x, "notes", NULL));
	assert_null(xsl_find(x, "lib/page", NULL));
	assert_null(xsl_find(x, "", NULL));
	xsl_close(x);
	xsl_close(NULL);
}

/* Two sets of sheets are open at once, and each is closed without the other. */
static void
test_two(void **state)
{
	struct xsl *x = xsl_open(dir, rooms), *y = xsl_open(dir, rooms);
	xmlDocPtr doc = page();
	struct buf b = { 0 };
	const char *media;

	(void)state;
	xsl_close(x);
	want_int(0, xsl_apply(xsl_find(y, "page", NULL), doc, &b, &media),
	    RC_OK);
	want_int(0, xsl_apply(xsl_find(y, "reads", NULL), doc, &b, &media),
	    RC_FAIL);
	x = xsl_open(dir, rooms);
	want_int(1, xsl_apply(xsl_find(y, "plain", NULL), doc, &b, &media),
	    RC_OK);
	xsl_close(y);
	want_int(2, xsl_apply(xsl_find(x, "fragment", NULL), doc, &b, &media),
	    RC_OK);
	want_str(2, b.data,
	    "<!DOCTYPE html>\n<html lang=\"fr\"></html><été<p><br>&lt;</p>");
	buf_free(&b);
	xmlFreeDoc(doc);
	xsl_close(x);
}

/* What its first page compiles is the text of the start, that of what it imports
 * too: what is installed meanwhile is for the next process. */
static void
test_installed(void **state)
{
	struct xsl *x = xsl_open(dir, rooms), *y;
	xmlDocPtr doc = page();
	struct buf b = { 0 };
	const char *media;
	char path[400];

	(void)state;
	unit_file(dir, "late.xsl", LATE("one"), strlen(LATE("one")));
	unit_file(dir, "lib/late.xsl", LATE_PART("two"),
	    strlen(LATE_PART("two")));
	y = xsl_open(dir, rooms);
	assert_non_null(y);
	unit_file(dir, "late.xsl", "<a", 2);
	unit_file(dir, "lib/late.xsl", LATE_PART("new"),
	    strlen(LATE_PART("new")));
	for (int i = 0; i < 2; i++) {
		buf_reset(&b);
		want_int(i,
		    xsl_apply(xsl_find(y, "late", NULL), doc, &b, &media),
		    RC_OK);
		want_str(i, b.data, "one two");
	}
	assert_null(xsl_find(x, "late", NULL));
	snprintf(path, sizeof(path), "%s/late.xsl", dir);
	unlink(path);
	buf_free(&b);
	xmlFreeDoc(doc);
	xsl_close(x);
	xsl_close(y);
}

/* Another text of any sheet is another fingerprint; the same, the same. */
static void
test_fingerprint(void **state)
{
	unsigned long long f[4];
	struct xsl *x;

	(void)state;
	for (int i = 0; i < 4; i++) {
		unit_file(dir, "lib/more.xsl", i == 2 ? SHEET(" ") : SHEET(""),
		    i == 2 ? strlen(SHEET(" ")) : strlen(SHEET("")));
		assert_non_null(x = xsl_open(dir, rooms));
		f[i] = xsl_fingerprint(x);
		xsl_close(x);
	}
	assert_true(f[0] == f[1] && f[1] != f[2] && f[0] == f[3]);
}

/* A program with a sheet that does not compile must not start. */
static void
test_broken(void **state)
{
	static const char *const texts[] = { "", "<a", "<a/>",
		SHEET("<xsl:template match=\"a[\"/>"),
		SHEET("<xsl:import href=\"lib/none.xsl\"/>") };
	static const char *const none[] = { ".", "none", NULL };
	char path[400];

	(void)state;
	for (size_t i = 0; i < ROWS(texts); i++) {
		struct xsl *x;

		put_file("broken.xsl", texts[i]);
		x = xsl_open(dir, rooms);
		want_int(i, x == NULL, true);
		snprintf(path, sizeof(path), "%s/broken.xsl", dir);
		unlink(path);
	}
	snprintf(path, sizeof(path), "%s/none", dir);
	assert_null(xsl_open(path, rooms));
	assert_null(xsl_open(dir, none));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_apply),
		cmocka_unit_test(test_writes_html),
		cmocka_unit_test(test_installed),
		cmocka_unit_test(test_again),
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_two),
		cmocka_unit_test(test_fingerprint),
		cmocka_unit_test(test_broken),
	};

	return cmocka_run_group_tests_name("xsl", tests, begin, end);
}
