/* xlsx_remarks.c - a table sent back with remarks. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <xlsxwriter.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "text/day.h"
#include "workbook/xlsx_cell.h"
#include "workbook/xlsx_remarks.h"

/* Signs of a cell, by Excel's own limit; of what is shown beside one; how many
 * cells bear a remark, for each is a drawing.  All are on the second sheet. */
enum { MAX_CELL = 32767, MAX_BESIDE = 1000, MAX_SHOWN = 2000, WIDTH = 24 };

struct xlsx_remarks {
	lxw_workbook *book;
	lxw_worksheet *sheet, *list;
	lxw_format *bold, *day, *wrong, *wrong_day;
	unsigned shown;
};

static lxw_format *
new_format(struct xlsx_remarks *x, bool wrong, const char *number)
{
	lxw_format *f = workbook_add_format(x->book);

	if (wrong)
		format_set_bg_color(f, 0xFFE08A);
	if (number != NULL)
		format_set_num_format(f, number);
	return f;
}

struct xlsx_remarks *
xlsx_remarks_new(const char *path)
{
	lxw_workbook_options options = { .constant_memory = LXW_TRUE };
	struct xlsx_remarks *x = calloc(1, sizeof(*x));

	if (x == NULL)
		log_die("xlsx: out of memory");
	x->book = workbook_new_opt(path, &options);
	if (x->book != NULL) {
		/* The first sheet is what is read of it when it comes back. */
		x->sheet = workbook_add_worksheet(x->book, _("Aids"));
		x->list = workbook_add_worksheet(x->book, _("Remarks"));
	}
	if (x->list == NULL) {
		free(x);
		return NULL;
	}
	x->bold = workbook_add_format(x->book);
	format_set_bold(x->bold);
	x->day = new_format(x, false, "dd/mm/yyyy");
	x->wrong = new_format(x, true, NULL);
	x->wrong_day = new_format(x, true, "dd/mm/yyyy");
	worksheet_set_column(x->sheet, 0, XLSX_COLUMNS - 1, WIDTH, NULL);
	return x;
}

/* What a cell can hold of s, which is cut in place. */
static const char *
fitting(char *s)
{
	const char *end = s;

	for (int n = 0; *end != '\0' && n < MAX_CELL; n++)
		str_next(&end);
	s[end - s] = '\0';
	return s;
}

/* Whether s is a number as we write it, so that none becomes another text. */
static bool
is_number(const char *s, double *number)
{
	char again[32];

	*number = strtod(s, NULL);
	snprintf(again, sizeof(again), "%.15g", *number);
	return strcmp(s, again) == 0;
}

static void
put_cell(struct xlsx_remarks *x, lxw_row_t row, lxw_col_t column, char *s,
    bool wrong)
{
	const char *past = day_read(s, NULL);
	lxw_datetime day = { 0 };
	double number;

	if (past != NULL && *past == '\0' && strcmp(s, "1901") > 0) {
		sscanf(s, "%d-%d-%d", &day.year, &day.month, &day.day);
		worksheet_write_datetime(x->sheet, row, column, &day,
		    wrong ? x->wrong_day : x->day);
	} else if (is_number(s, &number))
		worksheet_write_number(x->sheet, row, column, number,
		    wrong ? x->wrong : NULL);
	else if (*s != '\0')
		worksheet_write_string(x->sheet, row, column, fitting(s),
		    wrong ? x->wrong : NULL);
	else if (wrong)
		worksheet_write_blank(x->sheet, row, column, x->wrong);
}

/* All that is said of one cell, beside it. */
static void
put_beside(struct xlsx_remarks *x, const struct xlsx_remark *r, size_t n)
{
	char text[MAX_BESIDE + 1];
	size_t used = 0;

	for (size_t i = 0; i < n; i++) {
		size_t len = str_cut(r[i].text, MAX_BESIDE - used - 1);

		used += (size_t)snprintf(text + used, sizeof(text) - used,
		    "%s%.*s", i > 0 ? "\n" : "", (int)len, r[i].text);
		if (used + 2 >= MAX_BESIDE)
			break;
	}
	if (n > 0 && x->shown++ < MAX_SHOWN)
		worksheet_write_comment(x->sheet, (lxw_row_t)(r->row - 1),
		    (lxw_col_t)r->column, text);
}

void
xlsx_remarks_row(struct xlsx_remarks *x, unsigned long row, char *const *cells,
    int n, const struct xlsx_remark *r, size_t remarks)
{
	static char none[] = "";
	size_t at = 0, said;

	for (int i = 0; i < XLSX_COLUMNS; i++) {
		for (said = 0;
		     at + said < remarks && r[at + said].column == (unsigned)i;
		     said++)
			continue;
		if (i >= n && at + said == remarks && said == 0)
			return;
		put_cell(x, (lxw_row_t)(row - 1), (lxw_col_t)i,
		    i < n ? cells[i] : none, said > 0);
		put_beside(x, r + at, said);
		at += said;
	}
}

static void
put_remark(struct xlsx_remarks *x, lxw_row_t at, const struct xlsx_remark *r)
{
	char *value = strndup(r->value, str_cut(r->value, MAX_BESIDE));
	char to[64], letters[XLSX_LETTERS];

	if (value == NULL)
		log_die("xlsx: out of memory");
	if (r->row > 0) {
		snprintf(to, sizeof(to), "internal:'%s'!%s%lu", _("Aids"),
		    xlsx_column_name(r->column, letters), r->row);
		worksheet_write_url(x->list, at, 0, to, NULL);
		worksheet_write_string(x->list, at, 0, r->cell, NULL);
	}
	worksheet_write_string(x->list, at, 1, r->text, NULL);
	worksheet_write_string(x->list, at, 2, value, NULL);
	free(value);
}

bool
xlsx_remarks_close(struct xlsx_remarks *x, const struct xlsx_remark *r,
    size_t n)
{
	bool good;

	worksheet_set_column(x->list, 0, 0, 10, NULL);
	worksheet_set_column(x->list, 1, 2, 3 * WIDTH, NULL);
	worksheet_write_string(x->list, 0, 0, _("Cell"), x->bold);
	worksheet_write_string(x->list, 0, 1, _("Remark"), x->bold);
	worksheet_write_string(x->list, 0, 2, _("What stands there"), x->bold);
	for (size_t i = 0; i < n; i++)
		put_remark(x, (lxw_row_t)(i + 1), &r[i]);
	worksheet_freeze_panes(x->list, 1, 0);
	good = workbook_close(x->book) == LXW_NO_ERROR;
	free(x);
	return good;
}
