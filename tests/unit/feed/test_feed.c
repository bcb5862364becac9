/* test_feed.c - a file of aids: its shapes, and how it breaks. */

#include <zlib.h>

#include "feed/feed.h"
#include "unit.h"

enum { MB = 1 << 20 };

static char *dir;
/* A table of two shapes whose keys fold alike, and differ. */
static const char shape_table[] = "forme;champ;chemin;devient\n"
				  "x;liste;aides;\n"
				  "x;si;nom, Date d'été;\n"
				  "x;name;nom;\n"
				  "x;a;Date d'été;\n"
				  "y;si;Nom, Lien;\n"
				  "y;name;Nom;\n"
				  "y;slug;\"\"\"https://x\"\" + Lien/\";\n"
				  "y;note;b.c;\n"
				  "z;si;a, b;\n"
				  "z;x;c;\n"
				  "z;y;d;\n";
static struct feed_shapes *shapes;

#define TEN ".\n.\n.\n.\n.\n.\n.\n.\n.\n.\n"

/* A file, and the ids of what it gives; "!" when it stops on the way. */
static const struct {
	const char *text;
	enum rc rc;
	const char *ids;
} rows[] = {
	{ "[{\"id\":1},{\"id\":2}]", RC_OK, "1 2 " },
	{ "[]", RC_OK, "" },
	{ "\n\n [\n{\"id\":1},\n\n{\"id\":2}\n]\n", RC_OK, "1 2 " },
	{ "{\"results\":[{\"id\":1},{\"id\":2}],\"next\":null}", RC_OK,
	    "1 2 " },
	{ "{\n \"count\": 1,\n \"results\": [\n  {\"id\":7}\n ]\n}", RC_OK,
	    "7 " },
	{ "{\"results\":[]}", RC_OK, "" },
	{ "{\"id\":1}\n{\"id\":2}\n", RC_OK, "1 2 " },
	{ "{\"id\":1}\r\n\r\n{\"id\":2}", RC_OK, "1 2 " },
	{ "{\"id\":1}", RC_OK, "1 " },
	{ "{\n\"id\":1\n}", RC_OK, "1 " },
	{ "{\"results\":[{\"id\":1}]}\n{\"results\":[{\"id\":2}]}\n", RC_OK,
	    "1 2 " },
	{ "[{\"id\":1,\"name\":\"\\u00e9\\n\"}]", RC_OK, "1 " },
	/* a byte order mark; brackets and marks within texts; values of an aid
	 * that are named "results" */
	{ "\xef\xbb\xbf[{\"id\":1}]", RC_OK, "1 " },
	{ "\xef\xbb\xbf{\"id\":1}\n", RC_OK, "1 " },
	{ "[{\"id\":1,\"a\":\"]}\\\"[\"},{\"id\":2}]", RC_OK, "1 2 " },
	{ "[{\"id\":1,\"results\":[3]}]", RC_OK, "1 " },
	{ "{\"id\":1,\"a\":{\"results\":[3]}}", RC_OK, "1 " },
	{ "{\"id\":1,\"a\":\"results\"}", RC_OK, "1 " },
	{ "[{\"id\":1}]\n[{\"id\":2}]", RC_OK, "1 2 " },
	/* a line that is no object is given all the same, but the first */
	{ "{\"id\":1}\n12\n{\"id\":2}", RC_OK, "1 0 2 " },
	/* not of a shape */
	{ "", RC_BAD_PARAM, "" },
	{ " \n\n", RC_BAD_PARAM, "" },
	{ "null", RC_BAD_PARAM, "" },
	{ "12", RC_BAD_PARAM, "" },
	{ "\"[]\"", RC_BAD_PARAM, "" },
	{ "{\"results\":{}}", RC_BAD_PARAM, "" },
	{ "{\"results\":null}", RC_BAD_PARAM, "" },
	{ "<html>", RC_BAD_PARAM, "" },
	{ "not a table\nnor JSON\n", RC_BAD_PARAM, "" },
	/* a list under another key */
	{ "{\"n\":2,\"aides\":[{\"id\":1},{\"id\":2}]}", RC_OK, "1 2 " },
	{ "{\"aides\":null}", RC_BAD_PARAM, "" },
	/* tables: separators, quotation marks, empty lines and cells */
	{ "id;name\n1;a\n", RC_OK, "0 " },
	{ "\xef\xbb\xbfn,name\r\n1,\"a, b\"\r\n,\r\n2,c\r\n", RC_OK, "0 0 " },
	{ "n\tname\n1\ta \"b\" c", RC_OK, "0 " },
	{ "sep=;\nn;name\n1;\"a\n;b\"\n", RC_OK, "0 " },
	/* a quotation mark that never ends, or that of another row ends */
	{ "n;name\n1;\"a\n", RC_OK, "0 " },
	{ "id;a;b;c\n1;\"x;y;z\n2;x;y;z\n3;x;\"y\";z\n4;x;y;z\n", RC_OK,
	    "0 0 0 0 " },
	{ "n;name\n1;\x0b\xe9\n", RC_OK, "0 " },
	/* cut short or broken */
	{ "[{\"id\":1},{\"id\":2}", RC_BAD_PARAM, "1 2 " },
	{ "[{\"id\":1},{\"id\":", RC_BAD_PARAM, "1 " },
	{ "{\"results\":[{\"id\":1}]", RC_BAD_PARAM, "1 " },
	{ "[{\"id\":1} {\"id\":2}]", RC_BAD_PARAM, "1 " },
	{ "[{\"id\":1}],", RC_BAD_PARAM, "1 " },
	{ "{\"results\":[{\"id\":1}]]", RC_BAD_PARAM, "1 " },
	{ "{\"id\":1}\n{\"id\":2", RC_BAD_PARAM, "1 " },
	{ "[{\"id\":1}] x", RC_BAD_PARAM, "1 " },
	/* a value that is missing is given as none */
	{ "[,]", RC_OK, "0 0 " },
	{ "{\"results\":[,{\"id\":1}]}", RC_OK, "0 1 " },
	{ "[{\"id\":1},,{\"id\":2}]", RC_OK, "1 0 2 " },
	{ "[{\"id\":1},]", RC_OK, "1 0 " },
	/* an object that is not JSON is given as none */
	{ "[{\"id\":1,\"id\":2},{\"id\":3}]", RC_OK, "2 3 " },
	{ "[{\"id\":1,\"name\":\"\xe9\"}]", RC_OK, "1 " },
	{ "[{\"id\":1,\"name\":\"\\u0000\"}]", RC_OK, "1 " },
	{ "{\"id\":1,\"name\":\"\\ud800\"}\n{\"id\":2}", RC_OK, "0 2 " },
	{ "{\"id\":1,\"id\":2}", RC_OK, "2 " },
	/* a record of a line that cannot be read is given as none, and the next
	 * lines are read: more behind it, a bracket too few, a quotation mark
	 * too few, no JSON at all, first, in the midst and last */
	{ "{\"id\":1}\n{\"id\":2}}\n", RC_OK, "1 2 0 " },
	{ "{\"id\":1}\nnot, json\n{\"id\":2}\n", RC_OK, "1 0 2 " },
	{ "no record\n{\"id\":1}\n", RC_OK, "0 1 " },
	{ "{\"id\":1}\nlast", RC_OK, "1 0 " },
	{ "{\"id\":1,\n{\"id\":2}\n{\"id\":3}\n", RC_OK, "0 2 3 " },
	{ "{\"id\":1,\"a\":\"x\n{\"id\":2,\"a\":\"y\"}\n{\"id\":3}\n", RC_OK,
	    "0 2 3 " },
	{ "{\"id\":1}\n{\"id\":2,\"a\":[{\"b\":1},\n{\"id\":3}\n{\"id\":4}",
	    RC_OK, "1 0 3 4 " },
	{ "{\"id\":1}\n{\"id\":2,\"a\":\n{\"id\":3}\n{\"id\":4}\n", RC_OK,
	    "1 0 3 4 " },
	{ "{\"id\":1}\n{\"id\":2,\"a\":[\n{\"id\":3}\n", RC_OK, "1 0 3 " },
	{ "{\"id\":1}}}\n]\n{\"id\":2}\n", RC_OK, "1 0 0 2 " },
	{ "{\"id\":1},\n{\"id\":2},\n", RC_OK, "1 2 " },
	/* braces that begin a line within a record that is whole */
	{ "{\n\"id\":1,\n\"a\":\n{\n\"b\":[\n{\"c\":2},\n{\"c\":3}\n]\n}\n}\n"
	  "{\"id\":2}\n",
	    RC_OK, "1 2 " },
	/* what takes them may stop */
	{ "[{\"id\":1},{\"id\":99},{\"id\":2}]", RC_UNAVAILABLE, "1 99 " },
	{ "{\"id\":1}\n{\"id\":99}\n{\"id\":2}\n", RC_UNAVAILABLE, "1 99 " },
};

