/* csv_table.c - tables that an administrator edits in a spreadsheet. */

#include <stdlib.h>
#include <string.h>

#include <csv.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "table/csv_table.h"
#include "table/csv_text.h"
#include "table/csv_titles.h"

enum { MAX_SAID = 20 };
/* A state of libcsv's parser, which its header does not name. */
enum { ROW_NOT_BEGUN = 0 };

struct table_parser {
	const char *const *columns;
	int want; /* columns */
	enum rc (*row)(void *, char **, unsigned long);
	void (*refuse)(void *, unsigned long, int, int);
	void *arg;
	char *field[CSV_TABLE_COLUMNS];
	int n;              /* fields of the line so far */
	int filled;         /* of them, up to the last that is not empty */
	bool titled;        /* past the line of titles */
	unsigned long line; /* row of a spreadsheet: empty ones count, and one
			     * whose text has several lines counts as one */
	unsigned long taken, refused;
	enum rc rc;
};

/* ---- formulas ---- */

/* Whether a spreadsheet would compute it: it begins with a sign of a formula,
 * as typed on any keyboard, after blanks or not. */
static bool
is_formula(const char *s)
{
	static const char *const signs[] = { "=", "+", "-", "@", "\xef\xbc\x9d",
		"\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\xa0" };

	for (;;) {
		if (*s != '\0' && strchr(" \t\r\n", *s) != NULL)
			s++;
		else if (strncmp(s, "\xc2\xa0", 2) == 0)
			s += 2;
		else
			break;
	}
	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (strncmp(s, signs[i], strlen(signs[i])) == 0)
			return true;
	return false;
}

/* Whether it is a formula but for apostrophes before it: one is added when it
 * is written and one removed when it is read, so that each comes back. */
static bool
is_apart(const char *s)
{
	return is_formula(s + strspn(s, "'"));
}

char *
csv_table_plain(char *s)
{
	if (*s == '\'' && is_apart(s))
		memmove(s, s + 1, strlen(s));
	return s;
}

/* ---- reading ---- */

/* A field without blanks at its ends nor the apostrophe before a formula. */
static char *
trimmed(const char *s, size_t n)
{
	char *copy;

	while (n > 0 && strchr(" \t\r\n", *s) != NULL) {
		s++;
		n--;
	}
	while (n > 0 && strchr(" \t\r\n", s[n - 1]) != NULL)
		n--;
	if ((copy = strndup(s, n)) == NULL)
		log_die("table: out of memory");
	return csv_table_plain(copy);
}

/* Fields beyond those that there is room for are counted only: the line is then
 * refused with their number. */
static void
on_field(void *s, size_t n, void *arg)
{
	struct table_parser *r = arg;
	char *field = trimmed(s != NULL ? s : "", n);

	str_drop_hidden(field);
	if (*field != '\0')
		r->filled = r->n + 1;
	if (r->n < CSV_TABLE_COLUMNS)
		r->field[r->n] = field;
	else
		free(field);
	r->n++;
}

static void
forget_fields(struct table_parser *r)
{
	for (int i = 0; i < r->n && i < CSV_TABLE_COLUMNS; i++)
		free(r->field[i]);
	r->n = r->filled = 0;
}

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
check_names(const struct table_parser *r)
{
	char name[CSV_TITLE_MAX];

	for (int i = 0; i < r->want && i < r->n; i++) {
		csv_title_fold(name, sizeof(name), r->field[i]);
		if (is_column(name, r->columns[i]))
			continue;
		log_msg(_("line %lu: the column \"%s\" should be \"%s\""),
		    r->line, r->field[i], r->columns[i]);
		return RC_BAD_PARAM;
	}
	return RC_OK;
}

