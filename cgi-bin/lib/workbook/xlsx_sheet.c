/* xlsx_sheet.c - the rows of a sheet, as lines of a table. */

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "table/csv_table.h"
#include "table/csv_text.h"
#include "workbook/xlsx_cell.h"
#include "workbook/xlsx_merges.h"
#include "workbook/xlsx_sheet.h"

enum { MAX_TYPE = 16 };

static const unsigned long long MAX_WRITTEN = 512ull << 20;

/* A cell: how it tells its value, where it is. */
struct sheet_cell {
	char type[MAX_TYPE]; /* "s", "str"…; "": a number */
	unsigned long style;
	unsigned column;
	bool begun;       /* reading is within it */
	bool told, aside; /* in what tells it; in what tells its sound */
	struct buf value; /* as it is told */
};

struct sheet {
	struct xlsx_part part;
	const struct xlsx_strings *strings;
	const struct xlsx_styles *styles;
	struct xlsx_passed *passed;
	struct xlsx_merges merges;
	FILE *to;
	unsigned char hides[XLSX_COLUMNS]; /* the column is hidden */
	unsigned long row;                 /* that is being read, or was last */
	bool hidden;                       /* it is */
	bool had;                          /* it had a word */
	unsigned n; /* cells of it, up to the last that has a word */
	size_t at[XLSX_COLUMNS]; /* in text */
	struct buf text;         /* of the cells, each with its NUL */
	struct sheet_cell cell;
	unsigned next; /* column of the next cell, if it does not say */
	unsigned long long written;
};

/* Refuses the sheet for what stands in the cell. */
static void
refuse_cell(struct sheet *s, const char *why)
{
	char letters[XLSX_LETTERS];

	snprintf(s->part.cell, sizeof(s->part.cell), "%s%lu",
	    xlsx_column_name(s->cell.column, letters), s->row);
	s->part.why = why;
}

/* ---- cells ---- */

static void
put_value(struct sheet *s)
{
	const struct sheet_cell *c = &s->cell;
	const char *value = c->value.len > 0 ? c->value.data : "";

	if (*value == '\0' || strcmp(c->type, "e") == 0)
		return;
	if (strcmp(c->type, "s") == 0) {
		if (!xlsx_strings_put(s->strings, value, &s->text))
			refuse_cell(s, N_("its text is not in the workbook"));
	} else if (strcmp(c->type, "b") == 0)
		buf_puts(&s->text, strcmp(value, "1") == 0 ? "true" : "false");
	else if (*c->type == '\0' || strcmp(c->type, "n") == 0)
		xlsx_number_put(s->styles, c->style, value, &s->text);
	else
		xlsx_text_put(&s->text, value);
}

static bool
is_seen(const struct sheet *s)
{
	const struct sheet_cell *c = &s->cell;

	return c->column < XLSX_COLUMNS && !s->hides[c->column] && !s->hidden &&
	    !xlsx_merges_cover(&s->merges, c->column, s->row);
}

/* Counts a cell that is not seen.  Its text is not read: many may share one of
 * megabytes. */
static void
pass_cell(struct sheet *s)
{
	const struct sheet_cell *c = &s->cell;
	const char *value = c->value.len > 0 ? c->value.data : "";
	bool filled = strcmp(c->type, "s") == 0
	    ? xlsx_strings_has(s->strings, value)
	    : *value != '\0' && strcmp(c->type, "e") != 0;

	s->had = s->had || filled;
	s->passed->cells_beyond += filled && !s->hidden &&
	    c->column >= XLSX_COLUMNS;
	s->passed->hidden_cells += filled && !s->hidden &&
	    c->column < XLSX_COLUMNS && s->hides[c->column];
}

/* The cell is one of the row, if it is seen and has a word. */
static void
end_cell(struct sheet *s)
{
	const struct sheet_cell *c = &s->cell;
	const size_t begin = s->text.len;

	if (!is_seen(s)) {
		pass_cell(s);
		return;
	}
	put_value(s);
	if (s->text.len == begin)
		return;
	s->had = true;
	while (s->n < c->column)
		s->at[s->n++] = 0; /* the empty text */
	s->at[s->n++] = begin;
	buf_putc(&s->text, '\0');
	if (s->text.len > CSV_ROW_MAX)
		refuse_cell(s, N_("a row is over 8 MB"));
}

