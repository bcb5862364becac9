/* test_csv_table.c - tables that an administrator edits. */

#include "table/csv_table.h"
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

static void
test_rows(void **state)
{
	static const char *const columns[] = { "nom", "état", NULL };

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		seen[0] = '\0';
		want_int(i,
		    csv_table_read(rows[i].text, strlen(rows[i].text), columns,
			row, NULL),
		    rows[i].rc);
		want_str(i, seen, rows[i].want);
	}
}

static void
test_utf16(void **state)
{
	static const char *const columns[] = { "a", "b", NULL };
	static const char little[] =
	    "\xff\xfe"
	    "a\0\t\0b\0\r\0\n\0\xe9\0\t\0\xac\x20\r\0\n\0";
	static const char big[] = "\xfe\xff\0a\0;\0b\0\n\0c\0;\0d";

	(void)state;
	seen[0] = '\0';
	want_int(0,
	    csv_table_read(little, sizeof(little) - 1, columns, row, NULL),
	    RC_OK);
	want_int(1, csv_table_read(big, sizeof(big) - 1, columns, row, NULL),
	    RC_OK);
	want_str(2, seen, "2[é|€]2[c|d]");
	/* Cut within a letter. */
	want_int(3, csv_table_read(big, sizeof(big) - 2, columns, row, NULL),
	    RC_BAD_PARAM);
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
		size_t which;

		want_int(i,
		    csv_table_which(firsts[i].text, strlen(firsts[i].text),
			columns, &which),
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
	seen[0] = '\0';
	want_int(0, csv_table_read(text, n, columns, row, NULL), RC_OK);
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
		cmocka_unit_test(test_utf16), cmocka_unit_test(test_which),
		cmocka_unit_test(test_comes_back),
		cmocka_unit_test(test_titles) };

	return cmocka_run_group_tests_name("csv_table", tests, NULL, NULL);
}
