/* xlsx.c - a workbook of a table. */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <xlsxwriter.h>

#include "base/log.h"
#include "table/csv_rows.h"
#include "workbook/xlsx.h"

/* Excel's own limits: bytes of a cell are fewer than its signs. */
enum {
	MAX_CELL = 32767,
	MAX_WIDTH = 40,
	MAX_COLUMNS = 64,
	MAX_HELD = 8 << 20 /* bytes of a table that the library holds */
};

struct workbook {
	lxw_workbook *book;
	lxw_worksheet *sheet;
	lxw_format *title, *day;
	lxw_row_t row;
	lxw_col_t column;
	int width[MAX_COLUMNS]; /* of the longest cell, in signs */
	struct buf cell;
};

/* ---- cells ---- */

/* "2027-03-03". */
static bool
is_day(const char *s, lxw_datetime *day)
{
	int n = 0;

	*day = (lxw_datetime){ 0 };
	return sscanf(s, "%4d-%2d-%2d%n", &day->year, &day->month, &day->day,
		   &n) == 3 &&
	    n == 10 && s[n] == '\0' && day->year >= 1900;
}

static bool
is_number(const char *s, double *number)
{
	char *end;

	*number = strtod(s, &end);
	return end != s && *end == '\0';
}

/* How wide a cell is, roughly: its signs. */
static void
widen(struct workbook *w, const char *s)
{
	int n = 0;

	for (; *s != '\0'; s++)
		n += ((unsigned char)*s & 0xc0) != 0x80;
	if (w->column < MAX_COLUMNS && n > w->width[w->column])
		w->width[w->column] = n;
}

static void
put_cell(struct workbook *w, bool quoted)
{
	char *s = w->cell.data;
	lxw_datetime day;
	double number;

	if (w->cell.len == 0)
		return;
	widen(w, s);
	csv_field_plain(s);
	if (w->row == 0)
		worksheet_write_string(w->sheet, 0, w->column, s, w->title);
	else if (!quoted && is_day(s, &day))
		worksheet_write_datetime(w->sheet, w->row, w->column, &day,
		    w->day);
	else if (!quoted && is_number(s, &number))
		worksheet_write_number(w->sheet, w->row, w->column, number,
		    NULL);
	else
		worksheet_write_string(w->sheet, w->row, w->column, s, NULL);
}

/* ---- the table ---- */

/* Reads the next cell, of our own CSV; the sign that ends it, or EOF. */
static int
take_cell(struct workbook *w, FILE *in, bool *quoted)
{
	int c = getc_unlocked(in);

	buf_reset(&w->cell);
	*quoted = c == '"';
	if (*quoted)
		c = getc_unlocked(in);
	for (; c != EOF; c = getc_unlocked(in)) {
		if (*quoted && c == '"' && (c = getc_unlocked(in)) != '"')
			break;
		if (!*quoted && (c == ';' || c == '\r' || c == '\n'))
			break;
		if (w->cell.len < MAX_CELL)
			buf_putc(&w->cell, (char)c);
	}
	return c;
}

/* The next sign that ends no line, which stays. */
static int
peek_row(FILE *in, int c)
{
	while (c == '\r' || c == '\n')
		c = getc_unlocked(in);
	return ungetc(c, in);
}

static void
put_table(struct workbook *w, FILE *in)
{
	bool quoted;

	while (peek_row(in, getc_unlocked(in)) != EOF) {
		while (take_cell(w, in, &quoted) == ';') {
			put_cell(w, quoted);
			w->column++;
		}
		put_cell(w, quoted);
		w->column = 0;
		w->row++;
	}
}

static void
set_widths(struct workbook *w)
{
	for (int i = 0; i < MAX_COLUMNS && w->width[i] > 0; i++)
		worksheet_set_column(w->sheet, (lxw_col_t)i, (lxw_col_t)i,
		    (w->width[i] < MAX_WIDTH ? w->width[i] : MAX_WIDTH) + 2,
		    NULL);
}

/* ---- the file ---- */

/* A large table goes row by row to a temporary file, for the library would hold
 * each cell in memory. */
static bool
write_book(const char *path, FILE *in, bool large)
{
	lxw_workbook_options options = { .constant_memory = large ? LXW_TRUE
								  : LXW_FALSE };
	struct workbook w = { .book = workbook_new_opt(path, &options) };
	static const char mark[] = "\xef\xbb\xbf";

	if (w.book == NULL ||
	    (w.sheet = workbook_add_worksheet(w.book, NULL)) == NULL)
		return false;
	w.title = workbook_add_format(w.book);
	format_set_bold(w.title);
	w.day = workbook_add_format(w.book);
	format_set_num_format(w.day, "dd/mm/yyyy");
	for (const char *s = mark; *s != '\0'; s++) {
		int c = getc_unlocked(in);

		if (c != (unsigned char)*s) {
			ungetc(c, in);
			break;
		}
	}
	put_table(&w, in);
	set_widths(&w);
	worksheet_freeze_panes(w.sheet, 1, 0);
	buf_free(&w.cell);
	return workbook_close(w.book) == LXW_NO_ERROR;
}

bool
xlsx_file(const char *path, const char *csv, size_t n)
{
	FILE *in = fopen(csv, "re");
	bool good = in != NULL && write_book(path, in, n > MAX_HELD);

	if (in != NULL)
		fclose(in);
	return good;
}

enum rc
xlsx_put(struct buf *out, const char *csv, size_t n)
{
	char path[] = "/tmp/guichet-XXXXXX";
	int fd = mkstemp(path);
	FILE *in = fmemopen((void *)(uintptr_t)csv, n, "r");
	const char *why = NULL;

	if (fd < 0 || in == NULL) {
		log_msg("xlsx: no temporary file");
		return RC_FAIL;
	}
	close(fd);
	if (!write_book(path, in, false))
		why = "libxlsxwriter failed";
	else
		why = buf_put_file(out, path);
	fclose(in);
	unlink(path);
	if (why == NULL)
		return RC_OK;
	log_msg("xlsx: %s", why);
	return RC_FAIL;
}
