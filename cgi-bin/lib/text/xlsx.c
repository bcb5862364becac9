/* xlsx.c - a workbook of a table. */

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <xlsxwriter.h>

#include "base/log.h"
#include "text/csv_table.h"
#include "text/xlsx.h"

/* Excel's own limits: bytes of a cell are fewer than its signs. */
enum { MAX_CELL = 32767, MAX_WIDTH = 40, MAX_COLUMNS = 64 };

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
	csv_table_plain(s);
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

/* Reads the cell at s, which is our own CSV; what follows it. */
static const char *
take_cell(struct workbook *w, const char *s, const char *end, bool *quoted)
{
	buf_reset(&w->cell);
	*quoted = s < end && *s == '"';
	s += *quoted;
	for (; s < end; s++) {
		if (*quoted && *s == '"' && !(s + 1 < end && s[1] == '"'))
			break;
		if (!*quoted && (*s == ';' || *s == '\r' || *s == '\n'))
			break;
		s += *quoted && *s == '"';
		if (w->cell.len < MAX_CELL)
			buf_putc(&w->cell, *s);
	}
	return s + (*quoted && s < end);
}

static void
put_table(struct workbook *w, const char *s, const char *end)
{
	bool quoted;

	while (s < end) {
		s = take_cell(w, s, end, &quoted);
		put_cell(w, quoted);
		if (s < end && *s == ';') {
			w->column++;
			s++;
			continue;
		}
		while (s < end && (*s == '\r' || *s == '\n'))
			s++;
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

static bool
write_book(const char *path, const char *csv, size_t n)
{
	lxw_workbook_options options = { .constant_memory = LXW_FALSE };
	struct workbook w = { .book = workbook_new_opt(path, &options) };

	if (w.book == NULL ||
	    (w.sheet = workbook_add_worksheet(w.book, NULL)) == NULL)
		return false;
	w.title = workbook_add_format(w.book);
	format_set_bold(w.title);
	w.day = workbook_add_format(w.book);
	format_set_num_format(w.day, "dd/mm/yyyy");
	if (n >= 3 && memcmp(csv, "\xef\xbb\xbf", 3) == 0) {
		csv += 3;
		n -= 3;
	}
	put_table(&w, csv, csv + n);
	set_widths(&w);
	worksheet_freeze_panes(w.sheet, 1, 0);
	buf_free(&w.cell);
	return workbook_close(w.book) == LXW_NO_ERROR;
}

enum rc
xlsx_put(struct buf *out, const char *csv, size_t n)
{
	char path[] = "/tmp/guichet-XXXXXX";
	int fd = mkstemp(path);
	const char *why = NULL;

	if (fd < 0) {
		log_msg("xlsx: no temporary file");
		return RC_FAIL;
	}
	close(fd);
	if (!write_book(path, csv, n))
		why = "libxlsxwriter failed";
	else
		why = buf_put_file(out, path);
	unlink(path);
	if (why == NULL)
		return RC_OK;
	log_msg("xlsx: %s", why);
	return RC_FAIL;
}
