/* test_csv_table.c - tables that an administrator edits. */

#include "table/csv_table.h"
#include "table/csv_text.h"
#include "table/csv_titles.h"
#include "unit.h"

static char seen[400];

static enum rc
row(void *arg, char **field, unsigned long line)
{
	(void)arg;
	snprintf(seen + strlen(seen), sizeof(seen) - strlen(seen), "%lu[%s|%s]",
	    line, field[0], field[1]);
	return strcmp(field[0], "stop") == 0 ? RC_FAIL : RC_OK;
}

static const struct {
	const char *text;
	enum rc rc;
	const char *want;
} rows[] = {
	{ "nom;état\n", RC_OK, "" },
	{ "nom;état\na;b\n", RC_OK, "2[a|b]" },
	{ "Nom;Etat\r\n a ; b \r\n\"c;d\";\"e \"\"f\"\"\"\r\n", RC_OK,
	    "2[a|b]3[c;d|e \"f\"]" },
	{ "\xef\xbb\xbfnom;état\na;b", RC_OK, "2[a|b]" },
	{ "nom;état\na;\n", RC_OK, "2[a|]" },
	{ "nom;état\n\"a\nb\";c\n", RC_OK, "2[a\nb|c]" },
	{ "nom;état\nstop;x\na;b\n", RC_FAIL, "2[stop|x]" },
	{ "nom;autre\na;b\n", RC_BAD_PARAM, "" },
	{ "nom|état\na|b\n", RC_BAD_PARAM, "" },
	{ "nom;état\na\n", RC_BAD_PARAM, "" },
	{ "nom;état\na;b;c\n", RC_BAD_PARAM, "" },
	{ "nom;état\na;\"b\n", RC_BAD_PARAM, "" },
	/* Other separators, as the first line has them or says them. */
	{ "nom,état\na,b\n", RC_OK, "2[a|b]" },
	{ "nom\tétat\n a \tb\n\tc\n", RC_OK, "2[a|b]3[|c]" },
	{ "sep=;\nnom;état\na;b\n", RC_OK, "2[a|b]" },
	{ "\xef\xbb\xbfSEP=,\r\nnom,état\r\na,b\r\n", RC_OK, "2[a|b]" },
	{ "sep=\t\nnom\tétat\na\tb;c\n", RC_OK, "2[a|b;c]" },
	{ "sep=|\nnom|état\na|b\n", RC_BAD_PARAM, "" },
	/* What turns the direction of a text. */
	{ "nom;état\n\u202ea\u2069;b\n", RC_OK, "2[a|b]" },
	/* Empty columns and lines. */
	{ "nom;état;;\na;b;;\nc;d; ;\n", RC_OK, "2[a|b]3[c|d]" },
	{ "nom;état\na;b;\n;;\n;\n", RC_OK, "2[a|b]" },
	{ ";;\nnom;état;\na;b;\n", RC_OK, "3[a|b]" },
	{ "nom;état;;;;;;;;;;;;;;;;;;;\na;b;;;;;;;;;;;;;;;;;;;\n", RC_OK,
	    "2[a|b]" },
	{ "nom;état;;;;;;;;;;;;;;;;;;;\na;b;;;;;;;;;;;;;;;;;;;c\n",
	    RC_BAD_PARAM, "" },
	{ "nom;état;\na;b;c\n", RC_BAD_PARAM, "" },
	{ "nom;état;autre\na;b;\n", RC_BAD_PARAM, "" },
	/* A line that lost a field, or has one more: the others are taken. */
	{ "nom;état\na\nb;c\nd;e;f\n", RC_OK, "3[b|c]" },
	/* What stands before the names of the columns, and after the end. */
	{ "\"sep=;\"\nnom;état\na;b\n", RC_OK, "2[a|b]" },
	{ "\"sep=,\",,\r\nnom,état\r\na,b\r\n", RC_OK, "2[a|b]" },
	{ "\n\nnom;état\n\na;b\n", RC_OK, "5[a|b]" },
	{ "Noms, et états\n;\nnom;état\na;b\n", RC_OK, "4[a|b]" },
	{ "État, au 1er\n;\nÉTAT;NOM\n", RC_BAD_PARAM, "" },
	{ "Les noms; états\n\n_NOM ,\"E-tat\"\na,b\n", RC_OK, "4[a|b]" },
	{ "\"nom\"\t\"état\"\r\"a\r;\"\tb\rc\td", RC_OK, "2[a\r;|b]3[c|d]" },
	{ "nom;état\na;b\n\x1a", RC_OK, "2[a|b]" },
	{ "titre\na;b\n", RC_BAD_PARAM, "" },
	/* Other encodings. */
	{ "nom;\xe9tat\nn\xba 1 \x80;\x8cuvre \x93"
	  "d\x92\xe9t\xe9\x94\n",
	    RC_OK, "2[nº 1 €|Œuvre “d’été”]" },
	{ "nom;etat\na;\xff\n", RC_OK, "2[a|ÿ]" },
	{ "\xef\xbb\xbfnom;état\na;\xff\n", RC_BAD_PARAM, "" },
	{ "nom;état\na;\xff\n", RC_BAD_PARAM, "" },
	{ "nom;etat\na;\x81\n", RC_BAD_PARAM, "" },
	{ "PK\x03\x04\xff\xfe;\x01\n", RC_BAD_PARAM, "" },
	/* The apostrophe before a formula. */
	{ "nom;état\n'=1;''=1\n'a;'\n", RC_OK, "2[=1|'=1]3['a|']" },
};

