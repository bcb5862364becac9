/* test_feed_xml.c - a file of XML: what its elements become, how it breaks. */

#include <zlib.h>

#include "base/buf.h"
#include "feed/feed.h"
#include "unit.h"

enum { MB = 1 << 20 };

static char *dir;
static const char shape_table[] = "forme;champ;chemin;devient\n"
				  "x;liste;aides;\n"
				  "x;liste;channel.item;\n"
				  "x;liste;feed.entry;\n"
				  "x;si;nom;\n"
				  "x;name;nom;\n";
static struct feed_shapes *shapes;

/* Each record as JSON on a line; "-": it cannot be read. */
static enum rc
take(void *arg, const struct feed_item *item)
{
	struct buf *got = arg;
	char *s = item->value != NULL
	    ? json_dumps(item->value,
		  JSON_COMPACT | JSON_SORT_KEYS | JSON_ENCODE_ANY)
	    : strdup("-");

	assert_true((item->value == NULL) == (item->why != NULL));
	assert_non_null(item->text);
	buf_puts(got, s);
	buf_putc(got, '\n');
	free(s);
	return RC_OK;
}

static void
take_page(void *arg, const json_t *page)
{
	const char *next = json_string_value(json_object_get(page, "next"));

	if (next != NULL)
		buf_putf(arg, "next %s\n", next);
}

/* What the n bytes give, plain or gzip: "!" at its end when it is refused. */
static const char *
read_xml(const char *s, size_t n, bool packed)
{
	static struct buf got;
	const char *path = unit_file(dir, "feed", s, packed ? 0 : n);
	gzFile f;

	if (packed) {
		assert_non_null(f = gzopen(path, "wb"));
		assert_int_equal(gzwrite(f, s, (unsigned)n), n);
		assert_int_equal(gzclose(f), Z_OK);
	}
	buf_reset(&got);
	buf_puts(&got, "");
	if (feed_read_pages(path, shapes, take, take_page, &got) != RC_OK)
		buf_puts(&got, "!");
	return got.data;
}

#define ONE(inside) "<aides><aide>" inside "</aide></aides>"

