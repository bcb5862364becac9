/* test_feed_table.c - a table of aids, however its bytes come. */

#include "base/build.h"
#include "feed/feed_table.h"
#include "unit.h"

static struct feed_shapes *shapes;

/* Each row's first field, or the line of one that is lost and what stands
 * there, and how many rows there are. */
struct taken {
	char said[200];
	unsigned long n, from; /* from: the first line that is told */
};

static enum rc
take(void *arg, const struct feed_item *item)
{
	struct taken *t = arg;
	char *to = t->said + strlen(t->said);
	size_t room = item->line >= t->from
	    ? sizeof(t->said) - (size_t)(to - t->said)
	    : 0;
	const char *a = json_string_value(json_object_get(item->value, "a"));

	assert_int_equal(item->ordinal, ++t->n);
	if (item->value != NULL && room > strlen(a) + 10)
		sprintf(to, "%lu[%s]", item->line, a);
	else if (item->value == NULL && room > 40)
		sprintf(to, "%lu!%.9s!", item->line, item->text);
	return RC_OK;
}

static enum rc
read_table(const char *s, size_t n, size_t piece, struct taken *t)
{
	struct csv_source in;
	struct csv_text text;
	enum rc rc;

	t->said[0] = '\0';
	t->n = 0;
	csv_source_bytes(&in, s, n);
	in.most = piece;
	if ((rc = csv_text_open(&text, &in)) == RC_OK)
		rc = feed_table_read(&text, "test", false, shapes, take, t);
	csv_text_free(&text);
	return rc;
}

static const size_t pieces[] = { 0, 1, 2, 3, 7 };

/* Pieces of the file cut a letter, a mark of the encoding, CR LF, quotation
 * marks and fields: the rows are the same. */
static void
test_pieces(void **state)
{
	static const struct {
		const char *text;
		size_t n;
		enum rc rc;
		const char *want;
	} tables[] = {
#define TEXT(s) (s), sizeof(s) - 1
		{ TEXT("a;b\r\n\"x\r\n\"\"y\"\"\";z\r\n;\r\né;\r\n"), RC_OK,
		    "2[x\r\n\"y\"]5[é]" },
		{ TEXT("\xef\xbb\xbftitre\n\nsep;\na\tb\n1\t\"2\n\"\n3\t4"),
		    RC_OK, "5[1]7[3]" },
		{ TEXT("sep=,\r\na,b\r\n1,2\r\n"), RC_OK, "2[1]" },
		{ TEXT("a;b\r1;\"2\r\"\r3;4\r"), RC_OK, "1[1]1[3]" },
		{ TEXT("a;b;c;d\r\n1;x;\"y;z\r\n2;x;y;z\r\n3;\"x\n\";y;z\r\n"),
		    RC_OK, "2!1;x;\"y;z\r!3[2]4[3]" },
		{ TEXT("a;b;c;d\n1;\"x\n\";\"y;z\n2;x;y;z\n"), RC_OK,
		    "3!1;\"x\n\";\"y!4[2]" },
		{ TEXT("a;b\n\xe9\x80;x\n\x1a\x1a"), RC_OK, "2[é€]" },
		{ TEXT("a;b\nx\x0b\xc3\xa9;x\n"), RC_OK, "2[x é]" },
		{ TEXT("\xff\xfe"
		       "a\0;\0b\0\n\0=\xd8\0\xde;\0\"\0\r\0\n\0\"\0\r\0\n\0"),
		    RC_OK, "2[😀]" },
		{ TEXT("\xfe\xff\0a\0;\0b\0\n\xd8=\xde\0\0;\0x"), RC_OK,
		    "2[😀]" },
		{ TEXT("\xfe\xff\0a\0;\0b\0\n\0x\0;\xd8="), RC_BAD_PARAM, "" },
		{ TEXT("a;b\n\xc3\xa9\xc3\xa9;\xe9\n"), RC_BAD_PARAM, "" },
		{ TEXT("a;b\nx;\0\n"), RC_BAD_PARAM, "" },
#undef TEXT
	};

	(void)state;
	for (size_t i = 0; i < ROWS(tables); i++)
		for (size_t k = 0; k < ROWS(pieces); k++) {
			struct taken t = { .from = 0 };

			want_int(i,
			    read_table(tables[i].text, tables[i].n, pieces[k],
				&t),
			    tables[i].rc);
			want_str(i, t.said, tables[i].want);
		}
}