/* How many bytes each reading gives: all, and pieces that cut a letter, a mark,
 * CR LF and a field. */
static const size_t pieces[] = { 0, 1, 2, 3, 7 };

static enum rc
read_table(const char *text, size_t n, size_t piece, const char *const *columns)
{
	struct csv_source in;

	csv_source_bytes(&in, text, n);
	in.most = piece;
	seen[0] = '\0';
	return csv_table_read(&in, columns, row, NULL);
}

static void
test_rows(void **state)
{
	static const char *const columns[] = { "nom", "état", NULL };

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++)
		for (size_t k = 0; k < ROWS(pieces); k++) {
			want_int(i,
			    read_table(rows[i].text, strlen(rows[i].text),
				pieces[k], columns),
			    rows[i].rc);
			want_str(i, seen, rows[i].want);
		}
}

/* U+1F600 is a pair of surrogates in UTF-16: no piece and no end cuts it. */
static void
test_utf16(void **state)
{
	static const char *const columns[] = { "a", "b", NULL };
	static const struct {
		const char *text;
		size_t n;
		enum rc rc;
		const char *want;
	} texts[] = {
#define TEXT(s) (s), sizeof(s) - 1
		{ TEXT("\xff\xfe"
		       "a\0\t\0b\0\r\0\n\0\xe9\0\t\0\xac\x20\r\0\n\0"),
		    RC_OK, "2[é|€]" },
		{ TEXT("\xfe\xff\0a\0;\0b\0\n\0c\0;\0d"), RC_OK, "2[c|d]" },
		{ TEXT("\xff\xfe"
		       "a\0;\0b\0\n\0=\xd8\0\xde;\0\"\0\r\0\n\0x\0\"\0"),
		    RC_OK, "2[😀|x]" },
		{ TEXT("\xfe\xff\0a\0;\0b\0\n\xd8=\xde\0\0;\0x"), RC_OK,
		    "2[😀|x]" },
		/* Cut within a letter, and within a pair. */
		{ TEXT("\xfe\xff\0a\0;\0b\0\n\0c\0;\0"), RC_BAD_PARAM, "" },
		{ TEXT("\xfe\xff\0a\0;\0b\0\n\0c\0;\xd8="), RC_BAD_PARAM, "" },
		{ TEXT("\xff\xfe"
		       "a\0;\0b\0\n\0c\0;\0=\xd8\0"),
		    RC_BAD_PARAM, "" },
#undef TEXT
	};

	(void)state;
	for (size_t i = 0; i < ROWS(texts); i++)
		for (size_t k = 0; k < ROWS(pieces); k++) {
			want_int(i,
			    read_table(texts[i].text, texts[i].n, pieces[k],
				columns),
			    texts[i].rc);
			want_str(i, seen, texts[i].want);
		}
}

