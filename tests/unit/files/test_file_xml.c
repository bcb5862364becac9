/* test_file_xml.c - a file of XML against its grammar: what is wrong, in words. */

#include "files/file_xml.h"
#include "unit.h"

#define PORTAL(attributes, content) \
	"<portal xmlns=\"urn:guichet:portal\" " attributes ">" content \
	"</portal>"
#define NAME "<name>n</name>"

/* By the grammar of portals. */
static const struct {
	const char *text, *want;
} rows[] = {
	{ PORTAL("slug='a'", NAME), NULL },
	{ PORTAL("slug=' a'", NAME),
	    "an attribute of the element \"portal\" is missing, or has a value "
	    "that is not taken there" },
	{ PORTAL("slug='a' public='oui'", NAME),
	    "the attribute \"public\" has no place in the element \"portal\", "
	    "or has a value that is not taken there" },
	{ PORTAL("slug='a'", NAME "<page slug='b'>c</page>"),
	    "an attribute of the element \"page\" is missing, or has a value "
	    "that is not taken there" },
	{ PORTAL("slug='a'", ""), "the element \"name\" is missing" },
	{ PORTAL("slug='a'", NAME NAME),
	    "the element \"name\" has no place there" },
	{ PORTAL("slug='a'", NAME "<nom/>"),
	    "in the element \"portal\", \"nom\" has no place" },
	{ PORTAL("slug='a'", "<name>n<b/></name>"),
	    "in the element \"name\", \"b\" has no place" },
	{ PORTAL("slug='a'", NAME "texte"),
	    "the element \"portal\" holds no text of its own" },
	{ PORTAL("slug='a'", NAME "<accent>red</accent>"),
	    "the element \"accent\" holds a value that is not taken there" },
	{ PORTAL("slug='a'", NAME "<theme>red</theme>"),
	    "the element \"theme\" holds a value that is not taken there" },
	{ PORTAL("slug='a'", NAME "<accent><b/></accent>"),
	    "the element \"accent\" holds a text, and no element" },
	{ "<backer/>", "the element \"backer\" has no place there" },
	/* What the first fault is: others follow from it. */
	{ PORTAL("slug='a'", NAME "<accent>red</accent><nom/>"),
	    "the element \"accent\" holds a value that is not taken there" },
};

static void
test_grammar(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct pool *pool = pool_new();
		char *dir = unit_folder();
		struct file_faults faults = { .pool = pool,
			.file = pool_printf(pool, "%s/file.xml", dir) };
		struct file_against against;
		xmlDocPtr doc;

		unit_file(dir, "file.xml", rows[i].text, strlen(rows[i].text));
		assert_int_equal(file_xml_read(&faults,
				     "xsl/portals/portal.rng", &doc, &against),
		    RC_OK);
		want_str(i, against.text, rows[i].want);
		xmlFreeDoc(doc);
		pool_free(pool);
		free(dir);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_grammar),
	};

	return cmocka_run_group_tests_name("file_xml", tests, NULL, NULL);
}
