/* test_richtext.c - rich text from outside, reduced to an allow-list. */

#include <libxml/parser.h>

#include "base/str.h"
#include "text/richtext.h"
#include "unit.h"

#define REL " rel=\"nofollow noopener\""
#define BARE " class=\"g-bare\""

static const struct {
	const char *s, *want;
} html_rows[] = {
	{ "", "" },
	{ "mots", "<p>mots</p>" },
	{ "<p>a</p><p>b</p>", "<p>a</p><p>b</p>" },
	{ "<p>a", "<p>a</p>" },
	{ "<p> a \n b </p>", "<p>a b</p>" },
	{ "a &amp; b &lt;c&gt; \"d\"",
	    "<p>a &amp; b &lt;c&gt; &quot;d&quot;"
	    "</p>" },
	{ "&eacute;&#233;é", "<p>ééé</p>" },
	/* the list of what may stay */
	{ "<b>a</b> <i>b</i>", "<p><strong>a</strong> <em>b</em></p>" },
	{ "<p>H<sub>2</sub>O m<sup>2</sup></p>",
	    "<p>H<sub>2</sub>O m<sup>2</sup></p>" },
	{ "<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4><h5>e</h5><h6>f</h6>",
	    "<h3>a</h3><h3>b</h3><h3>c</h3><h4>d</h4><h4>e</h4><h4>f</h4>" },
	{ "<p>a<br>b<br/></p>", "<p>a<br/>b</p>" },
	{ "<ul><li>a</li><li><p>b</p></li></ul>",
	    "<ul><li><p>a</p></li><li><p>b</p></li></ul>" },
	{ "<ol><li>a<ul><li>b</li></ul></li></ol>",
	    "<ol><li><p>a</p><ul><li><p>b</p></li></ul></li></ol>" },
	{ "<blockquote>a</blockquote>", "<blockquote><p>a</p></blockquote>" },
	{ "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td>"
	  "</tr></tbody></table>",
	    "<table><tr><td><p>a</p></td></tr>"
	    "<tr><td><p>b</p></td></tr></table>" },
	{ "<a href=\"https://a.fr/?b=1&amp;c=2\">d</a>",
	    "<p><a href=\"https://a.fr/?b=1&amp;c=2\"" REL ">d</a></p>" },
	{ "<a href='mailto:a@b.fr' onclick='x()' style='y'>d</a>",
	    "<p><a href=\"mailto:a@b.fr\">d</a></p>" },
	{ "<P CLASS=x ID=y onclick=z><B>a</B></P>",
	    "<p><strong>a</strong></p>" },
	{ "<a href='https://a.fr@b.fr/'>d</a> <a href='//a.fr'>e</a>",
	    "<p>d e</p>" },
	{ "<a href='https://b.fr/@a'>d</a>",
	    "<p><a href=\"https://b.fr/@a\"" REL ">d</a></p>" },
	{ "a&#xFDD0;b&#8238;c\u202ed", "<p>abcd</p>" },
	/* what loses its tags keeps its words */
	{ "<div>a</div><div>b</div>", "<p>a</p><p>b</p>" },
	{ "<span>a</span> <u>b</u> <font color=red>c</font> <xyz>d</xyz>",
	    "<p>a b c d</p>" },
	{ "<img src=x onerror=alert(1)>a", "<p>a</p>" },
	{ "a<!-- b -->c<?php d ?>", "<p>ac</p>" },
	/* what goes with its content */
	{ "a<script>alert(1)</script>b", "<p>ab</p>" },
	{ "a<ScRiPt src=x>alert(1)</sCrIpT >b", "<p>ab</p>" },
	{ "<style>p{}</style>a", "<p>a</p>" },
	{ "a<iframe src=x>b</iframe>c", "<p>ac</p>" },
	{ "a<svg><script>b</script><a href='https://x'>c</a></svg>d",
	    "<p>ad</p>" },
	/* what has no end takes nothing along */
	{ "a<svg><path d='b'>c<p>d</p>", "<p>ac</p><p>d</p>" },
	{ "a<SVG/>b<form>c</form>d<form><p>e</p>",
	    "<p>ab</p><p>d</p><p>e</p>" },
	{ "a<form><input value=b><button>c</button></form>d",
	    "<p>a</p><p>d</p>" },
	{ "a<textarea>b</textarea><select><option>c</select>d", "<p>ad</p>" },
	{ "<title>a</title><head><meta charset=x></head>b", "<p>b</p>" },
	{ "<script>a", "" },
	{ "<style>@import 'x'", "" },
	/* an address is followed only when its scheme is known */
	{ "<a href=\"javascript:alert(1)\">a</a>", "<p>a</p>" },
	{ "<a href=\" java\tscript:alert(1)\">a</a>", "<p>a</p>" },
	{ "<a href=\"&#106;avascript:alert(1)\">a</a>", "<p>a</p>" },
	{ "<a href=\"data:text/html,x\">a</a>", "<p>a</p>" },
	{ "<a href=\"vbscript:x\">a</a>", "<p>a</p>" },
	{ "<a href=\"//a.fr\">a</a><a href=\"/b\">b</a><a href=c>c</a>",
	    "<p>abc</p>" },
	{ "<a href=\"https://\">a</a><a>b</a><a href>c</a>", "<p>abc</p>" },
	{ "<a href=\"https://a.fr/ b\">a</a>", "<p>a</p>" },
	{ "<a href='https://a.fr/\"onclick=x'>a</a>", "<p>a</p>" },
	{ "<a href=\"HTTPS://A.FR\">a</a>",
	    "<p><a href=\"HTTPS://A.FR\"" REL ">a</a></p>" },
	{ "<a href=\"https://a.fr/'x'\">a</a>",
	    "<p><a href=\"https://a.fr/'x'\"" REL ">a</a></p>" },
	/* no empty element */
	{ "<p></p><p> </p><p>&nbsp;</p><ul><li></li></ul><b></b>", "" },
	{ "<div>&nbsp;</div>", "" },
	{ "&nbsp;<p>a</p>&nbsp;", "<p>a</p>" },
	{ "<p><br></p><p>a</p>", "<p>a</p>" },
	{ "<p><b> </b>a</p>", "<p>a</p>" },
	{ "<ul><li>a</li><li> </li></ul>", "<ul><li><p>a</p></li></ul>" },
	{ "<table><tr><td></td></tr></table>", "" },
	{ "<table><tr></tr></table>a", "<p>a</p>" },
};