struct taken {
	char ids[200];
	unsigned long n;
};

static enum rc
take(void *arg, const struct feed_item *item)
{
	struct taken *t = arg;
	long long id = json_integer_value(json_object_get(item->value, "id"));
	size_t n = strlen(t->ids);

	assert_int_equal(item->ordinal, ++t->n);
	assert_true((item->value == NULL) == (item->why != NULL));
	if (n < sizeof(t->ids) - 30)
		sprintf(t->ids + n, "%lld ", id);
	return id == 99 ? RC_UNAVAILABLE : RC_OK;
}

/* Writes n bytes as gzip; level 0: as they are. */
static const char *
put(const char *s, size_t n, int level)
{
	const char *path = unit_file(dir, "feed", s, level ? 0 : n);
	char mode[8];
	gzFile f;

	if (level == 0)
		return path;
	snprintf(mode, sizeof(mode), "wb%d", level);
	assert_non_null(f = gzopen(path, mode));
	assert_int_equal(gzwrite(f, s, (unsigned)n), n);
	assert_int_equal(gzclose(f), Z_OK);
	return path;
}

/* Rows of a table, and the lines of those that are lost. */
static enum rc
take_row(void *arg, const struct feed_item *item)
{
	char *s = arg;

	if (item->value == NULL)
		sprintf(s + strlen(s), "%lu! ", item->line);
	else
		sprintf(s + strlen(s), "%s ",
		    json_string_value(json_object_get(item->value, "a")));
	return RC_OK;
}

