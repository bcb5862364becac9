/* test_rows.c - rows to XML. */

#include "db/rows.h"
#include "unit.h"
#include "xml/xml.h"

enum { COLUMNS = 4, LINES = 3 };

/* A cell: NULL, "#12" an integer, or text. */
static const struct row {
	const char *row, *list, *under;
	const char *names[COLUMNS];
	const char *cells[LINES][COLUMNS];
	int lines;
	const char *want; /* what <page> then holds */
} rows[] = {
	/* places of the element */
	{ "aid", "aids", NULL, { "@id", "name" },
	    { { "#1", "a" }, { "#2", "b" } }, 2,
	    "<aids><aid id=\"1\"><name>a</name></aid>"
	    "<aid id=\"2\"><name>b</name></aid></aids>" },
	{ "aid", "aids", NULL, { "@id" }, { { 0 } }, 0, "<aids/>" },
	{ "aid", NULL, NULL, { "@id" }, { { "#1" }, { "#2" } }, 2,
	    "<aid id=\"1\"/><aid id=\"2\"/>" },
	{ "aid", NULL, NULL, { "@id" }, { { 0 } }, 0, "" },
	{ NULL, NULL, NULL, { "@id" }, { { "#1" } }, 1, "<row id=\"1\"/>" },
	/* forms of columns */
	{ "a", NULL, NULL, { "." }, { { "text" } }, 1, "<a>text</a>" },
	{ "a", NULL, NULL, { ".", "@x" }, { { "#-5", "y" } }, 1,
	    "<a x=\"y\">-5</a>" },
	{ "a", NULL, NULL, { "p/@code", "p" }, { { "79", "Sèvres" } }, 1,
	    "<a><p code=\"79\">Sèvres</p></a>" },
	{ "a", NULL, NULL, { "p", "p/@code", "p/@id" }, { { "S", "79", "#3" } },
	    1, "<a><p code=\"79\" id=\"3\">S</p></a>" },
	{ "a", NULL, NULL, { "b", "b" }, { { "1", "2" } }, 1,
	    "<a><b>1</b><b>2</b></a>" },
	{ "a", NULL, NULL, { "card|raw" }, { { "<b>x</b>&amp;" } }, 1,
	    "<a><card><b>x</b>&amp;</card></a>" },
	{ "a", NULL, NULL, { ".|raw" }, { { "<b/>" } }, 1, "<a><b/></a>" },
	{ "a", NULL, NULL, { "b", "@c" }, { { "<&>\"'", "<&>\"'" } }, 1,
	    "<a c=\"&lt;&amp;&gt;&quot;'\"><b>&lt;&amp;&gt;\"'</b></a>" },
	{ "a", NULL, NULL, { "b", "@c" }, { { "", "" } }, 1,
	    "<a c=\"\"><b/></a>" },
	{ "a", NULL, NULL, { "b" }, { { "é\x01\xff" } }, 1,
	    "<a><b>é?"
	    "?</b></a>" },
	{ "a", NULL, NULL, { "name()", "@x", "." },
	    { { "b", "1", "t" }, { "c", NULL, NULL }, { NULL, "2", "u" } }, 3,
	    "<b x=\"1\">t</b><c/><a x=\"2\">u</a>" },
	/* NULL is an absent node */
	{ "a", NULL, NULL, { "@x", "b", "c/@d", "." }, { { NULL } }, 1,
	    "<a/>" },
	{ "a", NULL, NULL, { "c/@d", "c/@e", "c" }, { { NULL, "1", NULL } }, 1,
	    "<a><c e=\"1\"/></a>" },
	{ "a", NULL, NULL, { "c/@d", "c" }, { { NULL, "t" } }, 1,
	    "<a><c>t</c></a>" },
};

/* Fills *res, in the pool, by the cells of a row of a table. */
static void
fill(struct pool *pool, const struct row *r, struct result *res)
{
	*res = (struct result){ .rows = (unsigned)r->lines };
	while (res->columns < COLUMNS && r->names[res->columns] != NULL)
		res->columns++;
	res->names = r->names;
	res->row = pool_take(pool, LINES * sizeof(*res->row));
	for (int l = 0; l < r->lines; l++) {
		res->row[l] = pool_take(pool, COLUMNS * sizeof(struct value));
		for (unsigned c = 0; c < res->columns; c++) {
			struct value *v = &res->row[l][c];
			const char *s = r->cells[l][c];

			if (s == NULL)
				continue;
			if (s[0] == '#')
				*v = (struct value){ VALUE_INT, atoll(s + 1),
					NULL, 0 };
			else
				*v = (struct value){ VALUE_TEXT, 0, s,
					strlen(s) };
		}
	}
}

static xmlNodePtr
append(struct pool *pool, xmlNodePtr parent, const struct row *r)
{
	struct query q = { .name = "test",
		.row = r->row,
		.list = r->list,
		.under = r->under };
	struct result res;

	fill(pool, r, &res);
	return rows_append(parent, &q, &res);
}