static const struct {
	const char *s, *want;
} nesting_rows[] = {
	{ "<b>a<p>b</p>c</b>", "<p><strong>a</strong></p><p>b</p><p>c</p>" },
	{ "<p>a<ul><li>b</li></ul>c</p>",
	    "<p>a</p><ul><li><p>b</p></li></ul><p>c</p>" },
	{ "<ul>a<li>b</li><p>c</p></ul>",
	    "<ul><li><p>a</p></li>"
	    "<li><p>b</p></li><li><p>c</p></li></ul>" },
	{ "<li>a</li><li>b</li>", "<p>a</p><p>b</p>" },
	{ "<ul><ul><li>a</li></ul></ul>",
	    "<ul><li><ul><li><p>a</p></li></ul></li></ul>" },
	{ "<tr><td>a</td></tr>", "<p>a</p>" },
	{ "<h2><p>a</p></h2>", "<p>a</p>" },
	{ "<h2><b>a</b></h2>", "<h3><strong>a</strong></h3>" },
	{ "<b><i>a</b>b</i>", "<p><strong><em>a</em></strong>b</p>" },
	{ "<a href='https://a'>b<a href='https://c'>d</a></a>",
	    "<p><a href=\"https://a\"" REL ">b</a><a href=\"https://c\"" REL
	    ">d</a></p>" },
	{ "<a href='https://a'><b>b<a href='https://c'>d</a></b></a>", NULL },
	{ "<a href='https://a'><h2>b</h2></a>", "<h3>b</h3>" },
	{ "</p></div></b>a", "<p>a</p>" },
	{ "<blockquote><blockquote>a</blockquote></blockquote>",
	    "<blockquote><blockquote><p>a</p></blockquote></blockquote>" },
	/* the words of a table are kept, wherever they stand */
	{ "<table><caption>a</caption><tr><td>b</td></tr></table>",
	    "<p>a</p><table><tr><td><p>b</p></td></tr></table>" },
	{ "<table><caption>a</caption></table>", "<p>a</p>" },
	/* what a cell spans */
	{ "<table><tr><td COLSPAN=2 width=9>a</td></tr><tr><td rowspan=\"3\">"
	  "b</td><td>c</td></tr></table>",
	    "<table><tr><td colspan=\"2\"><p>a</p></td></tr><tr>"
	    "<td rowspan=\"3\"><p>b</p></td><td><p>c</p></td></tr></table>" },
	{ "<table><tr><td colspan=1>a</td><td colspan=101>b</td>"
	  "<td colspan=\"2x\">c</td></tr></table>",
	    "<table><tr><td><p>a</p></td><td><p>b</p></td>"
	    "<td><p>c</p></td></tr></table>" },
	{ "<table><tr>a<td>b</td></tr></table>",
	    "<table><tr><td><p>a</p></td><td><p>b</p></td></tr></table>" },
	{ "<table><td>a</td></table>", "<p>a</p>" },
	{ "<table><tr><td>a</td><td></td></tr></table>",
	    "<table><tr><td><p>a</p></td><td></td></tr></table>" },
	{ "<table><tr><td><table><tr><td>a</td></tr></table></td></tr>"
	  "</table>",
	    "<table><tr><td><table><tr><td><p>a</p></td></tr>"
	    "</table></td></tr></table>" },
};