/* A quotation mark that never ends loses its row alone: it is said where it
 * opened, within a cell of several lines too; a text of several lines with
 * separators is one. */
static void
test_quotes(void **state)
{
	static const char *const tables[][2] = {
		{ "a;b;c;d\n1;x;\"y;z\n2;x;y;z\n3;x;y;z\n", "2! 2 3 " },
		{ "a;b;c;d\n1;x;\"y;z\n2;x;y;z\n3;x;\"y\";z\n4;x;y;z\n",
		    "2! 2 3 4 " },
		{ "a;b;c;d\n1;\"x\nx\";\"y;z\n2;x;y;z\n", "3! 2 " },
		{ "a;b;c;d\n1;x;\"y;z\n2;\"x\nx\";y;z\n", "2! 2 " },
		{ "a;b;c;d\n1;x;y;z\n2;x;y;\"z\n", "1 3! " },
		{ "a;b;c;d\n1;\"x;x\nx\n;;\";y;z\n2;x;y;z\n", "1 2 " },
		{ "a;b\n1;\"x\ny;z\"\n2;x\n", "1 2 " },
	};

	(void)state;
	for (size_t i = 0; i < ROWS(tables); i++) {
		char got[100] = "";

		want_int(i,
		    feed_read(put(tables[i][0], strlen(tables[i][0]), 0),
			shapes, take_row, got),
		    RC_OK);
		want_str(i, got, tables[i][1]);
	}
}

/* The keys of each row of a table, and the line of one that is lost; "!": the
 * table is refused. */
static enum rc
take_keys(void *arg, const struct feed_item *item)
{
	char *s = arg;
	const char *key;
	json_t *v;

	if (item->value == NULL)
		sprintf(s + strlen(s), "%lu! ", item->line);
	json_object_foreach(item->value, key, v)
	    sprintf(s + strlen(s), "%s=%s ", key, json_string_value(v));
	return RC_OK;
}

