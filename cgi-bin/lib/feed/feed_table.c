/* feed_table.c - a table of aids, as a feed. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <csv.h>

#include "base/log.h"
#include "base/say.h"
#include "feed/feed_table.h"
#include "feed/feed_titles.h"
#include "table/csv_rows.h"
#include "workbook/xlsx_cell.h"

enum {
	MAX_COLUMNS = 200,
	MIN_COLUMNS = 4,
	MAX_SAID = 20,
	MAX_LOST = 1000,
	MAX_SHOWN = 4096
};

/* States of libcsv's parser.  It tells what is unended only when it is strict,
 * and then refuses cells such as: a "b" c. */
enum { ROW_NOT_BEGUN = 0, FIELD_BEGUN = 2 };

/* Where a row or a field begins: the line, its number from 1, and its place in
 * the text.  A line of the number ends with LF: of CR, a text has some within
 * its cells. */
struct table_line {
	unsigned long number, next; /* next: of the line after it */
	unsigned long rows; /* begun so far, empty ones and titles too */
	unsigned long long at, end;
};

struct feed_table {
	struct csv_text *text; /* from the line of titles on */
	const struct feed_titles *titles;
	feed_taker *fn;
	void *arg;
	bool sheet;
	char *title[MAX_COLUMNS];
	const char
	    *key[MAX_COLUMNS]; /* of the columns; NULL: nothing reads it */
	int columns, n;        /* n: fields of the line so far */
	json_t *aid;           /* of the line */
	bool filled;           /* it has a word */
	bool shifted;          /* it has more cells than there are titles */
	bool unended;          /* no line end follows it, in no sheet */
	bool swallowed;        /* a field of it holds other rows */
	struct table_line line, row, open; /* read; of the row, of the field */
	unsigned long ordinal;
	unsigned lost; /* rows that cannot be read */
	enum rc rc;
};

void
feed_item_cell(const struct feed_item *item, const struct feed_shapes *shapes,
    const char *shape, const char *field, char cell[FEED_CELL])
{
	char letters[XLSX_LETTERS] = "";

	*cell = '\0';
	if (item == NULL || item->key == NULL)
		return;
	for (int i = 0; i < item->columns && *letters == '\0'; i++) {
		const char *key = item->key[i];

		if (key != NULL &&
		    (shape == NULL
			    ? strcmp(key, field) == 0
			    : feed_shape_reads(shapes, shape, field, key)))
			xlsx_column_name((unsigned)i, letters);
	}
	snprintf(cell, FEED_CELL, "%s%lu", letters, item->row);
}

/* Whether a line within a field has as many separators as a row, or opens a
 * field: a quotation mark that never ended took it.  A text has a few by
 * chance. */
static bool
holds_row(const struct feed_table *t, const char *s)
{
	const char *line = strchr(s, '\n');

	while (line != NULL && t->columns >= MIN_COLUMNS) {
		int seps = 1;

		for (line++; *line != '\0' && *line != '\n'; line++) {
			seps += *line == t->text->delim;
			if (*line == t->text->delim && line[1] == '"')
				return true;
		}
		if (seps == t->columns)
			return true;
		line = *line != '\0' ? line : NULL;
	}
	return false;
}

/* A workbook has U+2028 where a line ends within a cell: its rows are lines. */
static json_t *
cell_text(const char *cell)
{
	static const char mark[] = "\u2028";
	const char *end = strstr(cell, mark);
	struct buf text = { 0 };
	json_t *v;

	if (end == NULL)
		return json_string(cell);
	for (; end != NULL; end = strstr(cell, mark)) {
		buf_put(&text, cell, (size_t)(end - cell));
		buf_putc(&text, '\n');
		cell = end + strlen(mark);
	}
	buf_puts(&text, cell);
	v = json_stringn(text.data, text.len);
	buf_free(&text);
	return v;
}

