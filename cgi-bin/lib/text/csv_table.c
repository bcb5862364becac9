/* csv_table.c - tables that an administrator edits in a spreadsheet. */

#include <stdlib.h>
#include <string.h>

#include <csv.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "text/csv_table.h"
#include "text/csv_text.h"

struct table_parser {
	const char *const *columns;
	int want; /* columns */
	enum rc (*row)(void *, char **, unsigned long);
	void *arg;
	char *field[CSV_TABLE_COLUMNS];
	int n;       /* fields of the line so far */
	int filled;  /* of them, up to the last that is not empty */
	bool titled; /* past the line of titles */
	unsigned long line;
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

/* The names of columns, whatever their case and accents: a spreadsheet that has
 * them in another order would swap its columns unseen. */
static enum rc
check_names(const struct table_parser *r)
{
	char name[64], want[64];

	for (int i = 0; i < r->want && i < r->n; i++) {
		str_fold(name, sizeof(name), r->field[i]);
		str_fold(want, sizeof(want), r->columns[i]);
		if (strcmp(name, want) == 0)
			continue;
		log_msg(_("line %lu: the column \"%s\" should be \"%s\""),
		    r->line, r->field[i], r->columns[i]);
		return RC_BAD_PARAM;
	}
	return RC_OK;
}

/* A spreadsheet adds empty columns and lines. */
static void
on_line(int c, void *arg)
{
	struct table_parser *r = arg;
	int n = r->n > r->want && r->filled <= r->want ? r->want : r->n;

	(void)c;
	r->line++;
	if (r->filled == 0) {
		forget_fields(r);
		return;
	}
	if (r->rc == RC_OK && n != r->want) {
		log_msg(_("line %lu: %d fields instead of %d"), r->line, n,
		    r->want);
		r->rc = RC_BAD_PARAM;
	}
	if (r->rc == RC_OK)
		r->rc = r->titled ? r->row(r->arg, r->field, r->line)
				  : check_names(r);
	r->titled = true;
	forget_fields(r);
}

static void
parse(struct table_parser *r, const struct csv_text *t)
{
	struct csv_parser p;

	if (csv_init(&p, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0)
		log_die("table: out of memory");
	csv_set_delim(&p, (unsigned char)t->delim);
	if (csv_parse(&p, t->text, t->n, on_field, on_line, r) != t->n ||
	    csv_fini(&p, on_field, on_line, r) != 0) {
		log_msg(_("after line %lu: %s"), r->line,
		    csv_strerror(csv_error(&p)));
		r->rc = RC_BAD_PARAM;
	}
	forget_fields(r);
	csv_free(&p);
}

enum rc
csv_table_read(const char *text, size_t n, const char *const *columns,
    enum rc (*row)(void *arg, char **field, unsigned long line), void *arg)
{
	struct table_parser r = { .columns = columns, .row = row, .arg = arg };
	struct csv_text t;

	while (columns[r.want] != NULL)
		r.want++;
	r.rc = csv_text_open(&t, text, n);
	if (r.rc == RC_OK)
		parse(&r, &t);
	csv_text_free(&t);
	return r.rc;
}

bool
csv_table_begins(const char *text, size_t n, const char *column)
{
	char name[64], want[64];
	struct csv_text t;
	bool begins = false;

	if (csv_text_open(&t, text, n) == RC_OK) {
		size_t len = 0;
		char *first;

		while (len < t.n && strchr(";,\t\r\n", t.text[len]) == NULL)
			len++;
		first = trimmed(t.text, len);
		str_fold(name, sizeof(name), first);
		str_fold(want, sizeof(want), column);
		begins = strcmp(name, want) == 0;
		free(first);
	}
	csv_text_free(&t);
	return begins;
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