/* Titles as spreadsheets and people leave them: the shape whose keys are all
 * there tells what they are, and what nothing reads is left out. */
static void
test_titles(void **state)
{
	static const char *const tables[][2] = {
		/* AT's keys, however they are typed */
		{ "id;name\n1;a\n", "id=1 name=a " },
		{ "\xef\xbb\xbf ID ;Name\n1;a\n", "id=1 name=a " },
		{ "id;Perimeter code;IS-LIVE;Date\u00a0created\n1;2;3;4\n",
		    "id=1 perimeter_code=2 is_live=3 date_created=4 " },
		{ "id;PerimeterCode\n1;2\n", "id=1 perimeter_code=2 " },
		/* the separator is that of the titles */
		{ "Aides ; ville, 2026\n\nid,name\n1,a;b\n", "id=1 name=a;b " },
		{ "sep=,\nid;name\n1;a,b\n", "id=1 name=a,b " },
		{ "id\tname\n1\ta;b\n", "id=1 name=a;b " },
		{ "\"id\",\"name\"\n1,\"a;b\"\n", "id=1 name=a;b " },
		/* a title of several lines; titles of the same word above; an
		 * unended quotation mark above; lines count from the top */
		{ "id;\"submission\ndeadline\";name\n1;2;a\n",
		    "id=1 submission_deadline=2 name=a " },
		{ "Contact;\nid;name;contact;url\n1;a;b;\"c\n", "3! " },
		{ "\"Liste\r\n;;\r\nid;name\r\n1;a\r\n", "id=1 name=a " },
		/* what fold alike in two shapes, and in none whole */
		{ "NOM;DATE D’ETE\na;b\n", "nom=a Date d'été=b " },
		{ "nom;date_d'ete\na;b\n", "nom=a Date d'été=b " },
		{ "nom;lien;B;Date\n1;2;3;4\n", "Nom=1 Lien=2 b=3 " },
		{ "Nom;Sujet;Date\n1;2;3\n", "!" },
		/* a plural is its singular */
		{ "id;Names;Financer\n1;a;f\n", "id=1 name=a financers=f " },
		{ "noms;Liens;B\n1;2;3\n", "Nom=1 Lien=2 b=3 " },
		/* two of one key: the last that is filled */
		{ "id;Name;NAME\n1;a;b\n2;a;\n3;;b\n4\n",
		    "id=1 name=b id=2 name=a id=3 name=b id=4 name= " },
		/* empty lines count; a cell without a title is one */
		{ "\n\n;;;\nid;name;url;contact\n1;2;\"\n4;5;6;7\n",
		    "5! id=4 name=5 url=6 contact=7 " },
		{ "\tid\tname\n.\t1\t2\n", "id=1 name=2 " },
		/* no title at all, and one too low */
		{ "Sujet;Date\n1;2\n", "!" },
		{ "1;2\n3;4\n", "!" },
		{ TEN ".\n.\n.\n.\n.\n.\n.\n.\n.\nid;name\n1;2\n",
		    "id=1 name=2 " },
		{ TEN TEN "id;name\n1;2\n", "!" },
	};

	(void)state;
	for (size_t i = 0; i < ROWS(tables); i++) {
		char got[200] = "";

		if (feed_read(put(tables[i][0], strlen(tables[i][0]), 0),
			shapes, take_keys, got) == RC_BAD_PARAM)
			strcat(got, "!");
		want_str(i, got, tables[i][1]);
	}
}

/* Plain and gzip are read alike. */
static void
test_shapes(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		for (int level = 0; level < 2; level++) {
			struct taken t = { "", 0 };

			want_int(i,
			    feed_read(put(rows[i].text, strlen(rows[i].text),
					  level),
				shapes, take, &t),
			    rows[i].rc);
			want_str(i, t.ids, rows[i].ids);
		}
	}
}