/* A cell of an aid.  Of two of one key the last counts that is filled. */
static void
put_cell(struct feed_table *t, const char *cell)
{
	const char *key = t->n < t->columns ? t->key[t->n] : NULL;

	t->shifted = t->shifted || (t->n >= t->columns && *cell != '\0');
	if (key != NULL &&
	    (*cell != '\0' || json_object_get(t->aid, key) == NULL))
		json_object_set_new(t->aid, key, cell_text(cell));
}

/* A field, of the line of titles first. */
static void
on_field(void *s, size_t n, void *arg)
{
	struct feed_table *t = arg;
	char *field = strndup(s != NULL ? s : "", n);

	if (field == NULL)
		log_die("feed: out of memory");
	t->swallowed = t->swallowed || (t->aid != NULL && holds_row(t, field));
	if (!t->swallowed)
		t->open = t->line;
	csv_field_plain(field);
	if (t->aid == NULL && t->n < MAX_COLUMNS)
		t->title[t->columns++] = field;
	else if (t->aid != NULL)
		put_cell(t, field);
	t->filled = t->filled || *field != '\0';
	if (t->aid != NULL || t->n >= MAX_COLUMNS)
		free(field);
	t->n++;
}

static void
begin_row(struct feed_table *t)
{
	json_decref(t->aid);
	t->aid = json_object();
	t->n = 0;
	t->filled = t->shifted = false;
}

/* The row, up to the end of the line where its last field begins, or its
 * beginning. */
static char *
row_text(const struct feed_table *t)
{
	unsigned long long n = t->open.end - t->row.at;
	char *text = strndup(csv_text_kept(t->text, t->row.at),
	    n < MAX_SHOWN ? (size_t)n : MAX_SHOWN);

	if (text == NULL)
		log_die("feed: out of memory");
	return text;
}

/* A row has more cells than there are titles: a separator within a text has
 * moved what follows it, and nobody can tell from where on. */
static enum rc
refuse_shifted(struct feed_table *t)
{
	char *text = row_text(t);
	const struct feed_item item = { t->ordinal, t->row.number, NULL,
		N_("more cells than titles"), text, t->key, t->columns,
		t->row.rows, t->sheet };
	enum rc rc = t->fn(t->arg, &item);

	free(text);
	return rc;
}

/* A server that announces no length may stop amid a row: the last one then has
 * neither all its cells nor its end. */
static enum rc
refuse_cut(const struct feed_table *t)
{
	log_msg(_("line %lu: it has no end, and fewer cells than titles: the "
		  "file is cut short"),
	    t->row.number);
	return RC_BAD_PARAM;
}

/* The line of titles is read, or an aid given: a spreadsheet leaves out the
 * empty cells that end a line, and adds lines without a word. */
static void
on_line(int c, void *arg)
{
	struct feed_table *t = arg;
	const struct feed_item item = { t->ordinal + 1, t->row.number, t->aid,
		NULL, "", t->key, t->columns, t->row.rows, t->sheet };

	(void)c;
	if (t->swallowed)
		return;
	if (t->aid == NULL)
		t->rc = feed_titles_name(t->titles, t->title, t->columns,
		    t->row.number, t->key);
	if (t->aid != NULL && t->rc == RC_OK && t->filled) {
		bool cut = t->unended && t->n < t->columns;

		t->ordinal++;
		for (; t->n < t->columns; t->n++)
			put_cell(t, "");
		t->rc = cut      ? refuse_cut(t)
		    : t->shifted ? refuse_shifted(t)
				 : t->fn(t->arg, &item);
	}
	begin_row(t);
}

/* Passes over the rest of a line that was taken in part, which is not kept. */
static void
pass_line(struct feed_table *t)
{
	const char *s = csv_text_kept(t->text, t->line.at);
	size_t n = (size_t)(t->line.end - t->line.at);

	while (n > 0 && s[n - 1] != '\n' && s[n - 1] != '\r') {
		csv_text_keep(t->text, csv_text_tell(t->text));
		n = csv_text_line(t->text, &s);
		t->line.next += n > 0 && s[n - 1] == '\n';
	}
	t->line.end = csv_text_tell(t->text);
}