/* The titles are not as many as the columns: these are told. */
static enum rc
refuse_titles(const struct table_parser *r, int n)
{
	struct buf all = { 0 };

	for (int i = 0; i < r->want; i++)
		buf_putf(&all, "%s%s", i > 0 ? ";" : "", r->columns[i]);
	log_msg(_("line %lu: %d fields instead of %d: %s"), r->line, n, r->want,
	    all.data);
	buf_free(&all);
	return RC_BAD_PARAM;
}

/* A line that lost its end, or has a separator within a text: the others are
 * good. */
static void
refuse_line(struct table_parser *r, int n)
{
	r->refused++;
	if (r->refuse != NULL)
		r->refuse(r->arg, r->line, n, r->want);
	else if (r->refused <= MAX_SAID)
		log_msg(_("line %lu refused: %d fields instead of %d"), r->line,
		    n, r->want);
}

/* A spreadsheet adds empty columns and lines. */
static void
on_line(int c, void *arg)
{
	struct table_parser *r = arg;
	int n = r->n > r->want && r->filled <= r->want ? r->want : r->n;

	(void)c;
	if (r->filled == 0 || r->rc != RC_OK)
		;
	else if (n != r->want && r->titled)
		refuse_line(r, n);
	else if (n != r->want)
		r->rc = refuse_titles(r, n);
	else if (r->titled) {
		r->taken++;
		r->rc = r->row(r->arg, r->field, r->line);
	} else
		r->rc = check_names(r);
	r->titled = r->titled || r->filled > 0;
	forget_fields(r);
}

/* Why the row cannot be read. */
static const char *
why_bad(struct csv_parser *p, size_t row)
{
	return row > CSV_ROW_MAX ? _("a row is over 8 MB")
	    : csv_error(p) == CSV_EPARSE
	    ? _("a quotation mark is not closed, or stands within a field")
	    : csv_strerror(csv_error(p));
}

/* Line by line, for the parser tells nothing of those that are empty.  It would
 * keep a row of any length. */
static void
parse(struct table_parser *r, struct csv_text *t)
{
	struct csv_parser p;
	size_t n, row = 0;
	bool good = true;
	const char *s;

	if (csv_init(&p, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0)
		log_die("table: out of memory");
	csv_set_delim(&p, (unsigned char)t->delim);
	csv_set_blk_size(&p, CSV_BLOCK);
	while (good && (n = csv_text_line(t, &s)) > 0) {
		if (p.pstate == ROW_NOT_BEGUN) {
			r->line++;
			row = 0;
		}
		row += n;
		good = row <= CSV_ROW_MAX &&
		    csv_parse(&p, s, n, on_field, on_line, r) == n;
	}
	if (!good || csv_fini(&p, on_field, on_line, r) != 0) {
		log_msg(_("line %lu: %s"), r->line, why_bad(&p, row));
		r->rc = RC_BAD_PARAM;
	}
	if (r->rc == RC_OK)
		r->rc = csv_text_end(t);
	forget_fields(r);
	csv_free(&p);
}

static bool
is_in_place(void *arg, int column, const char *folded)
{
	const struct table_parser *r = arg;

	return column < r->want && is_column(folded, r->columns[column]);
}

enum rc
csv_table_read_on(struct csv_source *in, const char *const *columns,
    enum rc (*row)(void *arg, char **field, unsigned long line),
    void (*refuse)(void *arg, unsigned long line, int fields, int columns),
    void *arg)
{
	struct table_parser r = { .columns = columns,
		.row = row,
		.refuse = refuse,
		.arg = arg };
	struct csv_text t;

	while (columns[r.want] != NULL)
		r.want++;
	r.rc = csv_text_open(&t, in);
	if (r.rc == RC_OK) {
		csv_titles_find(&t, is_in_place, &r, &r.line);
		parse(&r, &t);
	}
	csv_text_free(&t);
	if (r.rc == RC_OK && r.refused > 0 && r.taken == 0) {
		log_msg(_("no line of the table can be taken"));
		r.rc = RC_BAD_PARAM;
	}
	return r.rc;
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

	if (is_apart(field)) {
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
