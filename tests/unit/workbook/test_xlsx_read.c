/* test_xlsx_read.c - workbooks as tables: good ones, written by libxlsxwriter, and
 * bad ones, made part by part. */

#include "unit.h"

#include <xlsxwriter.h>
#include <zip.h>

#include "base/buf.h"
#include "base/log.h"
#include "workbook/xlsx_cell.h"
#include "workbook/xlsx_read.h"
#include "workbook/xlsx_sheet.h"

static char *dir;
static char path[256];

/* The table that a workbook becomes; "!" and why when it is refused. */
static char *
table(void)
{
	static struct buf b;
	struct csv_source in = { .file = NULL };
	char block[4096];
	size_t n;

	buf_reset(&b);
	buf_puts(&b, "");
	if (xlsx_read(path, &in) == RC_OK)
		while ((n = csv_source_read(&in, block, sizeof(block))) > 0)
			buf_put(&b, block, n);
	else
		buf_putf(&b, "!%s", log_last());
	csv_source_close(&in);
	return b.data;
}

/* ---- as spreadsheets write them ---- */

static void
test_cells(void **state)
{
	lxw_workbook *book = workbook_new(path);
	lxw_worksheet *sheet = workbook_add_worksheet(book, "Aides");
	lxw_format *day = workbook_add_format(book),
		   *moment = workbook_add_format(book),
		   *rate = workbook_add_format(book),
		   *words = workbook_add_format(book);

	(void)state;
	format_set_num_format(day, "[$-40C]d mmmm yyyy;@");
	format_set_num_format(moment, "dd/mm/yyyy hh:mm");
	format_set_num_format_index(rate, 9);
	format_set_num_format(words, "0\" jour\"");
	worksheet_write_string(sheet, 0, 0, "Une ; \"deux\"\ntrois", NULL);
	worksheet_write_string(sheet, 0, 2, "L’été", NULL);
	worksheet_write_string(sheet, 0, 3, "=1+1", NULL);
	worksheet_write_number(sheet, 2, 0, 46477, day);
	worksheet_write_number(sheet, 2, 1, 46477.4375, moment);
	worksheet_write_number(sheet, 2, 2, 0.8, rate);
	worksheet_write_number(sheet, 2, 3, 12, words);
	worksheet_write_number(sheet, 2, 4, 0.1 + 0.2, NULL);
	worksheet_write_number(sheet, 2, 5, 3e9, NULL);
	worksheet_write_boolean(sheet, 3, 0, 1, NULL);
	worksheet_write_formula_str(sheet, 3, 1, "=A1", NULL, "gardé");
	worksheet_write_formula_num(sheet, 3, 2, "=1+2", NULL, 3);
	worksheet_write_formula_str(sheet, 3, 3, "=NA()", NULL, "#N/A");
	worksheet_merge_range(sheet, 4, 0, 5, 1, "Fondues", NULL);
	worksheet_write_string(sheet, 4, 1, "Couverte", NULL);
	worksheet_write_string(sheet, 5, 0, "Couverte", NULL);
	worksheet_write_string(sheet, 5, 2, "Libre", NULL);
	worksheet_write_string(sheet, 6, 0, "Sous elles", NULL);
	worksheet_write_number(sheet, 7, 0, -3, day);
	worksheet_write_number(sheet, 7, 1, 2958466, day);
	worksheet_write_number(sheet, 7, 2, 60, day);
	worksheet_write_number(sheet, 7, 3, 2958465, day);
	assert_int_equal(workbook_close(book), LXW_NO_ERROR);
	want_str(0, table(),
	    "\"Une ; \"\"deux\"\"\u2028trois\";;L’été;'=1+1\n"
	    "\n"
	    "2027-03-31;2027-03-31T10:30:00;80%;12;0.3;3000000000\n"
	    "true;gardé;3;#N/A\n"
	    "Fondues\n"
	    ";;Libre\n"
	    "Sous elles\n"
	    "'-3;2958466;60;9999-12-31\n");
}