/* What the page holds, without its own tags. */
static void
want_page(size_t row, xmlDocPtr doc, const char *want)
{
	xmlBufferPtr b = xmlBufferCreate();
	char got[2000] = "";

	for (xmlNodePtr n = doc->children->children; n != NULL; n = n->next) {
		xmlBufferEmpty(b);
		xmlNodeDump(b, doc, n, 0, 0);
		strncat(got, (const char *)xmlBufferContent(b),
		    sizeof(got) - strlen(got) - 1);
	}
	want_str(row, got, want);
	xmlBufferFree(b);
}

static void
test_append(void **state)
{
	struct pool *pool = pool_new();

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		xmlDocPtr doc = xml_page(pool, "test");
		xmlNodePtr root = doc->children, made;

		made = append(pool, root, &rows[i]);
		want_page(i, doc, rows[i].want);
		assert_ptr_equal(made, root->last != NULL ? root->last : root);
		pool_reset(pool);
	}
	pool_free(pool);
}

/* Rows that go under those of the first one. */
static const struct row aids = { "aid", "aids", NULL, { "@id" },
	{ { "#30" }, { "#10" }, { "#20" } }, 3, NULL };
static const struct row under_rows[] = {
	{ "b", NULL, "aid", { "^", "." },
	    { { "#10", "x" }, { "#30", "y" }, { "#10", "z" } }, 3,
	    "<aids><aid id=\"30\"><b>y</b></aid>"
	    "<aid id=\"10\"><b>x</b><b>z</b></aid><aid id=\"20\"/></aids>" },
	{ "b", NULL, "aid", { "@k", "^" },
	    { { "1", "20" }, { "2", "99" }, { "3", NULL } }, 3,
	    "<aids><aid id=\"30\"/><aid id=\"10\"/>"
	    "<aid id=\"20\"><b k=\"1\"/></aid></aids>" },
	{ "self", NULL, "aid", { "^", "name", "@rank" },
	    { { "#20", "n", "#1" }, { "#30", NULL, "#2" } }, 2,
	    "<aids><aid id=\"30\" "
	    "rank=\"2\"/><aid id=\"10\"/><aid id=\"20\" rank=\"1\"><name>n"
	    "</name></aid></aids>" },
	{ "b", NULL, "other", { "^", "." }, { { "#10", "x" } }, 1,
	    "<aids><aid id=\"30\"/><aid id=\"10\"/><aid id=\"20\"/></aids>" },
	{ "b", NULL, "aid", { "." }, { { "x" } }, 1,
	    "<aids><aid id=\"30\"/><aid id=\"10\"/><aid id=\"20\"/></aids>" },
};

static void
test_under(void **state)
{
	struct pool *pool = pool_new();

	(void)state;
	for (size_t i = 0; i < ROWS(under_rows); i++) {
		xmlDocPtr doc = xml_page(pool, "test");

		append(pool, doc->children, &aids);
		append(pool, doc->children, &under_rows[i]);
		want_page(i, doc, under_rows[i].want);
	}
	pool_free(pool);
}

/* More parents than a first table holds, all found again. */
static void
test_many_parents(void **state)
{
	struct pool *pool = pool_new();
	xmlDocPtr doc = xml_page(pool, "test");
	xmlNodePtr a;
	char id[12];

	(void)state;
	for (int i = 0; i < 200; i++)
		xml_set_int(xml_add(doc->children, "aid"), "id",
		    (i * 77) % 200);
	for (int i = 0; i < 200; i++) {
		struct row r = { "b", NULL, "aid", { "^", "." }, { { 0 } }, 1,
			NULL };

		snprintf(id, sizeof(id), "%d", i);
		r.cells[0][0] = r.cells[0][1] = id;
		append(pool, doc->children, &r);
	}
	for (a = doc->children->children; a != NULL; a = a->next) {
		assert_non_null(a->children);
		assert_ptr_equal(a->children, a->last);
		want_str(0, (char *)a->children->children->content,
		    (char *)a->properties->children->content);
	}
	pool_free(pool);
}

static void
test_fields(void **state)
{
	static const struct {
		struct value v;
		const char *text;
		long long i;
	} field_rows[] = {
		{ { VALUE_NULL, 0, NULL, 0 }, NULL, -7 },
		{ { VALUE_INT, 0, NULL, 0 }, "0", 0 },
		{ { VALUE_INT, -12, NULL, 0 }, "-12", -12 },
		{ { VALUE_TEXT, 0, "abc", 3 }, "abc", 0 },
		{ { VALUE_TEXT, 0, "12", 2 }, "12", 12 },
		{ { VALUE_TEXT, 0, "", 0 }, "", 0 },
	};
	struct pool *pool = pool_new();

	(void)state;
	for (size_t i = 0; i < ROWS(field_rows); i++) {
		want_str(i, rows_text(pool, &field_rows[i].v),
		    field_rows[i].text);
		want_int(i, rows_int(&field_rows[i].v, -7), field_rows[i].i);
	}
	pool_free(pool);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_append),
		cmocka_unit_test(test_under),
		cmocka_unit_test(test_many_parents),
		cmocka_unit_test(test_fields),
	};

	return cmocka_run_group_tests_name("rows", tests, NULL, NULL);
}