static void
begin_cell(struct sheet *s)
{
	struct sheet_cell *c = &s->cell;
	const char *name = xlsx_part_said(&s->part, "r"),
		   *type = xlsx_part_said(&s->part, "t");
	unsigned long row = s->row;

	c->column = s->next;
	if ((name != NULL && !xlsx_cell_read(name, &c->column, &row)) ||
	    row != s->row || c->column < s->next ||
	    c->column >= XLSX_COLUMNS_MAX) {
		c->column = s->next;
		refuse_cell(s, N_("the next one is out of its place"));
		return;
	}
	s->next = c->column + 1;
	snprintf(c->type, sizeof(c->type), "%s", type != NULL ? type : "");
	c->style = xlsx_part_number(&s->part, "s", UINT16_MAX);
	c->begun = !xlsx_part_ends(&s->part, "c");
	c->told = c->aside = false;
	buf_reset(&c->value);
}

/* What stands within a cell: "v" has its value, or "t" its text, but for what
 * tells how to pronounce it; a formula is left. */
static void
read_cell(struct sheet *s)
{
	struct sheet_cell *c = &s->cell;
	struct xlsx_part *p = &s->part;
	const char *text = xlsx_part_text(p);

	if (xlsx_part_begins(p, "rPh"))
		c->aside = true;
	if (xlsx_part_begins(p, "v") || xlsx_part_begins(p, "t"))
		c->told = true;
	if (xlsx_part_ends(p, "v") || xlsx_part_ends(p, "t"))
		c->told = false;
	if (xlsx_part_ends(p, "rPh"))
		c->aside = false;
	if (text != NULL && c->told && !c->aside)
		buf_puts(&c->value, text);
	if (c->value.len > CSV_ROW_MAX)
		refuse_cell(s, N_("a row is over 8 MB"));
	if (xlsx_part_ends(p, "c")) {
		c->begun = false;
		end_cell(s);
	}
}

/* ---- rows ---- */

static void
begin_row(struct sheet *s)
{
	unsigned long row = s->row + 1;

	if (xlsx_part_said(&s->part, "r") != NULL)
		row = xlsx_part_number(&s->part, "r", XLSX_ROWS_MAX);
	if (row <= s->row || row > XLSX_ROWS_MAX) {
		s->part.why = N_("its rows are out of their order, or over "
				 "1,048,576");
		return;
	}
	for (s->row++; s->row < row; s->row++)
		putc('\n', s->to);
	s->hidden = xlsx_part_says_yes(&s->part, "hidden");
	s->had = false;
	s->n = s->next = 0;
	buf_reset(&s->text);
	buf_putc(&s->text, '\0');
	xlsx_merges_go(&s->merges, row);
}

static void
end_row(struct sheet *s)
{
	const char *field[XLSX_COLUMNS];

	for (unsigned i = 0; i < s->n; i++)
		field[i] = s->text.data + s->at[i];
	csv_table_write(s->to, field, (int)s->n);
	s->passed->hidden_rows += s->hidden && s->had;
	s->written += s->text.len;
	if (s->written > MAX_WRITTEN)
		s->part.why = N_("its rows are over 512 MB");
}

/* "min" and "max" are columns from 1. */
static void
hide_columns(struct sheet *s)
{
	unsigned long from = xlsx_part_number(&s->part, "min",
			  XLSX_COLUMNS_MAX),
		      to = xlsx_part_number(&s->part, "max", XLSX_COLUMNS_MAX);

	if (!xlsx_part_says_yes(&s->part, "hidden") || from == 0)
		return;
	for (; from <= to && from <= XLSX_COLUMNS; from++)
		s->hides[from - 1] = 1;
}

static void
read_sheet(struct sheet *s)
{
	struct xlsx_part *p = &s->part;
	bool row = false;

	while (xlsx_part_next(p)) {
		if (s->cell.begun) {
			read_cell(s);
			continue;
		}
		if (xlsx_part_begins(p, "col"))
			hide_columns(s);
		if (xlsx_part_begins(p, "row")) {
			begin_row(s);
			row = true;
		}
		if (row && p->why == NULL && xlsx_part_begins(p, "c"))
			begin_cell(s);
		if (row && p->why == NULL && xlsx_part_ends(p, "row")) {
			end_row(s);
			row = false;
		}
	}
}

enum rc
xlsx_sheet_write(struct xlsx_package *package, const char *name,
    const struct xlsx_strings *strings, const struct xlsx_styles *styles,
    FILE *to, struct xlsx_passed *passed)
{
	struct sheet *s = calloc(1, sizeof(*s));
	enum rc rc;

	if (s == NULL)
		log_die("xlsx: out of memory");
	s->strings = strings;
	s->styles = styles;
	s->passed = passed;
	s->to = to;
	rc = xlsx_merges_read(&s->merges, package, name);
	if (rc == RC_OK && xlsx_part_open(&s->part, package, name)) {
		read_sheet(s);
		rc = xlsx_part_close(&s->part);
	}
	xlsx_merges_free(&s->merges);
	buf_free(&s->text);
	buf_free(&s->cell.value);
	free(s);
	return rc;
}