static void
test_hidden(void **state)
{
	lxw_workbook *book = workbook_new(path);
	lxw_worksheet *first = workbook_add_worksheet(book, "Cachée"),
		      *sheet = workbook_add_worksheet(book, "Vue"),
		      *last = workbook_add_worksheet(book, "Listes");
	lxw_row_col_options hidden = { 1, 0, 0 };

	(void)state;
	worksheet_write_string(first, 0, 0, "Ailleurs", NULL);
	worksheet_write_string(last, 0, 0, "Ailleurs", NULL);
	worksheet_hide(first);
	worksheet_activate(sheet);
	worksheet_write_string(sheet, 0, 0, "A", NULL);
	worksheet_write_string(sheet, 0, 1, "B", NULL);
	worksheet_write_string(sheet, 0, 2, "C", NULL);
	worksheet_write_string(sheet, 1, 0, "Cachée", NULL);
	worksheet_write_string(sheet, 2, 2, "c", NULL);
	worksheet_write_string(sheet, 2, 200, "Au-delà", NULL);
	worksheet_write_string(sheet, 2, 16383, "Au bout", NULL);
	worksheet_write_string(sheet, 2, 199, "Dernière", NULL);
	worksheet_set_column_opt(sheet, 1, 1, 8, NULL, &hidden);
	worksheet_set_row_opt(sheet, 1, 15, NULL, &hidden);
	assert_int_equal(workbook_close(book), LXW_NO_ERROR);
	want_int(0, strncmp(table(), "A;;C\n\n;;c;;;;", 13), 0);
	want_str(1, strrchr(table(), ';'), ";Dernière\n");
}

/* ---- made part by part ---- */

struct part {
	const char *name, *text;
};
#define RELS "_rels/.rels"
#define TO_BOOK \
	{ \
		RELS, \
		    "<R><Relationship Id='a' Type='t/officeDocument' " \
		    "Target='xl/workbook.xml'/></R>" \
	}
#define BOOK(more) \
	{ \
		"xl/workbook.xml", \
		    "<workbook xmlns:r='r'>" more \
		    "<sheets><sheet name='S' r:id='b'/></sheets></workbook>" \
	}
#define LINKS \
	{ \
		"xl/_rels/workbook.xml.rels", \
		    "<R><Relationship Id='b' Type='t/worksheet' " \
		    "Target='/xl/s.xml'/><Relationship Id='c' " \
		    "Type='t/sharedStrings' Target='t.xml'/><Relationship Id='d' " \
		    "Type='t/styles' Target='f.xml'/></R>" \
	}
#define SHEET(rows) \
	{ \
		"xl/s.xml", "<s><sheetData>" rows "</sheetData></s>" \
	}
#define WHOLE(rows) TO_BOOK, BOOK(""), LINKS, SHEET(rows)

static zipFile
begin_book(void)
{
	zipFile zip = zipOpen64(path, APPEND_STATUS_CREATE);

	assert_non_null(zip);
	return zip;
}

static void
put_part(zipFile zip, const char *name, const char *text, size_t n)
{
	assert_int_equal(zipOpenNewFileInZip64(zip, name, NULL, NULL, 0, NULL,
			     0, NULL, Z_DEFLATED, 1, 0),
	    ZIP_OK);
	assert_int_equal(zipWriteInFileInZip(zip, text, (unsigned)n), ZIP_OK);
	assert_int_equal(zipCloseFileInZip(zip), ZIP_OK);
}

