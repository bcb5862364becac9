/* test_svg.c - drawings from outside, reduced. */

#include "files/svg.h"
#include "unit.h"

#define SVG "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\""
#define XLINK " xmlns:xlink=\"http://www.w3.org/1999/xlink\""
#define PATH "<path d=\"M0 0h9v9z\"/>"

static const struct {
	const char *s;
	enum svg_end end;
	const char *inner;   /* of the root, as it is kept; NULL: all of s */
	const char *removed; /* "": nothing */
} rows[] = {
	{ SVG ">" PATH "</svg>", SVG_GOOD, PATH, "" },
	{ SVG "><script>alert(1)</script>" PATH "</svg>", SVG_GOOD, PATH,
	    "script" },
	{ SVG "><SCRIPT/>" PATH "</svg>", SVG_GOOD, PATH, "SCRIPT" },
	{ SVG " onload=\"a()\">" PATH "</svg>", SVG_GOOD, PATH, "onload" },
	{ SVG "><style>a{fill:url(https://x/)}</style>" PATH "</svg>", SVG_GOOD,
	    PATH, "style" },
	{ SVG "><path style=\"fill:url(//x)\" d=\"M0 0h9v9z\"/></svg>",
	    SVG_GOOD, PATH, "style" },
	{ SVG "><path fill=\"url(https://x/#a)\" d=\"M0 0h9v9z\"/></svg>",
	    SVG_GOOD, PATH, "fill" },
	{ SVG "><path fill=\"UrL( '#a')\" d=\"M0 0h9v9z\"/></svg>", SVG_GOOD,
	    PATH, "fill" },
	{ SVG "><path fill=\"u\\72l(//x)\" d=\"M0 0h9v9z\"/></svg>", SVG_GOOD,
	    PATH, "fill" },
	{ SVG "><path fill=\"url(#a)\" d=\"M0\"/></svg>", SVG_GOOD,
	    "<path fill=\"url(#a)\" d=\"M0\"/>", "" },
	{ SVG "><image href=\"https://x/a.png\"/>" PATH "</svg>", SVG_GOOD,
	    PATH, "image" },
	{ SVG XLINK "><linearGradient xlink:href=\"https://x/a.svg#b\"/>"
		    "<rect/></svg>",
	    SVG_GOOD, "<linearGradient/><rect/>", "href" },
	{ SVG XLINK "><linearGradient xlink:href=\"#b\"/><rect/></svg>",
	    SVG_GOOD, "<linearGradient href=\"#b\"/><rect/>", "" },
	{ SVG "><linearGradient href=\"data:image/svg+xml,x#b\"/><rect/></svg>",
	    SVG_GOOD, "<linearGradient/><rect/>", "href" },
	/* what draws another again could draw it without end */
	{ SVG "><use href=\"#b\"/><rect/></svg>", SVG_GOOD, "<rect/>", "use" },
	{ SVG "><a href=\"https://x/\">" PATH "</a>" PATH "</svg>", SVG_GOOD,
	    PATH, "a" },
	{ SVG "><foreignObject><p>a</p></foreignObject>" PATH "</svg>",
	    SVG_GOOD, PATH, "foreignObject" },
	{ SVG "><animate attributeName=\"href\"/>" PATH "</svg>", SVG_GOOD,
	    PATH, "animate" },
	{ SVG "><x:g xmlns:x=\"urn:x\">" PATH "</x:g>" PATH "</svg>", SVG_GOOD,
	    PATH, "g" },
	{ SVG "><!-- a -->" PATH "<?b c?></svg>", SVG_GOOD, PATH, "" },
	{ "<!DOCTYPE svg SYSTEM \"https://x/svg.dtd\">" SVG ">" PATH "</svg>",
	    SVG_GOOD, PATH, "DOCTYPE" },
	{ "<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" SVG
	  "><text>&a;</text></svg>",
	    SVG_BROKEN, NULL, "" },
	{ SVG "><text>a &amp; b &lt;script></text></svg>", SVG_GOOD,
	    "<text>a &amp; b &lt;script&gt;</text>", "" },
	{ SVG "></svg>", SVG_EMPTY, NULL, "" },
	{ SVG "><script/></svg>", SVG_EMPTY, NULL, "script" },
	{ "<svg xmlns=\"http://www.w3.org/2000/svg\">" PATH "</svg>", SVG_EMPTY,
	    NULL, "" },
	{ SVG ">" PATH, SVG_BROKEN, NULL, "" },
	{ "<svg>" PATH "</svg>", SVG_OTHER, NULL, "svg" },
	{ "<html><p>a</p></html>", SVG_OTHER, NULL, "" },
	{ "<a", SVG_OTHER, NULL, "" },
};

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct buf kept = { 0 }, removed = { 0 }, again = { 0 };
		char want[400];

		want_int(i,
		    svg_reduce(rows[i].s, strlen(rows[i].s), &kept, &removed),
		    rows[i].end);
		want_str(i, removed.len > 0 ? removed.data : "",
		    rows[i].removed);
		snprintf(want, sizeof(want),
		    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" SVG
		    ">%s</svg>\n",
		    rows[i].inner != NULL ? rows[i].inner : "");
		if (rows[i].end == SVG_GOOD) {
			want_str(i, kept.data, want);
			want_int(i,
			    svg_reduce(kept.data, kept.len, &again, &removed),
			    SVG_GOOD);
			want_str(i, again.data, kept.data);
		} else {
			want_int(i, kept.len, 0);
		}
		buf_free(&kept);
		buf_free(&removed);
		buf_free(&again);
	}
}

/* A thousand groups within each other, a tag of many attributes. */
static void
test_large(void **state)
{
	struct buf b = { 0 }, kept = { 0 }, removed = { 0 };

	(void)state;
	buf_puts(&b, SVG ">" PATH);
	for (int i = 0; i < 100; i++)
		buf_puts(&b, "<g>");
	buf_puts(&b, "<path/>");
	for (int i = 0; i < 100; i++)
		buf_puts(&b, "</g>");
	buf_puts(&b, "</svg>");
	want_int(0, svg_reduce(b.data, b.len, &kept, &removed), SVG_GOOD);
	want_str(0, removed.data, "g");
	buf_reset(&b);
	buf_puts(&b, SVG);
	for (int i = 0; i < 20000; i++)
		buf_putf(&b, " a%d=\"\"", i);
	buf_puts(&b, ">" PATH "</svg>");
	want_int(1, svg_reduce(b.data, b.len, &kept, &removed), SVG_BROKEN);
	buf_free(&b);
	buf_free(&kept);
	buf_free(&removed);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_large),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