static const struct {
	const char *s, *want;
} markdown_rows[] = {
	{ "# a\n\nb *c* **d**",
	    "<h3>a</h3><p>b <em>c</em> <strong>d</strong>"
	    "</p>" },
	{ "- a\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>" },
	{ "[a](https://b.fr) [c](javascript:d)",
	    "<p><a href=\"https://b.fr\"" REL ">a</a> c</p>" },
	{ "a<script>b</script><u>c</u>", "<p>ac</p>" },
	{ "`<b>`", "<p>&lt;b&gt;</p>" },
	{ "", "" },
};

static const struct {
	const char *s, *want;
} plain_rows[] = {
	{ "a\nb\n\nc", "<p>a<br/>b</p><p>c</p>" },
	{ "a\r\n \r\nb\r\n", "<p>a</p><p>b</p>" },
	{ "<b>a</b> & \"c\"",
	    "<p>&lt;b&gt;a&lt;/b&gt; &amp; &quot;c&quot;"
	    "</p>" },
	{ "\n\n \n", "" },
	{ "\n\na\n\n", "<p>a</p>" },
	{ "https://a.fr",
	    "<p><a href=\"https://a.fr\"" REL BARE ">https://a.fr</a></p>" },
	{ "Tél. 05 49\n06 11", "<p>Tél. 05 49<br/>06 11</p>" },
};

/* Contacts that are plain text; ones that are links already stay as they
 * are. */
static const struct {
	const char *s, *want;
} contact_rows[] = {
	{ "à a@b.fr.",
	    "<p>à <a href=\"mailto:a@b.fr\"" BARE ">a@b.fr</a>.</p>" },
	{ "<p>Tél&nbsp;: <b>05 49</b></p>",
	    "<p>Tél\xc2\xa0: <strong>05 49</strong></p>" },
	{ "<p>Mob. : 06  28\n 09 38 75 - c@d.fr</p>",
	    "<p>Mob. : <a href=\"tel:0628093875\"" BARE
	    ">06 28 09 38 75</a> - <a href=\"mailto:c@d.fr\"" BARE
	    ">c@d.fr</a></p>" },
	{ "à mailto:a@b.fr. Tel:0549086868",
	    "<p>à <a href=\"mailto:a@b.fr\"" BARE
	    ">a@b.fr</a>. <a href=\"tel:0549086868\"" BARE
	    ">0549086868</a></p>" },
	{ "<a href='mailto:a@b.fr'>a@b.fr</a>",
	    "<p><a href=\"mailto:a@b.fr\">a@b.fr</a></p>" },
	{ "<a href='mailto:a@b.fr?bcc=c@d.fr&amp;subject=Aide&amp;to=e@f.fr'>g"
	  "</a>",
	    "<p><a href=\"mailto:a@b.fr?subject=Aide\">g</a></p>" },
	{ "<a href='mailto:a@b.fr?bcc=c@d.fr'>g</a>",
	    "<p><a href=\"mailto:a@b.fr\">g</a></p>" },
	{ "<a href='mailto:a@b.fr?subject=Aide'>à mailto:a@b.fr</a>",
	    "<p><a href=\"mailto:a@b.fr?subject=Aide\">à a@b.fr</a></p>" },
	{ "<a href='tel:0549086868'><b>Tel:05 49 08 68 68</b> ou c@d.fr</a>",
	    "<p><a href=\"tel:0549086868\"><strong>05 49 08 68 68</strong> ou c@d.fr</a></p>" },
	{ "<a href='https://b.fr'><b>a@b.fr</b></a>",
	    "<p><a href=\"https://b.fr\"" REL
	    "><strong>a@b.fr</strong></a></p>" },
	/* a link that cannot be followed to a contact that can */
	{ "<a href='mailto: a@b.fr'>a@b.fr</a>",
	    "<p><a href=\"mailto:a@b.fr\"" BARE ">a@b.fr</a></p>" },
	{ "<a href='javascript:x'>05.49.08.68.68</a>",
	    "<p><a href=\"tel:0549086868\"" BARE ">05.49.08.68.68</a></p>" },
	{ "<a href='tel:+33549086868'>d</a><a href='tel:1;x=y'>e</a>",
	    "<p><a href=\"tel:+33549086868\">d</a>e</p>" },
	{ "https://a.fr/?b=1&amp;c='d'",
	    "<p><a href=\"https://a.fr/?b=1&amp;c='d\"" REL BARE
	    ">https://a.fr/?b=1&amp;c='d</a>'</p>" },
	{ "<script>a@b.fr</script>&lt;img src=https://a.fr/x&gt;",
	    "<p>&lt;img src=<a href=\"https://a.fr/x\"" REL BARE
	    ">https://a.fr/x</a>&gt;</p>" },
};