static const struct {
	struct part part[8];
	const char *want; /* the table; or why not, after "!" */
} books[] = {
	{ { WHOLE(
	      "<row><c t='inlineStr'><is><t>un</t></is></c><c><v>2</v></c>"
	      "</row><row r='3'><c r='B3' t='str'><f>1</f><v>a_x000D__x000A_b"
	      "_x005F_</v></c><c t='e'><v>#N/A</v></c><c/></row>") },
	    "un;2\n\n;a\u2028b_\n" },
	{ { WHOLE("<row><c t='s'><v>1</v></c><c t='s'><v>0</v></c></row>"),
	      { "xl/t.xml",
		  "<sst><si><r><t>un </t></r><r><t>deux</t></r><rPh><t>no</t>"
		  "</rPh></si><si><t>trois</t></si><si/></sst>" } },
	    "trois;un deux\n" },
	/* days from 1904 on */
	{ { TO_BOOK, BOOK("<workbookPr date1904='1'/>"), LINKS,
	      SHEET("<row><c s='1'><v>45015</v></c><c s='0'><v>1</v></c><c "
		    "s='9'><v>1</v></c></row>"),
	      { "xl/f.xml",
		  "<st><numFmts><numFmt numFmtId='164' formatCode='yyyy'/>"
		  "</numFmts><cellStyleXfs><xf numFmtId='9'/></cellStyleXfs>"
		  "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/></cellXfs>"
		  "</st>" } },
	    "2027-03-31;1;1\n" },
	{ { WHOLE("") }, "" },
	{ { WHOLE("<row r='4'/>") }, "\n\n\n\n" },
	/* what is not there, or elsewhere */
	{ { WHOLE("<row><c t='s'><v>0</v></c></row>") },
	    "!cell A1: its text is not in the workbook" },
	{ { WHOLE("<row/><row><c/><c t='s'><v>-1</v></c></row>"),
	      { "xl/t.xml", "<sst><si><t>un</t></si></sst>" } },
	    "!cell B2: its text is not in the workbook" },
	{ { WHOLE("<row><c t='s'><v>99999999999999999999</v></c></row>"),
	      { "xl/t.xml", "<sst><si><t>un</t></si></sst>" } },
	    "!its text is not in the workbook" },
	{ { WHOLE("<row r='2'/><row r='2'/>") }, "!out of their order" },
	{ { WHOLE("<row r='2'/><row r='1'/>") }, "!out of their order" },
	{ { WHOLE("<row r='1048577'/>") }, "!over 1,048,576" },
	{ { WHOLE("<row r='99999999999999999999'/>") }, "!over 1,048,576" },
	{ { WHOLE("<row><c r='B1'/><c r='A1'/></row>") }, "!out of its place" },
	{ { WHOLE("<row><c r='XFE1'/></row>") }, "!out of its place" },
	{ { WHOLE("<row><c r='AAAAAAAAAAAAAAAAAAAAAAAA1'/></row>") },
	    "!out of its place" },
	{ { WHOLE("<row r='2'><c r='A1'/></row>") }, "!out of its place" },
	{ { WHOLE("<row><c r='toi'/></row>") }, "!out of its place" },
	{ { WHOLE("<row><c>") }, "!no well-formed XML" },
	{ { TO_BOOK, BOOK(""), LINKS,
	      { "xl/s.xml",
		  "<!DOCTYPE s [<!ENTITY a 'aaaaaaaaaaaaaaaaaaaaaaa'><!ENTITY b "
		  "'&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c SYSTEM "
		  "'/etc/passwd'>]><s><sheetData><row><c><v>&b;&c;</v></c>"
		  "</row></sheetData></s>" } },
	    "!a part has a document type" },
	{ { WHOLE("<row><c><v>&a;</v></c></row>") }, "!no well-formed XML" },
	/* other packages */
	{ { { "mimetype", "application/vnd.oasis.opendocument.spreadsheet" } },
	    "!it is no workbook of XLSX" },
	{ { TO_BOOK }, "!it is no workbook of XLSX" },
	{ { TO_BOOK, BOOK("") }, "!its first sheet in sight is no table" },
	{ { TO_BOOK, BOOK(""),
	      { "xl/_rels/workbook.xml.rels",
		  "<R><Relationship Id='b' Type='t/worksheet' "
		  "TargetMode='External' Target='http://a.fr/s.xml'/></R>" } },
	    "!its first sheet in sight is no table" },
	/* relations that lead back: none is followed twice */
	{ { { RELS,
	      "<R><Relationship Id='a' Type='t/officeDocument' "
	      "Target='_rels/.rels'/></R>" } },
	    "!it is no workbook of XLSX" },
	{ { TO_BOOK, BOOK(""),
	      { "xl/_rels/workbook.xml.rels",
		  "<R><Relationship Id='b' Type='t/worksheet' "
		  "Target='workbook.xml'/><Relationship Id='c' "
		  "Type='t/sharedStrings' Target='_rels/workbook.xml.rels'/>"
		  "</R>" } },
	    "" },
};

static void
test_parts(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROWS(books); i++) {
		zipFile zip = begin_book();
		const char *want = books[i].want, *got;

		for (const struct part *p = books[i].part; p->name != NULL; p++)
			put_part(zip, p->name, p->text, strlen(p->text));
		zipClose(zip, NULL);
		got = table();
		if (*want != '!')
			want_str(i, got, want);
		else if (*got != '!' || strstr(got, want + 1) == NULL)
			want_str(i, got, want);
	}
}

/* ---- what is too much ---- */

static const struct part whole[] = { TO_BOOK, BOOK(""), LINKS };

static zipFile
begin_whole(void)
{
	zipFile zip = begin_book();

	for (size_t i = 0; i < ROWS(whole); i++)
		put_part(zip, whole[i].name, whole[i].text,
		    strlen(whole[i].text));
	return zip;
}

