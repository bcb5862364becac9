/* xlsx_form.c - a workbook to be filled in. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <xlsxwriter.h>

#include "base/log.h"
#include "base/str.h"
#include "text/day.h"
#include "workbook/xlsx_form.h"

/* Signs of a cell, by Excel's own limit; rows that have words to choose from;
 * the first title that may not be seen when one scrolls. */
enum { MAX_CELL = 32767, ROWS = 10000, WIDTH = 24, HELD = 2 };

struct xlsx_form {
	lxw_workbook *book;
	lxw_worksheet *sheet, *lists;
	lxw_format *title, *day, *text;
	const struct xlsx_column *columns;
	size_t n;
	lxw_row_t row;
};

/* ---- words ---- */

/* The words of columns, which a row each goes through, for what was written of
 * a sheet is not held. */
static void
write_words(struct xlsx_form *f)
{
	bool more = true;

	for (lxw_row_t row = 1; more; row++) {
		lxw_col_t column = 0;

		more = false;
		for (size_t i = 0; i < f->n; i++) {
			const char *const *word = f->columns[i].words;
			lxw_row_t n = 0;

			if (word == NULL)
				continue;
			while (n < row - 1 && word[n] != NULL)
				n++;
			if (word[n] != NULL) {
				worksheet_write_string(f->lists, row, column,
				    word[n], NULL);
				more = true;
			}
			column++;
		}
	}
}

/* The cells of a column may have a word of its list, and are asked no more. */
static void
offer_words(struct xlsx_form *f, lxw_col_t column, const char *const *words,
    lxw_col_t list)
{
	char formula[80];
	lxw_data_validation v = { .validate = LXW_VALIDATION_TYPE_LIST_FORMULA,
		.show_error = LXW_VALIDATION_OFF,
		.value_formula = formula };
	int n = 0;

	while (words[n] != NULL)
		n++;
	snprintf(formula, sizeof(formula), "=Listes!$%c$2:$%c$%d", 'A' + list,
	    'A' + list, n + 1);
	if (n > 0)
		worksheet_data_validation_range(f->sheet, 1, column, ROWS,
		    column, &v);
}

static void
write_titles(struct xlsx_form *f)
{
	lxw_col_t list = 0;

	for (size_t i = 0; i < f->n; i++) {
		const struct xlsx_column *c = &f->columns[i];
		lxw_col_t column = (lxw_col_t)i;

		worksheet_set_column(f->sheet, column, column, WIDTH,
		    c->holds == XLSX_HOLDS_DAY        ? f->day
			: c->holds == XLSX_HOLDS_TEXT ? f->text
						      : NULL);
		worksheet_write_string(f->sheet, 0, column, c->title, f->title);
		if (*c->help != '\0')
			worksheet_write_comment(f->sheet, 0, column, c->help);
		if (c->words == NULL)
			continue;
		worksheet_write_string(f->lists, 0, list, c->title, f->title);
		offer_words(f, column, c->words, list++);
	}
}

/* ---- the form ---- */

struct xlsx_form *
xlsx_form_new(const char *path, const struct xlsx_column *columns, size_t n)
{
	lxw_workbook_options options = { .constant_memory = LXW_TRUE };
	struct xlsx_form *f = calloc(1, sizeof(*f));

	if (f == NULL)
		log_die("xlsx: out of memory");
	f->book = workbook_new_opt(path, &options);
	f->sheet = f->book != NULL ? workbook_add_worksheet(f->book, "Aides")
				   : NULL;
	f->lists = f->sheet != NULL ? workbook_add_worksheet(f->book, "Listes")
				    : NULL;
	if (f->lists == NULL) {
		free(f);
		return NULL;
	}
	f->columns = columns;
	f->n = n;
	f->title = workbook_add_format(f->book);
	format_set_bold(f->title);
	format_set_text_wrap(f->title);
	f->day = workbook_add_format(f->book);
	format_set_num_format(f->day, "dd/mm/yyyy");
	/* What is typed stays as it is: "01", "1/2". */
	f->text = workbook_add_format(f->book);
	format_set_num_format(f->text, "@");
	write_titles(f);
	write_words(f);
	worksheet_set_column(f->lists, 0, 25, 2 * WIDTH, NULL);
	worksheet_freeze_panes(f->sheet, 1, HELD);
	return f;
}

static void
write_cell(struct xlsx_form *f, size_t i, const char *cell)
{
	lxw_col_t column = (lxw_col_t)i;
	enum xlsx_holds holds = f->columns[i].holds;
	lxw_datetime day = { 0 };
	const char *past = day_read(cell, NULL);
	char *end;
	double number = strtod(cell, &end);

	if (holds == XLSX_HOLDS_DAY && past != NULL && *past == '\0' &&
	    strcmp(cell, "1901") > 0) {
		sscanf(cell, "%d-%d-%d", &day.year, &day.month, &day.day);
		worksheet_write_datetime(f->sheet, f->row, column, &day,
		    f->day);
	} else if (holds == XLSX_HOLDS_NUMBER && end != cell && *end == '\0')
		worksheet_write_number(f->sheet, f->row, column, number, NULL);
	else
		worksheet_write_string(f->sheet, f->row, column, cell, f->text);
}

bool
xlsx_form_row(struct xlsx_form *f, const char *const *cells)
{
	bool whole = true;

	f->row++;
	for (size_t i = 0; i < f->n; i++) {
		const char *end = cells[i];
		char *cut;
		int n = 0;

		if (*cells[i] == '\0')
			continue;
		for (; *end != '\0' && n < MAX_CELL; n++)
			str_next(&end);
		if (*end == '\0') {
			write_cell(f, i, cells[i]);
			continue;
		}
		whole = false;
		if ((cut = strndup(cells[i], (size_t)(end - cells[i]))) == NULL)
			log_die("xlsx: out of memory");
		write_cell(f, i, cut);
		free(cut);
	}
	return whole;
}

bool
xlsx_form_close(struct xlsx_form *f)
{
	bool good = workbook_close(f->book) == LXW_NO_ERROR;

	free(f);
	return good;
}