static void
want_rich(size_t row, struct buf *b, const char *s, enum richtext format,
    const char *want)
{
	buf_reset(b);
	buf_puts(b, "");
	richtext_put(b, s, format);
	if (want != NULL)
		want_str(row, b->data, want);
}

static void
test_html(void **state)
{
	struct buf b = { 0 };

	(void)state;
	for (size_t i = 0; i < ROWS(html_rows); i++)
		want_rich(i, &b, html_rows[i].s, RICHTEXT_HTML,
		    html_rows[i].want);
	richtext_put(&b, NULL, RICHTEXT_HTML);
	buf_free(&b);
}

static void
test_contacts(void **state)
{
	struct buf b = { 0 };

	(void)state;
	for (size_t i = 0; i < ROWS(contact_rows); i++)
		want_rich(i, &b, contact_rows[i].s, RICHTEXT_HTML,
		    contact_rows[i].want);
	buf_free(&b);
}

static void
test_nesting(void **state)
{
	struct buf b = { 0 };

	(void)state;
	for (size_t i = 0; i < ROWS(nesting_rows); i++)
		want_rich(i, &b, nesting_rows[i].s, RICHTEXT_HTML,
		    nesting_rows[i].want);
	buf_free(&b);
}

static void
test_other_formats(void **state)
{
	struct buf b = { 0 };

	(void)state;
	for (size_t i = 0; i < ROWS(markdown_rows); i++)
		want_rich(i, &b, markdown_rows[i].s, RICHTEXT_MARKDOWN,
		    markdown_rows[i].want);
	for (size_t i = 0; i < ROWS(plain_rows); i++)
		want_rich(i, &b, plain_rows[i].s, RICHTEXT_PLAIN,
		    plain_rows[i].want);
	buf_free(&b);
}

/* The site's own text may lead to its pages; text from outside may not. */
static void
test_own(void **state)
{
	static const struct {
		const char *s, *own, *outside;
	} rows[] = {
		{ "<a href=\"/aides/\">a</a>",
		    "<p><a href=\"/aides/\">a</a></p>", "<p>a</p>" },
		{ "<a href=\"//b.example/\">a</a>", "<p>a</p>", "<p>a</p>" },
		{ "<a href=\"/\\b.example/\">a</a>", "<p>a</p>", "<p>a</p>" },
		{ "<a href=\"javascript:b\">a</a>", "<p>a</p>", "<p>a</p>" },
		{ "<a href=\"aides/\">a</a>", "<p>a</p>", "<p>a</p>" },
		/* What heads a table, and blanks that count. */
		{ "<table><tr><th scope=\"col\" onclick=\"x\">a</th></tr><tr>"
		  "<th scope=\"x\">b</th><td scope=\"row\">c</td></tr></table>",
		    "<table><tr><th scope=\"col\"><p>a</p></th></tr><tr><th>"
		    "<p>b</p></th><td><p>c</p></td></tr></table>",
		    "<table><tr><td><p>a</p></td></tr><tr><td><p>b</p></td><td>"
		    "<p>c</p></td></tr></table>" },
		{ "a<pre>b  &lt;\n <i>c</i><br> d<script>e</script>\n</pre>",
		    "<p>a</p><pre>b  &lt;\n c\n d\n</pre>",
		    "<p>a</p><p>b &lt; <em>c</em><br/> d</p>" },
		{ "<pre> </pre>", "", "" },
	};
	struct buf b = { 0 };

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		want_rich(i, &b, rows[i].s, RICHTEXT_OWN, rows[i].own);
		want_rich(i, &b, rows[i].s, RICHTEXT_HTML, rows[i].outside);
	}
	buf_free(&b);
}