/* A part of n times the same text between two others. */
static void
put_times(zipFile zip, const char *name, const char *before, const char *text,
    unsigned n, const char *after)
{
	struct buf b = { 0 };

	for (unsigned i = 0; i < n && i < 1000; i++)
		buf_puts(&b, text);
	assert_int_equal(zipOpenNewFileInZip64(zip, name, NULL, NULL, 0, NULL,
			     0, NULL, Z_DEFLATED, 1, 0),
	    ZIP_OK);
	zipWriteInFileInZip(zip, before, (unsigned)strlen(before));
	for (unsigned i = 0; i < n; i += 1000)
		zipWriteInFileInZip(zip, b.data, (unsigned)b.len);
	zipWriteInFileInZip(zip, after, (unsigned)strlen(after));
	zipCloseFileInZip(zip);
	buf_free(&b);
}

#define OPEN "<s><sheetData>"
#define CLOSE "</sheetData></s>"

static void
want_refused(int row, const char *why)
{
	const char *got = table();

	if (*got != '!' || strstr(got, why) == NULL)
		want_str(row, got, why);
}

static void
test_too_much(void **state)
{
	char blanks[1025] = { 0 }, name[400];
	zipFile zip;

	(void)state;
	memset(blanks, ' ', sizeof(blanks) - 1);
	/* a bomb: half a megabyte that would be 600 MB */
	zip = begin_whole();
	put_times(zip, "xl/s.xml", "<s>", blanks, 600000, "</s>");
	zipClose(zip, NULL);
	want_refused(0, "unpacked it would be over 512 MB");
	/* one text, told again and again */
	memset(blanks, 'a', sizeof(blanks) - 1);
	zip = begin_whole();
	put_times(zip, "xl/t.xml", "<sst><si><t>", blanks, 4000,
	    "</t></si></sst>");
	put_times(zip, "xl/s.xml", OPEN, "<row><c t='s'><v>0</v></c></row>",
	    1000, CLOSE);
	zipClose(zip, NULL);
	want_refused(1, "its rows are over 512 MB");
	zip = begin_whole();
	put_times(zip, "xl/t.xml", "<sst><si><t>", blanks, 4000,
	    "</t></si></sst>");
	put_times(zip, "xl/s.xml", OPEN "<row>", "<c t='s'><v>0</v></c>", 1000,
	    "</row>" CLOSE);
	zipClose(zip, NULL);
	want_refused(2, "cell C1: a row is over 8 MB");
	/* a million columns, of a tag, a part's name, parts */
	zip = begin_whole();
	put_times(zip, "xl/s.xml", OPEN "<row>", "<c><v>1</v></c>", 1000000,
	    "</row>" CLOSE);
	zipClose(zip, NULL);
	want_refused(3, "out of its place");
	zip = begin_whole();
	put_times(zip, "xl/s.xml", "<s ", "a='1' ", 1000, ">" CLOSE);
	zipClose(zip, NULL);
	want_refused(4, "over 100 attributes");
	zip = begin_whole();
	put_times(zip, "xl/s.xml", "", "<a>", 100000, "");
	zipClose(zip, NULL);
	want_refused(5, "elements are over 32 deep");
	memset(name, 'a', sizeof(name) - 1);
	name[sizeof(name) - 1] = '\0';
	zip = begin_whole();
	put_part(zip, name, "", 0);
	zipClose(zip, NULL);
	want_refused(6, "a name in it is over 255 bytes");
	zip = begin_whole();
	for (int i = 0; i < 2000; i++)
		put_part(zip, "a", "", 0);
	zipClose(zip, NULL);
	want_refused(7, "it has over 2,000 parts");
	zip = begin_whole();
	put_times(zip, "xl/s.xml", "<s>", "<mergeCell ref='A1:B2'/>", 70000,
	    "</s>");
	zipClose(zip, NULL);
	want_refused(8, "over 65,536 merged cells");
	zip = begin_whole();
	put_times(zip, "xl/f.xml", "<s><cellXfs>", "<xf/>", 70000,
	    "</cellXfs></s>");
	zipClose(zip, NULL);
	want_refused(9, "over 65,536 styles");
}

/* ---- what is damaged ---- */

/* The bytes of a good workbook: n of them. */
static char *
good_bytes(size_t *n)
{
	zipFile zip = begin_whole();
	struct buf b = { 0 };

	put_times(zip, "xl/s.xml", OPEN, "<row><c><v>1234</v></c></row>", 2000,
	    CLOSE);
	zipClose(zip, NULL);
	assert_null(buf_put_file(&b, path));
	*n = b.len;
	return b.data;
}