/* A gzip file cut anywhere is never taken for a whole one. */
static void
test_truncated(void **state)
{
	char text[4000] = "", packed[4000], path[1000];
	size_t n;
	FILE *f;

	(void)state;
	for (int i = 0; i < 98; i++)
		sprintf(text + strlen(text), "{\"id\":%d,\"x\":%u}\n", i,
		    unit_random());
	snprintf(path, sizeof(path), "%s", put(text, strlen(text), 6));
	assert_non_null(f = fopen(path, "re"));
	n = fread(packed, 1, sizeof(packed), f);
	fclose(f);
	for (size_t k = 1; k <= n; k++) {
		struct taken t = { "", 0 };

		want_int(k,
		    feed_read(unit_file(dir, "feed", packed, k), shapes, take,
			&t),
		    k == n ? RC_OK : RC_BAD_PARAM);
	}
	/* and a byte that changed is seen by its sum */
	for (size_t k = 20; k < n; k += 13) {
		struct taken t = { "", 0 };

		packed[k] ^= 0x20;
		want_int(k,
		    feed_read(unit_file(dir, "feed", packed, n), shapes, take,
			&t),
		    RC_BAD_PARAM);
		packed[k] ^= 0x20;
	}
}

/* A NUL byte is no text, wherever it stands: of a record of a line, that one is
 * not taken. */
static void
test_nul(void **state)
{
	static const struct {
		const char *s;
		size_t n;
		enum rc rc;
		const char *ids;
	} nul_rows[] = { { "\0", 1, RC_BAD_PARAM, "" },
		{ "\0[]", 3, RC_BAD_PARAM, "" },
		{ "[{\"id\":1}]\0", 11, RC_BAD_PARAM, "1 " },
		{ "[{\"id\":1},\0\n{\"id\":2}]", 20, RC_BAD_PARAM, "1 " },
		{ "{\"id\":1,\0}", 10, RC_BAD_PARAM, "" },
		{ "{\"id\":1}\n\0\n", 11, RC_OK, "1 0 " },
		{ "{\"id\":1}\0 junk\n", 15, RC_OK, "1 0 " },
		{ "{\"id\":1}\n{\"id\0\":2}\n{\"id\":3}\n", 28, RC_OK,
		    "1 0 3 " } };

	(void)state;
	for (size_t i = 0; i < ROWS(nul_rows); i++) {
		struct taken t = { "", 0 };

		want_int(i,
		    feed_read(put(nul_rows[i].s, nul_rows[i].n, 0), shapes,
			take, &t),
		    nul_rows[i].rc);
		want_str(i, t.ids, nul_rows[i].ids);
	}
}

/* One aid whose line has n bytes, and another. */
static char *
long_line(size_t n)
{
	char *s = malloc(n + 10);

	assert_non_null(s);
	memset(s, 'x', n);
	memcpy(s, "{\"id\":1,\"x\":\"", 13);
	memcpy(s + n - 3, "\"}\n{\"id\":2}", 12);
	return s;
}

/* One that is too long is not taken; the next is. */
static void
test_long_line(void **state)
{
	static const struct {
		size_t n;
		const char *ids;
	} long_rows[] = { { 70000, "1 2 " }, { 8 * MB + 1, "1 2 " },
		{ 8 * MB + 2, "0 2 " }, { 40 * MB, "0 2 " } };

	(void)state;
	for (size_t i = 0; i < ROWS(long_rows); i++) {
		char *s = long_line(long_rows[i].n);
		struct taken t = { "", 0 };

		want_int(i,
		    feed_read(put(s, long_rows[i].n + 8, 1), shapes, take, &t),
		    RC_OK);
		want_str(i, t.ids, long_rows[i].ids);
		free(s);
	}
}

static void
test_no_file(void **state)
{
	char path[400];
	struct taken t = { "", 0 };

	(void)state;
	snprintf(path, sizeof(path), "%s/none", dir);
	assert_int_equal(feed_read(path, shapes, take, &t), RC_BAD_PARAM);
	assert_int_equal(feed_read(dir, shapes, take, &t), RC_BAD_PARAM);
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
		cmocka_unit_test(test_shapes),
		cmocka_unit_test(test_quotes),
		cmocka_unit_test(test_titles),
		cmocka_unit_test(test_truncated),
		cmocka_unit_test(test_nul),
		cmocka_unit_test(test_long_line),
		cmocka_unit_test(test_no_file),
	};

	return cmocka_run_group_tests_name("feed", tests, begin, end);
}