static void
test_put_plain(void **state)
{
	static const struct {
		const char *s, *want;
	} rows[] = {
		{ "<p>a</p><p>b</p>", "a\nb\n" },
		{ "<p>a<br/>b <strong>c</strong><em>d</em></p>", "a\nb cd\n" },
		{ "<ul><li><p>a &amp; b</p></li></ul>", "a & b\n" },
		{ "&lt;b&gt; &quot;&amp;amp;", "<b> \"&amp;" },
		{ "a & b &x;", "a & b &x;" },
		{ "<a href=\"x\">a</a>", "a" },
		{ "", "" },
		{ "<", "" },
		{ "a<b", "a\n" },
		{ "&", "&" },
	};
	struct buf b = { 0 };

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		buf_reset(&b);
		buf_puts(&b, "");
		richtext_put_plain(&b, rows[i].s);
		want_str(i, b.data, rows[i].want);
	}
	richtext_put_plain(&b, NULL);
	buf_free(&b);
}

/* What is wrong with the tree below n; NULL: nothing. */
static const char *
wrong(const xmlNode *n)
{
	static const char allowed[] = " p h3 h4 ul ol li blockquote table tr "
				      "td th pre strong em sub sup br a ";
	char name[40];
	const char *w;

	for (n = n->children; n != NULL; n = n->next) {
		if (n->type == XML_TEXT_NODE)
			continue;
		snprintf(name, sizeof(name), " %s ", (const char *)n->name);
		if (n->type != XML_ELEMENT_NODE ||
		    strstr(allowed, name) == NULL)
			return "not allowed";
		if (n->children == NULL && strcmp(name, " br ") != 0 &&
		    strcmp(name, " td ") != 0 && strcmp(name, " th ") != 0)
			return "empty";
		if (n->properties != NULL && strcmp(name, " a ") != 0 &&
		    strcmp(name, " th ") != 0)
			return "attribute";
		if ((strcmp(name, " li ") == 0) !=
		    (strcmp((const char *)n->parent->name, "ul") == 0 ||
			strcmp((const char *)n->parent->name, "ol") == 0))
			return "item";
		if ((w = wrong(n)) != NULL)
			return w;
	}
	return NULL;
}

/* The output is well-formed XML of the allow-list. */
static void
want_valid(const char *s, const struct buf *out)
{
	struct buf whole = { 0 };
	const char *w = "not well-formed";
	xmlDocPtr doc;

	buf_putf(&whole, "<d>%s</d>", out->len > 0 ? out->data : "");
	doc = xmlReadMemory(whole.data, (int)whole.len, NULL, "UTF-8",
	    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
		XML_PARSE_HUGE);
	if (doc == NULL || (w = wrong(doc->children)) != NULL) {
		print_error("%s:\n in  %.3000s\n out %.3000s\n", w, s,
		    whole.data);
		fail();
	}
	xmlFreeDoc(doc);
	buf_free(&whole);
}

static const char *const pieces[] = { "<p>", "</p>", "<b>", "</b>", "<a href='",
	"https://a", "javascript:", "'>", "</a>", "<ul>", "</ul>", "<li>",
	"</li>", "<table>", "<tr>", "<td>", "</td>", "</tr>", "</table>",
	"<caption>", "<script>", "</script>", "<br>", "<h2>", "</h2>", "<div>",
	"</div>", "a", " ", "&nbsp;", "&#1;", "&lt;", "&", "<", ">", "\"",
	"<!--", "-->", "<![CDATA[", "]]>", "é", "\xf0\x9f\x98\x80",
	"<blockquote>", "<svg>", "<form>", "\n", "\n\n", "- ", "# ", "*", "**",
	"[a](", ")", "`", "\x01", "\x7f", "\xff", "\xed\xa0\x80", "<dl><dt>",
	"<pre>", "</pre>", "<th scope=col>", "<em>", "</em>", "<style>",
	"<title>", "&#x202e;", "<html>", "<body onload=x>", "<frameset>",
	"<a href=\"https://\x01\">", "<sub>" };