/* The rule, a row each. */
static const char *const rows[][2] = {
	/* elements, texts, blanks, what is empty */
	{ ONE("<nom>Un</nom><fin>2027-01-31</fin>"),
	    "{\"fin\":\"2027-01-31\",\"nom\":\"Un\"}\n" },
	{ ONE("\n <nom>\n Un\n deux </nom>\n<a/><b></b><c> </c>\n"),
	    "{\"a\":\"\",\"b\":\"\",\"c\":\"\",\"nom\":\"Un\\n deux\"}\n" },
	{ ONE("<a><b><c>1</c></b></a>"), "{\"a\":{\"b\":{\"c\":\"1\"}}}\n" },
	/* of one name: an array; a prefix is none of the name */
	{ ONE("<a>1</a><b>2</b><a>3</a><a><c>4</c></a>"),
	    "{\"a\":[\"1\",\"3\",{\"c\":\"4\"}],\"b\":\"2\"}\n" },
	{ "<x:aides xmlns:x='u'><x:aide><x:nom>Un</x:nom></x:aide></x:aides>",
	    "{\"nom\":\"Un\"}\n" },
	{ ONE("<y:nom>Un</y:nom>"), "{\"y:nom\":\"Un\"}\n" },
	/* attributes, beside a text, elements, nothing; the record's own */
	{ ONE("<a b='1' x:c='2'>t</a>"),
	    "{\"a\":{\"#text\":\"t\",\"@b\":\"1\",\"@x:c\":\"2\"}}\n" },
	{ ONE("<a xml:lang='fr'>t</a>"),
	    "{\"a\":{\"#text\":\"t\",\"@lang\":\"fr\"}}\n" },
	{ ONE("<a b='1'/><a b=''><c>2</c></a>"),
	    "{\"a\":[{\"@b\":\"1\"},{\"@b\":\"\",\"c\":\"2\"}]}\n" },
	{ "<aides><aide id='7' a='&lt;&amp;&#233;'><nom>Un</nom></aide></aides>",
	    "{\"@a\":\"<&\303\251\",\"@id\":\"7\",\"nom\":\"Un\"}\n" },
	/* references, CDATA, comments, instructions */
	{ ONE("<a>&lt;p&gt;x &amp;amp; y&#233;</a>"),
	    "{\"a\":\"<p>x &amp; y\303\251\"}\n" },
	{ ONE("<a>x<![CDATA[<b>y</b> & ]]>z</a><!-- <c>1</c> --><?c d?>"),
	    "{\"a\":\"x<b>y</b> & z\"}\n" },
	{ ONE("<a>x<!-- y -->z</a>"), "{\"a\":\"xz\"}\n" },
	/* markup: text amid elements, XHTML */
	{ ONE("<a>Un <b>mot</b> &amp;<br/> <i c='\"'>x</i></a>"),
	    "{\"a\":\"Un <b>mot</b> &amp;<br> <i c=\\\"&quot;\\\">x</i>\"}\n" },
	{ ONE("<a type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>"
	      "<p>x</p></div></a>"),
	    "{\"a\":{\"#text\":\"<div><p>x</p></div>\",\"@type\":\"xhtml\"}}"
	    "\n" },
	/* records of no element, and lists of none */
	{ "<aides><aide>x</aide><aide/></aides>", "\"x\"\n\"\"\n" },
	{ "<aides/>", "" },
	{ "<rss><channel><title>x</title></channel></rss>", "" },
	/* RSS and Atom; the links of the feed, and those of its aids */
	{ "<rss version='2.0'><channel><title>t</title><link>l</link><item>"
	  "<title>1</title></item><item><title>2</title></item></channel>"
	  "</rss>",
	    "{\"title\":\"1\"}\n{\"title\":\"2\"}\n" },
	{ "<feed xmlns='http://www.w3.org/2005/Atom'><link rel='self' "
	  "href='s'/><link rel='next' href='?p=2'/><entry><link rel='next' "
	  "href='no'/></entry></feed>",
	    "{\"link\":{\"@href\":\"no\",\"@rel\":\"next\"}}\nnext ?p=2\n" },
	/* a list wherever it stands */
	{ "<a><b><aides><x><nom>1</nom></x></aides></b><aides><y/></aides></a>",
	    "{\"nom\":\"1\"}\n\"\"\n" },
	/* what may stand before */
	{ "\xef\xbb\xbf<?xml version='1.0'?>\n<!-- <html> --><aides/>", "" },
	{ "\n \n<?xml version='1.0' encoding='utf-8'?>" ONE("<a>1</a>"),
	    "{\"a\":\"1\"}\n" },
	/* encodings: as said, and as they are when it is said wrongly */
	{ "<?xml version='1.0' encoding='ISO-8859-15'?>" ONE("<a>\xa4\xe9</a>"),
	    "{\"a\":\"\342\202\254\303\251\"}\n" },
	{ "<?xml version='1.0' encoding='iso-8859-1'?>" ONE("<a>\x80\xe9</a>"),
	    "{\"a\":\"\342\202\254\303\251\"}\n" },
	{ "<?xml version='1.0' encoding='UTF-8'?>" ONE("<a>\xe9 \x92</a>"),
	    "{\"a\":\"\303\251 \342\200\231\"}\n" },
	{ "<?xml version='1.0' encoding='ISO-8859-1'?>" ONE("<a>\303\251</a>"),
	    "{\"a\":\"\303\251\"}\n" },
	{ "<?xml version='1.0' encoding='UTF-16'?>" ONE("<a>1</a>"),
	    "{\"a\":\"1\"}\n" },
	{ "<?xml version='1.0' encoding='UTF-7'?>" ONE("<a>+ADw-</a>"),
	    "{\"a\":\"+ADw-\"}\n" },
	{ ONE("<a>x\x0by</a>"), "{\"a\":\"x y\"}\n" },
	/* pages of the web */
	{ "<!DOCTYPE html>\n<html><body><p>Connexion</body></html>", "!" },
	{ "\n<!-- x --><HTML lang=fr><aides></aides></HTML>", "!" },
	{ "<body>", "!" },
	/* no XML, no list, cut short, after the end */
	{ "<", "!" },
	{ "<aides>", "!" },
	{ "<a><b/><b/></a>", "!" },
	{ "<aides><aide><a>1</a></aide><aide><a>2</a>", "{\"a\":\"1\"}\n!" },
	{ "<aides><aide><a>1</a></aide><aide><a>2</b></aide></aides>", "!" },
	{ "<aides><aide><a>1</a></aide></aides><aides/>", "!" },
	{ ONE("<a>&eacute;</a>"), "!" },
	/* nothing is taken from elsewhere, and nothing made of a name */
	{ "<!DOCTYPE aides [<!ENTITY a 'x'>]>" ONE("<a>&a;</a>"), "!" },
	{ "<!DOCTYPE a SYSTEM 'file:///etc/passwd'>" ONE("<a>1</a>"), "!" },
	{ ONE("<include xmlns='http://www.w3.org/2001/XInclude' "
	      "href='/etc/passwd' parse='text'/>"),
	    "{\"include\":{\"@href\":\"/etc/passwd\",\"@parse\":\"text\"}}\n" },
};

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++)
		for (int packed = 0; packed < 2; packed++)
			want_str(i,
			    read_xml(rows[i][0], strlen(rows[i][0]),
				packed != 0),
			    rows[i][1]);
}