/* The row is lost up to the line where the quotation mark opened; the next ones
 * are read again. */
static void
lose_row(struct feed_table *t, const char *why)
{
	char *text = row_text(t);
	const struct feed_item item = { ++t->ordinal, t->open.number, NULL, why,
		text, NULL, 0, t->row.rows, t->sheet };

	if (t->lost++ < MAX_SAID)
		log_msg(_("line %lu: %s"), item.line, gettext(item.why));
	t->rc = t->lost > MAX_LOST ? RC_BAD_PARAM : t->fn(t->arg, &item);
	free(text);
	begin_row(t);
	t->swallowed = false;
	t->line = t->open;
	csv_text_seek(t->text, t->line.end);
	pass_line(t);
}

static void
parser_begin(struct csv_parser *p, const struct csv_text *text)
{
	if (csv_init(p, CSV_APPEND_NULL) != 0)
		log_die("feed: out of memory");
	csv_set_delim(p, (unsigned char)text->delim);
	csv_set_blk_size(p, CSV_BLOCK);
}

/* Takes the next line, which begins a row unless one is open, into the parser;
 * false at the end. */
static bool
read_line(struct feed_table *t, struct csv_parser *p)
{
	unsigned long long at = csv_text_tell(t->text);
	const char *s;
	size_t n = csv_text_line(t->text, &s);

	if (n == 0)
		return false;
	t->line.number = t->line.next;
	t->line.next += s[n - 1] == '\n';
	t->line.at = at;
	t->line.end = at + n;
	if (p->pstate == ROW_NOT_BEGUN) {
		t->line.rows++;
		t->row = t->open = t->line;
		csv_text_keep(t->text, at);
	}
	csv_parse(p, s, n, on_field, on_line, t);
	return true;
}

/* Why the row that is open, of which a line was read, cannot be; NULL: it
 * can. */
static const char *
why_lost(const struct feed_table *t, const struct csv_parser *p, bool last)
{
	bool quoted = p->quoted && p->pstate == FIELD_BEGUN;
	const char *s;

	if (t->swallowed || (last && quoted))
		return N_("a quotation mark never ends");
	if (p->pstate == ROW_NOT_BEGUN || t->line.end - t->row.at < CSV_ROW_MAX)
		return NULL;
	s = csv_text_kept(t->text, t->open.at);
	return quoted && holds_row(t, s) ? N_("a quotation mark never ends")
					 : N_("a row is over 8 MB");
}

/* Line by line, for the parser does not tell where it is; and again from where
 * a row was lost. */
static void
read_rows(struct feed_table *t)
{
	struct csv_parser p;
	const char *why;
	size_t n;

	parser_begin(&p, t->text);
	while (t->rc == RC_OK && read_line(t, &p)) {
		csv_text_ahead(t->text, 1, &n);
		why = why_lost(t, &p, n == 0);
		if (t->rc != RC_OK || why == NULL)
			continue;
		csv_free(&p);
		parser_begin(&p, t->text);
		lose_row(t, why);
	}
	t->unended = !t->sheet;
	if (t->rc == RC_OK)
		csv_fini(&p, on_field, on_line, t);
	if (t->rc == RC_OK)
		t->rc = csv_text_end(t->text);
	csv_free(&p);
}

enum rc
feed_table_read(struct csv_text *text, const char *path, bool sheet,
    const struct feed_shapes *shapes, feed_taker *fn, void *arg)
{
	struct feed_titles *titles = feed_titles_new(shapes, path);
	struct feed_table t = { .text = text,
		.titles = titles,
		.fn = fn,
		.arg = arg,
		.sheet = sheet };

	t.rc = feed_titles_find(titles, text, &t.line.next);
	t.line.rows = t.line.next;
	t.line.next++;
	if (t.rc == RC_OK)
		read_rows(&t);
	for (int i = 0; i < t.columns; i++)
		free(t.title[i]);
	json_decref(t.aid);
	feed_titles_free(titles);
	return t.rc;
}