/* Any text in any format, clean or not. */
static void
test_fuzz(void **state)
{
	struct buf in = { 0 }, out = { 0 };

	(void)state;
	for (int turn = 0; turn < unit_turns(30000); turn++) {
		unsigned n = unit_random() % 40;

		buf_reset(&in);
		buf_reset(&out);
		buf_puts(&in, "");
		while (n-- > 0)
			buf_puts(&in, pieces[unit_random() % ROWS(pieces)]);
		if (turn % 2)
			str_clean(in.data);
		richtext_put(&out, in.data, (enum richtext)(turn % 4));
		want_valid(in.data, &out);
	}
	buf_free(&in);
	buf_free(&out);
}

/* Depth: each kind many times in itself, then closed or not. */
static void
test_depth(void **state)
{
	static const char *const open[] = { "<b>", "<div>", "<ul><li>", "<p>",
		"<table><tr><td>", "<blockquote>", "<a href='https://a'>",
		"<em>", "<ul>", "<font>", "<h2>", "<dl><dd>" };
	struct buf in = { 0 }, out = { 0 };

	(void)state;
	for (size_t i = 0; i < ROWS(open); i++) {
		for (int n = 10; n < 20000; n = n < 60 ? n + 3 : n * 4) {
			buf_reset(&in);
			buf_reset(&out);
			for (int k = 0; k < n; k++)
				buf_puts(&in, open[i]);
			buf_puts(&in, "mots");
			richtext_put(&out, in.data, RICHTEXT_HTML);
			want_valid("depth", &out);
			if (n < 200 && strstr(out.data, "mots") == NULL)
				want_int(i, n, 0);
		}
	}
	buf_free(&in);
	buf_free(&out);
}

/* The parser gives up past 256 elements in one another: the words stay. */
static void
test_too_deep(void **state)
{
	struct buf in = { 0 }, out = { 0 };

	(void)state;
	buf_puts(&in, "<p>avant</p>");
	for (int i = 0; i < 300; i++)
		buf_puts(&in, "<div>");
	buf_puts(&in, "dedans");
	for (int i = 0; i < 300; i++)
		buf_puts(&in, "</div>");
	buf_puts(&in, "<p>après &amp; loin</p>");
	richtext_put(&out, in.data, RICHTEXT_HTML);
	want_str(0, out.data, "<p>avant<br/>dedans<br/>après &amp; loin</p>");
	buf_free(&in);
	buf_free(&out);
}

/* What is read of a text: some bytes, and some signs of its markup. */
static void
test_length(void **state)
{
	static const struct {
		const char *piece;
		enum richtext format;
		size_t read; /* pieces */
	} rows[] = {
		{ "<b>", RICHTEXT_HTML, RICHTEXT_SIGNS },
		{ "*ab", RICHTEXT_MARKDOWN, RICHTEXT_SIGNS },
		{ "[ab", RICHTEXT_MARKDOWN, RICHTEXT_SIGNS },
		{ "*ab", RICHTEXT_HTML, RICHTEXT_MAX / 3 },
		{ "a\n", RICHTEXT_PLAIN, RICHTEXT_MAX / 2 },
		/* no character is cut */
		{ "\xe2\x82\xac", RICHTEXT_HTML, RICHTEXT_MAX / 3 },
	};
	struct buf in = { 0 };

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		size_t n = strlen(rows[i].piece), length;

		buf_reset(&in);
		buf_puts(&in, rows[i].piece);
		want_int(i, (long)richtext_length(in.data, rows[i].format),
		    (long)n);
		while (in.len < RICHTEXT_MAX + 10)
			buf_puts(&in, rows[i].piece);
		length = richtext_length(in.data, rows[i].format);
		want_int(i, (long)(length / n), (long)rows[i].read);
		want_int(i, (in.data[length] & 0xc0) == 0x80, 0);
	}
	buf_free(&in);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_html),
		cmocka_unit_test(test_contacts),
		cmocka_unit_test(test_nesting),
		cmocka_unit_test(test_too_deep),
		cmocka_unit_test(test_other_formats),
		cmocka_unit_test(test_own),
		cmocka_unit_test(test_put_plain),
		cmocka_unit_test(test_fuzz),
		cmocka_unit_test(test_depth),
		cmocka_unit_test(test_length),
	};

	return cmocka_run_group_tests_name("richtext", tests, NULL, NULL);
}