/* Far from the titles, with which the first lines come to hand: rows of two
 * lines, then one that took the next. */
static void
test_many_pieces(void **state)
{
	struct buf text = { 0 };

	(void)state;
	buf_puts(&text, "a;b;c;d\r\n");
	for (int i = 0; i < 1000; i++)
		buf_puts(&text, ";\"x\r\ny\";é;z\r\n");
	buf_puts(&text, ";x;\"\r\n1;x;y;\"z\"\r\n2;x;y;z");
	for (size_t k = 0; k < ROWS(pieces); k++) {
		struct taken t = { .from = 2002 };

		want_int(k, read_table(text.data, text.len, pieces[k], &t),
		    RC_OK);
		want_int(k, t.n, 1003);
		want_str(k, t.said, "2002!;x;\"\r\n!2003[1]2004[2]");
	}
	buf_free(&text);
}

/* What fills a table with lines, over and over. */
static char *
filled(const char *head, const char *fill, size_t n, const char *tail)
{
	size_t before = strlen(head), one = strlen(fill), all = n / one * one;
	char *s = malloc(before + all + strlen(tail) + 1);

	assert_non_null(s);
	memcpy(s, head, before);
	for (size_t i = 0; i < all; i += one)
		memcpy(s + before + i, fill, one);
	strcpy(s + before + all, tail);
	return s;
}

/* A row is bounded, not the table: one that is too long is lost, the next ones
 * are read. */
static void
test_long_rows(void **state)
{
	enum { MB = 1 << 20 };
#define TEN "yyyyyyyyyy"
	static const struct {
		const char *head, *fill;
		size_t n;
		const char *tail, *want;
		unsigned long rows;
	} tables[] = {
		/* A quotation mark took the rest of the table. */
		{ "a;b;c;d\n1;x;\"y;z\n",
		    "2;x;" TEN TEN TEN TEN TEN "yyyyyyy;z\n", 9 * MB, "",
		    "2!1;x;\"y;z\n!3[2]", 9 * MB / 64 + 1 },
		/* A line without end, in quotation marks or not. */
		{ "a;b\n1;\"", "x", 9 * MB, "\"\n2;y\n", "2!1;\"xxxxxx!3[2]",
		    2 },
		{ "a;b\n1;", "x", 20 * MB, "\n2;y\n", "2!1;xxxxxxx!3[2]", 2 },
		{ "a;b\n1;\"\"", ";", 9 * MB, "\r2;y\n", "2!1;\"\";;;;;!2[2]",
		    2 },
		{ "a;b\n1;", "x", 9 * MB, "", "2!1;xxxxxxx!", 1 },
		/* A text of lines, the last of which opens another. */
		{ "a;b\n1;\"", "\n", 9 * MB, "\"\n2;y\n",
		    "2!1;\"\n!9437186!\"\n!9437187[2]", 3 },
		/* As long as a row may be. */
		{ "a;b\n1;\"", "x", 8 * MB - 5, "\"\n2;y\n", "2[1]3[2]", 2 },
	};
#undef TEN

	(void)state;
	for (size_t i = 0; i < ROWS(tables); i++) {
		char *s;
		struct taken t = { .from = 0 };

		if (!unit_has_turn(i, build_id))
			continue;
		s = filled(tables[i].head, tables[i].fill, tables[i].n,
		    tables[i].tail);
		want_int(i, read_table(s, strlen(s), 0, &t), RC_OK);
		t.said[strlen(tables[i].want)] = '\0';
		want_str(i, t.said, tables[i].want);
		want_int(i, t.n, tables[i].rows);
		free(s);
	}
}

static int
begin(void **state)
{
	static const char table[] = "forme;champ;chemin;devient\n"
				    "x;si;a, b;\nx;name;a;\nx;slug;b;\n"
				    "x;y;c;\nx;z;d;\n";

	(void)state;
	shapes = feed_shapes_read(table, sizeof(table) - 1);
	return shapes == NULL;
}

static int
end(void **state)
{
	(void)state;
	feed_shapes_free(shapes);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_pieces),
		cmocka_unit_test(test_many_pieces),
		cmocka_unit_test(test_long_rows) };

	return cmocka_run_group_tests_name("feed_table", tests, begin, end);
}