static void
write_bytes(const char *bytes, size_t n)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	fwrite(bytes, 1, n, f);
	fclose(f);
}

/* One text of 4 MB, which cells that are not seen share: it is not read for each
 * of them. */
static void
test_unseen(void **state)
{
	char letters[1025] = { 0 };
	zipFile zip = begin_whole();
	clock_t begun;

	(void)state;
	memset(letters, 'a', sizeof(letters) - 1);
	put_times(zip, "xl/t.xml", "<sst><si><t>vu</t></si><si><t>", letters,
	    4000, "</t></si></sst>");
	put_times(zip, "xl/s.xml", OPEN "<row><c t='s'><v>0</v></c></row>",
	    "<row hidden='1'><c t='s'><v>1</v></c></row>", 100000, CLOSE);
	zipClose(zip, NULL);
	begun = clock();
	want_int(0, strncmp(table(), "vu\n\n", 4), 0);
	want_int(1, (clock() - begun) / CLOCKS_PER_SEC < 20, 1);
}

static void
test_damaged(void **state)
{
	size_t n;
	char *bytes = good_bytes(&n), *end;

	(void)state;
	want_int(0, *table() != '!', 1);
	for (size_t cut = 4; cut < n; cut += 97) {
		write_bytes(bytes, cut);
		want_refused((int)cut, "cannot be read");
	}
	/* a byte more or less: refused, or the same table but for it */
	for (size_t i = 0; i < n; i += 7) {
		bytes[i] ^= 0x40;
		write_bytes(bytes, n);
		table();
		bytes[i] ^= 0x40;
	}
	/* a password: the bit of the last part in the list at the end */
	end = memmem(bytes, n, "PK\x01\x02", 4);
	assert_non_null(end);
	end[8] |= 1;
	write_bytes(bytes, n);
	want_refused(-1, "a password protects it");
	free(bytes);
	write_bytes("PK\x03\x04", 4);
	want_refused(-2, "cut short");
}

static void
test_names(void **state)
{
	static const struct {
		const char *name;
		unsigned column;
		unsigned long row; /* 0: none */
	} rows[] = { { "A1", 0, 1 }, { "Z9", 25, 9 }, { "AA10", 26, 10 },
		{ "XFD1048576", 16383, 1048576 }, { "XFE1", 0, 0 },
		{ "A0", 0, 0 }, { "A1048577", 0, 0 }, { "1", 0, 0 },
		{ "A", 0, 0 }, { "", 0, 0 }, { "a1", 0, 0 }, { "A1x", 0, 0 } };
	char letters[XLSX_LETTERS];

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++) {
		unsigned column;
		unsigned long row;
		bool is = xlsx_cell_read(rows[i].name, &column, &row);

		want_int(i, is, rows[i].row > 0);
		if (!is)
			continue;
		want_int(i, column, rows[i].column);
		want_int(i, row, rows[i].row);
		xlsx_column_name(column, letters);
		want_int(i,
		    strncmp(rows[i].name, letters, strlen(letters)) == 0 &&
			strlen(letters) == strcspn(rows[i].name, "0123456789"),
		    1);
	}
}

static void
test_formats(void **state)
{
	static const struct {
		const char *format;
		enum xlsx_kind kind;
	} rows[] = { { "General", XLSX_NUMBER }, { "0.00", XLSX_NUMBER },
		{ "dd/mm/yyyy", XLSX_DAY }, { "jj/mm/aaaa", XLSX_DAY },
		{ "[$-40C]d mmm yyyy;@", XLSX_DAY }, { "0%", XLSX_PERCENT },
		{ "0\" jours\"", XLSX_NUMBER }, { "[Red]0", XLSX_NUMBER },
		{ "0\\d", XLSX_NUMBER }, { "hh:mm", XLSX_NUMBER },
		{ "_-* # ##0 [$\xe2\x82\xac-40C]", XLSX_NUMBER }, { "", 0 } };

	(void)state;
	for (size_t i = 0; i < ROWS(rows); i++)
		want_int(i, xlsx_format_kind(rows[i].format), rows[i].kind);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_cells),
		cmocka_unit_test(test_hidden), cmocka_unit_test(test_parts),
		cmocka_unit_test(test_too_much), cmocka_unit_test(test_unseen),
		cmocka_unit_test(test_damaged), cmocka_unit_test(test_names),
		cmocka_unit_test(test_formats) };
	int failed;

	dir = unit_folder();
	snprintf(path, sizeof(path), "%s/a.xlsx", dir);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	unit_remove(dir);
	return failed;
}
