/* test_answers_file.c - files of answers, of anyone's making. */

#include "apply/answers_file.h"
#include "base/buf.h"
#include "unit.h"

#define HEAD \
	"<answers version=\"1\" aid=\"a\" demarche=\"42\" made=\"2026-11-21\" " \
	"siren=\"217901099\" saved=\"2026-11-20\">"

/* want: "!" and the fault; or name=value, by " ; ". */
static const struct {
	const char *file, *want;
} rows[] = {
	{ HEAD "<answer name=\"project.title\">Toit</answer></answers>",
	    "project.title=Toit" },
	{ "\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n" HEAD
	  "\r\n <answer name=\"a\">1\r\n2</answer>\r\n</answers>\r\n",
	    "a=1\n2" },
	{ HEAD "<!-- x --><answer name=\"a\"> é &lt;b&gt; &amp; "
	       "<![CDATA[<c>]]></answer><answer name=\"a\"/></answers>",
	    "a= é <b> & <c> ; a=" },
	/* marks of direction go, by a reference too */
	{ HEAD "<answer name=\"a\">b\u202ec&#x2066;d</answer></answers>",
	    "a=bcd" },
	{ "<answers version=\"1\"/>", "" },
	{ "<answers version=\"1\" later=\"x\"/>", "" },
	{ "", "!empty" },
	{ " ", "!xml" },
	{ "project.title=Toit", "!xml" },
	{ HEAD, "!xml" },
	{ HEAD "<answer name=\"a\">&nbsp;</answer></answers>", "!xml" },
	{ HEAD "<answer name=\"a\">&#1;</answer></answers>", "!xml" },
	{ HEAD "<answer name=\"a\">\xe9</answer></answers>", "!utf8" },
	{ "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" HEAD
	  "<answer name=\"a\">\xe9</answer></answers>",
	    "!utf8" },
	{ "<?xml version=\"1.0\" encoding=\"UTF-7\"?>" HEAD
	  "<answer name=\"a\">+ADw-</answer></answers>",
	    "a=+ADw-" },
	{ "<!DOCTYPE answers [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>" HEAD
	  "<answer name=\"a\">&b;</answer></answers>",
	    "!xml" },
	{ "<!DOCTYPE answers SYSTEM \"file:///etc/passwd\">" HEAD "</answers>",
	    "!xml" },
	{ "<html><body/></html>", "!foreign" },
	{ "<answers/>", "!foreign" },
	{ "<answers version=\"un\"/>", "!foreign" },
	{ "<answers version=\"-1\"/>", "!foreign" },
	{ "<answers version=\"2\"/>", "!version" },
	{ "<answers version=\"99999999999999999999\"/>", "!version" },
	{ "<x:answers xmlns:x=\"urn:x\" version=\"1\"/>", "!foreign" },
	{ HEAD "<reponse name=\"a\">1</reponse></answers>", "!foreign" },
	{ HEAD "<answer>1</answer></answers>", "!foreign" },
	{ HEAD "<answer name=\"\">1</answer></answers>", "!foreign" },
	{ HEAD "<answer name=\"a\"><b>1</b></answer></answers>", "!foreign" },
	{ HEAD "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" "
	       "href=\"/etc/passwd\"/></answers>",
	    "!foreign" },
};

static const char *
shown(struct pool *pool, const struct answers_file *f)
{
	const char *s = "";

	if (f->fault != NULL)
		return pool_printf(pool, "!%s", f->fault);
	for (size_t i = 0; i < f->fields.n; i++)
		s = pool_printf(pool, "%s%s%s=%s", s, i > 0 ? " ; " : "",
		    f->fields.field[i].name, f->fields.field[i].value);
	return s;
}

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct pool *pool = pool_new();
		struct answers_file f;

		answers_file_read(pool, rows[i].file, strlen(rows[i].file), &f);
		want_str(i, shown(pool, &f), rows[i].want);
		pool_free(pool);
	}
}

static void
test_head(void **state)
{
	static const char file[] = HEAD "</answers>", nul[] = "<answers\0/>";
	struct pool *pool = pool_new();
	struct answers_file f;

	(void)state;
	answers_file_read(pool, file, sizeof(file) - 1, &f);
	assert_string_equal(f.aid, "a");
	assert_string_equal(f.demarche, "42");
	assert_string_equal(f.made, "2026-11-21");
	assert_string_equal(f.siren, "217901099");
	assert_string_equal(f.saved, "2026-11-20");
	assert_null(f.perimeter);
	answers_file_read(pool, nul, sizeof(nul) - 1, &f);
	assert_string_equal(f.fault, "utf8");
	pool_free(pool);
}

/* As many as a form has, and no more. */
static void
test_many(void **state)
{
	struct pool *pool = pool_new();
	struct answers_file f;
	struct buf b = { 0 };

	(void)state;
	buf_puts(&b, HEAD);
	for (int i = 0; i < ANSWERS_FILE_FIELDS; i++)
		buf_puts(&b, "<answer name=\"a\">1</answer>");
	for (int over = 0; over < 2; over++) {
		struct buf all = { 0 };

		buf_put(&all, b.data, b.len);
		buf_puts(&all, over ? "<answer name=\"a\"/>" : "");
		buf_puts(&all, "</answers>");
		answers_file_read(pool, all.data, all.len, &f);
		want_int((size_t)over, (long)f.fields.n,
		    over ? 0 : ANSWERS_FILE_FIELDS);
		if (over)
			assert_string_equal(f.fault, "too-many");
		buf_free(&all);
	}
	buf_free(&b);
	pool_free(pool);
}

/* A tag of more than ours could have goes to no parser, which takes minutes. */
static void
test_large_tag(void **state)
{
	struct pool *pool = pool_new();
	struct answers_file f;
	struct buf b = { 0 };

	(void)state;
	buf_puts(&b, "<answers version=\"1\"");
	for (int i = 0; i < 17; i++)
		buf_putf(&b, " a%d=\"\"", i);
	buf_puts(&b, "/>");
	answers_file_read(pool, b.data, b.len, &f);
	assert_string_equal(f.fault, "xml");
	buf_free(&b);
	pool_free(pool);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows),
		cmocka_unit_test(test_head), cmocka_unit_test(test_many),
		cmocka_unit_test(test_large_tag) };

	return cmocka_run_group_tests_name("answers_file", tests, NULL, NULL);
}
