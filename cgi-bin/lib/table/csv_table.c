/* csv_table.c - tables that an administrator edits in a spreadsheet. */

#include <stdlib.h>
#include <string.h>

#include <csv.h>

#include "base/log.h"
#include "base/say.h"
#include "table/csv_rows.h"
#include "table/csv_table.h"
#include "table/csv_titles.h"

enum { MAX_SAID = 20 };

struct table_reader {
	const char *const *columns;
	int want; /* columns */
	enum rc (*row)(void *, char **, unsigned long);
	void (*refuse)(void *, unsigned long, int, int);
	void *arg;
	bool titled; /* past the line of titles */
	unsigned long taken, refused;
};

/* ---- reading ---- */

/* Whether a folded title is that of a column: each stands in its place. */
static bool
is_column(const char *folded, const char *column)
{
	char want[CSV_TITLE_MAX];

	return strcmp(folded, csv_title_fold(want, sizeof(want), column)) == 0;
}

/* The names of columns, whatever their case and accents: a spreadsheet that has
 * them in another order would swap its columns unseen. */
static enum rc
check_names(const struct table_reader *r, const struct csv_row *row)
{
	char name[CSV_TITLE_MAX];

	for (int i = 0; i < r->want && i < row->n; i++) {
		csv_title_fold(name, sizeof(name), row->field[i]);
		if (is_column(name, r->columns[i]))
			continue;
		log_msg(_("line %lu: the column \"%s\" should be \"%s\""),
		    row->line, row->field[i], r->columns[i]);
		return RC_BAD_PARAM;
	}
	return RC_OK;
}

/* The titles are not as many as the columns: these are told. */
static enum rc
refuse_titles(const struct table_reader *r, unsigned long line, int n)
{
	struct buf all = { 0 };

	for (int i = 0; i < r->want; i++)
		buf_putf(&all, "%s%s", i > 0 ? ";" : "", r->columns[i]);
	log_msg(ngettext("line %lu: %d field instead of %d, parted by ; , or "
			 "tabs: %s",
		    "line %lu: %d fields instead of %d, parted by ; , or "
		    "tabs: %s",
		    (unsigned long)n),
	    line, n, r->want, all.data);
	buf_free(&all);
	return RC_BAD_PARAM;
}

/* A line that lost its end, or has a separator within a text: the others are
 * good. */
static void
refuse_line(struct table_reader *r, unsigned long line, int n)
{
	r->refused++;
	if (r->refuse != NULL)
		r->refuse(r->arg, line, n, r->want);
	else if (r->refused <= MAX_SAID)
		log_msg(ngettext("line %lu refused: %d field instead of %d",
			    "line %lu refused: %d fields instead of %d",
			    (unsigned long)n),
		    line, n, r->want);
}

/* A spreadsheet adds empty columns. */
static enum rc
take_row(void *arg, const struct csv_row *row)
{
	struct table_reader *r = arg;
	char *field[CSV_TABLE_COLUMNS];
	bool is_titles = !r->titled;
	int n = row->n > r->want && row->filled <= r->want ? r->want : row->n;

	r->titled = true;
	if (n != r->want && is_titles)
		return refuse_titles(r, row->line, n);
	if (is_titles)
		return check_names(r, row);
	if (n != r->want) {
		refuse_line(r, row->line, n);
		return RC_OK;
	}
	r->taken++;
	memcpy(field, row->field, (size_t)n * sizeof(field[0]));
	return r->row(r->arg, field, row->line);
}

static bool
is_in_place(void *arg, int column, const char *folded)
{
	const struct table_reader *r = arg;

	return column < r->want && is_column(folded, r->columns[column]);
}

enum rc
csv_table_read_on(struct csv_source *in, const char *const *columns,
    enum rc (*row)(void *arg, char **field, unsigned long line),
    void (*refuse)(void *arg, unsigned long line, int fields, int columns),
    void *arg)
{
	struct table_reader r = { .columns = columns,
		.row = row,
		.refuse = refuse,
		.arg = arg };
	unsigned long before;
	struct csv_text t;
	enum rc rc;

	while (columns[r.want] != NULL)
		r.want++;
	rc = csv_text_open(&t, in);
	if (rc == RC_OK) {
		csv_titles_find(&t, is_in_place, &r, &before);
		rc = csv_rows_read(&t, before, take_row, &r);
	}
	csv_text_free(&t);
	if (rc == RC_OK && r.refused > 0 && r.taken == 0) {
		log_msg(_("no line of the table can be taken"));
		rc = RC_BAD_PARAM;
	}
	return rc;
}

enum rc
csv_table_read(struct csv_source *in, const char *const *columns,
    enum rc (*row)(void *arg, char **field, unsigned long line), void *arg)
{
	return csv_table_read_on(in, columns, row, NULL, arg);
}

static bool
is_first(void *arg, int column, const char *folded)
{
	return column == 0 && is_column(folded, arg);
}

enum rc
csv_table_which(struct csv_source *in, const char *const *columns,
    size_t *which)
{
	unsigned long before;
	struct csv_text t;
	enum rc rc = csv_text_open(&t, in);

	*which = 0;
	if (rc == RC_OK) {
		while (columns[*which] != NULL &&
		    !csv_titles_find(&t, is_first, (void *)columns[*which],
			&before))
			(*which)++;
		rc = columns[*which] != NULL ? RC_OK : RC_NOT_FOUND;
	}
	csv_text_free(&t);
	return rc;
}

/* ---- writing ---- */

bool
csv_table_fits(const char *const *columns, const size_t *max, char **field,
    unsigned long line)
{
	for (int i = 0; columns[i] != NULL; i++) {
		if (strlen(field[i]) <= max[i] &&
		    (field[i][0] != '\0' || columns[i + 1] == NULL))
			continue;
		log_msg(_("line %lu: \"%s\" has 1 to %zu bytes"), line,
		    columns[i], max[i]);
		return false;
	}
	return true;
}

static void
write_field(FILE *f, const char *field)
{
	struct buf b = { 0 };

	if (csv_field_is_apart(field)) {
		buf_putf(&b, "'%s", field);
		field = b.data;
	}
	if (strpbrk(field, ";,\t\"\n\r") != NULL)
		csv_fwrite(f, field, strlen(field));
	else
		fputs(field, f);
	buf_free(&b);
}

void
csv_table_begin(FILE *f, const char *const *column, int n)
{
	fputs("\xef\xbb\xbf", f);
	csv_table_write(f, column, n);
}

void
csv_table_write(FILE *f, const char *const *field, int n)
{
	for (int i = 0; i < n; i++) {
		if (i > 0)
			putc(';', f);
		write_field(f, field[i]);
	}
	putc('\n', f);
}
