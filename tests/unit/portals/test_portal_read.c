/* test_portal_read.c - what a portal's file says, and what is wrong with it. */

#include <libxml/parser.h>

#include "files/file_xml.h"
#include "portals/portal_read.h"
#include "unit.h"

#define HEAD "<portal xmlns=\"" PORTAL_NS "\" slug=\"a\"><name>N</name>"

/* The field that a row asks for, as it is read. */
static const struct {
	const char *inner;
	enum portal_field field;
	const char *want;
	unsigned faults;
} rows[] = {
	{ "", PORTAL_NAME, "N", 0 },
	{ "<title> a\n\t b </title>", PORTAL_TITLE, "a b", 0 },
	{ "<title/>", PORTAL_TITLE, NULL, 0 },
	{ "<title>a<!-- b -->c</title>", PORTAL_TITLE, "ac", 0 },
	{ "<title><![CDATA[a & b]]></title>", PORTAL_TITLE, "a & b", 0 },
	{ "<title>a</title><title>b</title>", PORTAL_TITLE, "a", 1 },
	{ "<title><b>a</b></title>", PORTAL_TITLE, "a", 1 },
	{ "<x:title xmlns:x=\"urn:x\">a</x:title>", PORTAL_TITLE, NULL, 1 },
	{ "<x:title xmlns:x=\"" PORTAL_NS "\">a</x:title>", PORTAL_TITLE, "a",
	    0 },
	/* rich text, by whatever namespace */
	{ "<summary><p>a <b>b</b></p></summary>", PORTAL_SUMMARY,
	    "<p>a <strong>b</strong></p>", 0 },
	{ "<summary>a</summary>", PORTAL_SUMMARY, "<p>a</p>", 0 },
	{ "<summary xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:p h:a=\"b\">a"
	  "</h:p></summary>",
	    PORTAL_SUMMARY, "<p>a</p>", 0 },
	{ "<summary><script>a</script></summary>", PORTAL_SUMMARY, NULL, 0 },
	{ "<summary><p>a &lt;b></p></summary>", PORTAL_SUMMARY,
	    "<p>a &lt;b&gt;</p>", 0 },
	{ "<summary><p>Voir <a class=\"g-bare\" href=\"mailto:a@b.fr\">a@b.fr"
	  "</a></p></summary>",
	    PORTAL_SUMMARY,
	    "<p>Voir <a href=\"mailto:a@b.fr\" "
	    "class=\"g-bare\">a@b.fr</a></p>",
	    0 },
	/* items */
	{ "<link>a</link>", PORTAL_NAME, "N", 1 },
	{ "<link href=\"/a\"/>", PORTAL_NAME, "N", 1 },
	{ "<filter name=\"keyword\"/>", PORTAL_NAME, "N", 0 },
	{ "<page slug=\"A\" title=\"a\">a</page>", PORTAL_NAME, "N", 1 },
	{ "<page slug=\"a\">a</page>", PORTAL_NAME, "N", 1 },
	{ "a", PORTAL_NAME, "N", 1 },
};

static void
read_inner(struct pool *pool, const char *inner, struct file_faults *faults,
    struct portal_record *r)
{
	const char *text = pool_printf(pool, HEAD "%s</portal>", inner);
	xmlDocPtr doc = xmlReadMemory(text, (int)strlen(text), NULL, NULL,
	    XML_PARSE_NONET | XML_PARSE_NOCDATA);

	assert_non_null(doc);
	*faults = (struct file_faults){ "f", pool, NULL, 0 };
	portal_read(faults, pool, xmlDocGetRootElement(doc), r);
	xmlFreeDoc(doc);
}

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct pool *pool = pool_new();
		struct file_faults faults;
		struct portal_record r;

		read_inner(pool, rows[i].inner, &faults, &r);
		want_int(i, faults.n, rows[i].faults);
		want_str(i, r.f.field[rows[i].field].s, rows[i].want);
		pool_free(pool);
	}
}

/* Characters are counted, and not bytes; and a portal has so many links. */
static void
test_bounds(void **state)
{
	struct pool *pool = pool_new();
	struct file_faults faults;
	struct portal_record r;
	char *s = pool_take(pool, 20000);

	(void)state;
	strcpy(s, "<tagline>");
	for (int i = 0; i < 200; i++)
		strcat(s, "é");
	strcat(s, "</tagline>");
	read_inner(pool, s, &faults, &r);
	want_int(0, faults.n, 0);
	strcpy(strstr(s, "</tagline>"), "é</tagline>");
	read_inner(pool, s, &faults, &r);
	want_int(1, faults.n, 1);
	*s = '\0';
	for (int i = 0; i < 300; i++)
		strcat(s, "<link href=\"/a\">a</link>");
	read_inner(pool, s, &faults, &r);
	want_int(2, faults.n, 1);
	want_int(3, r.f.part[PORTAL_LINKS].n, 21);
	pool_free(pool);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_bounds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
