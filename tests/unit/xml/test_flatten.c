/* test_flatten.c - what is made by a sheet that is flat and quick, in a context
 * that was used before, has the bytes of what the sheet makes as it is written.
 */

#include <glob.h>

#include <libexslt/exslt.h>
#include <libxml/parser.h>
#include <libxslt/transform.h>

#include "unit.h"
#include "xml/html.h"
#include "xml/xml_write.h"
#include "xml/xsl.h"

static const char *const rooms[] = { "aids", "api", "apply", "bulk", "deposit",
	"funded", "report", "index", "question", "search", "site", "stats",
	"territory", "web", NULL };

/* A document of tests/xsl, ROOM/NAME.CASE.in.xml, and the NAME. */
struct pair {
	const char *path;
	char name[80];
	xmlDocPtr doc;
};

static void
read_pair(struct pair *p, const char *path)
{
	const char *file = strrchr(path, '/') + 1;

	p->path = path;
	snprintf(p->name, sizeof(p->name), "%.*s", (int)strcspn(file, "."),
	    file);
	p->doc = xmlReadFile(path, NULL, XML_PARSE_NONET);
	assert_non_null(p->doc);
}

static void
write_as(struct buf *b, xmlDocPtr res, const char *media)
{
	if (strncmp(media, "text/html", 9) == 0)
		html_write(b, res);
	else if (strstr(media, "xml") != NULL)
		xml_write(b, res);
	else
		for (xmlNodePtr n = res->children; n != NULL; n = n->next)
			if (n->content != NULL)
				buf_puts(b, (const char *)n->content);
}

/* The sheet as it is written, compiled once for its pairs, which follow each
 * other. */
static xsltStylesheetPtr
whole_sheet(const struct pair *p)
{
	static xsltStylesheetPtr style;
	static char compiled[200];
	char sheet[200];
	const char *room = p->path + strlen("tests/xsl/");

	snprintf(sheet, sizeof(sheet), "xsl/%.*s/%s.xsl",
	    (int)strcspn(room, "/"), room, p->name);
	if (strcmp(sheet, compiled) == 0)
		return style;
	xsltFreeStylesheet(style);
	strcpy(compiled, sheet);
	style = xsltParseStylesheetFile((const xmlChar *)sheet);
	assert_non_null(style);
	return style;
}

/* What it makes of a document of its own. */
static void
make_whole(const struct pair *p, const char *media, struct buf *b)
{
	xmlDocPtr doc = xmlReadFile(p->path, NULL, XML_PARSE_NONET), res;

	res = xsltApplyStylesheet(whole_sheet(p), doc, NULL);
	assert_non_null(res);
	buf_puts(b, "");
	write_as(b, res, media);
	xmlFreeDoc(res);
	xmlFreeDoc(doc);
}

/* 1 for a page, 0 for what is no HTML. */
static int
is_same(const struct xsl *x, const struct pair *p)
{
	struct buf got = { 0 }, want = { 0 };
	const char *media = "";
	size_t at;

	buf_puts(&got, "");
	assert_int_equal(xsl_apply(xsl_find(x, p->name, NULL), p->doc, &got,
			     &media),
	    RC_OK);
	make_whole(p, media, &want);
	for (at = 0; got.data[at] == want.data[at] && got.data[at];)
		at++;
	if (got.data[at] != want.data[at]) {
		at = at > 60 ? at - 60 : 0;
		print_error("%s: \"%.99s\", not \"%.99s\"\n", p->path,
		    got.data + at, want.data + at);
		fail();
	}
	buf_free(&got);
	buf_free(&want);
	return strncmp(media, "text/html", 9) == 0;
}

/* Twice: every sheet is used again, after all others and on other nodes. */
static void
test_same(void **state)
{
	struct xsl *x = xsl_open("xsl", rooms);
	int pages = 0;
	glob_t found;

	(void)state;
	assert_non_null(x);
	assert_int_equal(glob("tests/xsl/*/*.in.xml", 0, NULL, &found), 0);
	for (size_t i = 0; i < 2 * found.gl_pathc; i++) {
		struct pair p;

		read_pair(&p, found.gl_pathv[i % found.gl_pathc]);
		pages += is_same(x, &p);
		xmlFreeDoc(p.doc);
	}
	assert_true(pages > 100);
	globfree(&found);
	xsl_close(x);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_same),
	};

	return cmocka_run_group_tests_name("flatten", tests, NULL, NULL);
}