/* A row of n bytes, and another: one that is too long is no row of a table. */
static void
test_long_row(void **state)
{
	static const char *const columns[] = { "nom", "état", NULL };
	static const struct {
		size_t n;
		const char *row;
		enum rc rc;
	} long_rows[] = { { CSV_ROW_MAX, "\"\n", RC_OK },
		{ CSV_ROW_MAX + 1, "\"\n", RC_BAD_PARAM },
		{ CSV_ROW_MAX + 1, "\n\n", RC_BAD_PARAM } };

	(void)state;
	for (size_t i = 0; i < ROWS(long_rows); i++) {
		const char *head = "nom;état\n", *tail = "a;b\n";
		size_t at = strlen(head), n = long_rows[i].n;
		char *s = malloc(at + n + strlen(tail));

		assert_non_null(s);
		memset(s, '\n', at + n);
		memcpy(s, head, at);
		memcpy(s + at, "a;\"", 3);
		memcpy(s + at + n - 2, long_rows[i].row, 2);
		memcpy(s + at + n, tail, strlen(tail));
		want_int(i, read_table(s, at + n + strlen(tail), 0, columns),
		    long_rows[i].rc);
		want_str(i, seen,
		    long_rows[i].rc == RC_OK ? "2[a|]3[a|b]" : "");
		free(s);
	}
}

/* Far from the titles, with which the first lines come to hand, a line comes as
 * its bytes do. */
static enum rc
count_row(void *arg, char **field, unsigned long line)
{
	unsigned long *n = arg;

	want_int(*n, line, *n + 2);
	want_str(*n, field[0], "x\r\ny");
	want_str(*n, field[1], "é");
	++*n;
	return RC_OK;
}

static void
test_many_rows(void **state)
{
	static const char *const columns[] = { "nom", "état", NULL };
	static const char one[] = "\"x\r\ny\";é\r\n";
	struct buf text = { 0 };

	(void)state;
	buf_puts(&text, "nom;état\r\n");
	for (int i = 0; i < 3000; i++)
		buf_puts(&text, one);
	for (size_t k = 0; k < ROWS(pieces); k++) {
		struct csv_source in;
		unsigned long n = 0;

		csv_source_bytes(&in, text.data, text.len);
		in.most = pieces[k];
		want_int(k, csv_table_read(&in, columns, count_row, &n), RC_OK);
		want_int(k, n, 3000);
	}
	buf_free(&text);
}

/* What cannot go back, such as a pipe, is read all the same. */
static void
test_pipe(void **state)
{
	static const char *const columns[] = { "nom", "état", NULL };
	static const char text[] = "nom;\xe9tat\na;b\n";
	struct csv_source in;
	char path[40];
	int ends[2];
	size_t which;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	snprintf(path, sizeof(path), "/dev/fd/%d", ends[0]);
	assert_true(csv_source_open(&in, path));
	assert_int_equal(write(ends[1], text, sizeof(text) - 1),
	    sizeof(text) - 1);
	close(ends[1]);
	seen[0] = '\0';
	want_int(0, csv_table_which(&in, columns, &which), RC_OK);
	want_int(1, csv_table_read(&in, columns, row, NULL), RC_OK);
	want_str(2, seen, "2[a|b]");
	csv_source_close(&in);
	close(ends[0]);
}