/* In UTF-16 of both orders. */
static void
test_utf16(void **state)
{
	static const char text[] = ONE("<nom>e</nom>");
	char wide[2 * sizeof(text)];

	(void)state;
	for (int big = 0; big < 2; big++) {
		wide[0] = big ? '\xfe' : '\xff';
		wide[1] = big ? '\xff' : '\xfe';
		for (size_t i = 0; i + 1 < sizeof(text); i++) {
			wide[2 + 2 * i + (size_t)big] = text[i];
			wide[2 + 2 * i + (size_t)!big] = '\0';
		}
		want_str(big, read_xml(wide, sizeof(wide), false),
		    "{\"nom\":\"e\"}\n");
	}
}

/* A file cut anywhere is never taken for a whole one. */
static void
test_truncated(void **state)
{
	static const char text[] = "<?xml version='1.0'?><aides><aide id='1'>"
				   "<a>x<!-- y --><![CDATA[z]]></a></aide>"
				   "</aides>";

	(void)state;
	for (size_t n = 1; n < sizeof(text) - 1; n++) {
		const char *got = read_xml(text, n, false);

		want_int(n, got[strlen(got) - 1], '!');
	}
	want_str(0, read_xml(text, sizeof(text) - 1, false),
	    "{\"@id\":\"1\",\"a\":\"xz\"}\n");
}

/* How many times "between" stands in a file, and what comes of it: "2" when
 * both aids are read, "-2" when the first is passed over, "!": refused. */
static const struct {
	const char *before, *between, *after;
	size_t times;
	const char *got;
} large[] = {
	/* texts of 1 MB, and over the bound */
	{ "<nom>", "x", "</nom>", MB, "2" },
	{ "<nom>", "x", "</nom>", 8 * MB - 100, "2" },
	{ "<nom>", "x", "</nom>", 8 * MB, "-2" },
	{ "<nom>", "&amp;", "</nom>", 8 * MB, "-2" },
	{ "<nom><![CDATA[", "x>", "]]></nom>", MB, "2" },
	{ "<!--", "x", "-->", MB, "2" },
	/* values, and so many that memory would not do */
	{ "", "<a/>", "", 90000, "2" },
	{ "", "<a/>", "", 110000, "-2" },
	{ "", "<a>0123456789</a>", "", 4 * MB, "-2" },
	/* elements in elements */
	{ "<nom>", "<a>", "", 10000, "!" },
	/* names, attributes, namespaces */
	{ "<nom", "x", "/>", MB, "!" },
	{ "<nom a='", "x", "'/>", 100000, "2" },
	{ "<nom a='", "x", "'/>", 2 * MB, "!" },
	{ "<nom", " a='1'", "/>", 100000, "!" },
	{ "<nom ", "xmlns:a='1' ", "/>", 100000, "!" },
};

static void
test_large(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(large); i++) {
		struct buf b = { 0 };
		const char *got, *end;
		char what[3] = "";

		buf_puts(&b, "<aides><aide>");
		buf_puts(&b, large[i].before);
		for (size_t k = 0; k < large[i].times; k++)
			buf_puts(&b, large[i].between);
		buf_puts(&b, large[i].after);
		buf_puts(&b, "</aide><aide><nom>2</nom></aide></aides>");
		got = read_xml(b.data, b.len, false);
		if (*got == '-')
			strcat(what, "-");
		if ((end = strchr(got, '\n')) != NULL &&
		    strcmp(end + 1, "{\"nom\":\"2\"}\n") == 0)
			strcat(what, "2");
		if (strchr(got, '!') != NULL)
			strcat(what, "!");
		want_str(i, what, large[i].got);
		buf_free(&b);
	}
}

static int
begin(void **state)
{
	(void)state;
	dir = unit_folder();
	shapes = feed_shapes_read(shape_table, sizeof(shape_table) - 1);
	return shapes == NULL;
}

static int
end(void **state)
{
	(void)state;
	unit_remove(dir);
	feed_shapes_free(shapes);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_utf16),
		cmocka_unit_test(test_truncated),
		cmocka_unit_test(test_large),
	};

	return cmocka_run_group_tests_name("feed_xml", tests, begin, end);
}