static void
test_which(void **state)
{
	static const char *const columns[] = { "nom", "état", "numéro d'aide",
		NULL };
	static const struct {
		const char *text;
		enum rc rc;
		size_t which;
	} firsts[] = {
		{ "état;b\n", RC_OK, 1 },
		{ "\xc9TAT;b", RC_OK, 1 },
		{ "\"nom\";\"b\"", RC_OK, 0 },
		{ "sep=;\nEtat;b", RC_OK, 1 },
		{ "\"sep=;\";;\nEtat;b", RC_OK, 1 },
		{ "Titre, 2023\n\nEtat;b", RC_OK, 1 },
		{ "Titre; 2023\n\n\" E_TAT\",b", RC_OK, 1 },
		{ "N° d’aide;b", RC_OK, 2 },
		{ "nº d'aide;b", RC_OK, 2 },
		{ "N d'aide;b", RC_NOT_FOUND, 3 },
		{ "états;b", RC_OK, 1 },
		{ "étale;b", RC_NOT_FOUND, 3 },
		{ "", RC_NOT_FOUND, 3 },
		{ "PK\x03\x04", RC_BAD_PARAM, 0 },
	};

	(void)state;
	for (size_t i = 0; i < ROWS(firsts); i++) {
		struct csv_source in;
		size_t which;

		csv_source_bytes(&in, firsts[i].text, strlen(firsts[i].text));
		want_int(i, csv_table_which(&in, columns, &which),
		    firsts[i].rc);
		want_int(i, which, firsts[i].which);
	}
}

/* What is written comes back, whatever it holds. */
static void
test_comes_back(void **state)
{
	static const char *const columns[] = { "nom", "état", NULL };
	static const char *const fields[][2] = { { "=1+1", "'=1" },
		{ "''-x", "'" }, { "a;b,c\td", "\"é\"" }, { "x\ny", "@" },
		{ "＝1", "\xc2\xa0+1" } };
	static const char begin[] = "\xef\xbb\xbfnom;état\n'=1+1;''=1\n";
	char *text = NULL, want[400] = "";
	size_t n;
	FILE *f = open_memstream(&text, &n);

	(void)state;
	csv_table_begin(f, columns, 2);
	for (size_t i = 0; i < ROWS(fields); i++) {
		csv_table_write(f, fields[i], 2);
		snprintf(want + strlen(want), sizeof(want) - strlen(want),
		    "%zu[%s|%s]", i + 2, fields[i][0], fields[i][1]);
	}
	fclose(f);
	assert_memory_equal(text, begin, sizeof(begin) - 1);
	want_int(0, read_table(text, n, 0, columns), RC_OK);
	want_str(0, seen, want);
	free(text);
}

/* One title, however people type it; and others. */
static void
test_titles(void **state)
{
	static const struct {
		const char *title, *want;
	} titles[] = {
		{ "Types d’aide", "typedaide" },
		{ "Type d'aides", "typedaide" },
		{ " TYPE D AIDE(S)\u00a0", "typedaide" },
		{ "type_d-aide", "typedaide" },
		{ "Thème(s)", "theme" },
		{ "Lieux des eaux", "lieudeeau" },
		{ "N°", "numero" },
		{ "nos prix", "noprix" },
		{ "s", "" },
		{ "ux", "ux" },
		{ "", "" },
	};
	char folded[CSV_TITLE_MAX];

	(void)state;
	for (size_t i = 0; i < ROWS(titles); i++)
		want_str(i,
		    csv_title_fold(folded, sizeof(folded), titles[i].title),
		    titles[i].want);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows),
		cmocka_unit_test(test_utf16), cmocka_unit_test(test_long_row),
		cmocka_unit_test(test_many_rows), cmocka_unit_test(test_pipe),
		cmocka_unit_test(test_which), cmocka_unit_test(test_comes_back),
		cmocka_unit_test(test_titles) };

	return cmocka_run_group_tests_name("csv_table", tests, NULL, NULL);
}
