/* csv_table.c - tables that an administrator edits in a spreadsheet. */

#include <stdlib.h>
#include <string.h>

#include <csv.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "text/csv_table.h"

struct table_parser {
	const char *const *columns;
	int want; /* columns */
	enum rc (*row)(void *, char **, unsigned long);
	void *arg;
	char *field[CSV_TABLE_COLUMNS];
	int n; /* fields of the line so far */
	unsigned long line;
	enum rc rc;
};

/* Blanks around a field come from hands, and are never meant. */
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
	return copy;
}

/* Fields beyond those that there is room for are counted only: the line is then
 * refused with their number. */
static void
on_field(void *s, size_t n, void *arg)
{
	struct table_parser *r = arg;

	if (r->n < CSV_TABLE_COLUMNS)
		r->field[r->n] = trimmed(s != NULL ? s : "", n);
	r->n++;
}

static void
forget_fields(struct table_parser *r)
{
	for (int i = 0; i < r->n && i < CSV_TABLE_COLUMNS; i++)
		free(r->field[i]);
	r->n = 0;
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
		log_msg(_("line 1: the column \"%s\" should be \"%s\""),
		    r->field[i], r->columns[i]);
		return RC_BAD_PARAM;
	}
	return RC_OK;
}

static void
on_line(int c, void *arg)
{
	struct table_parser *r = arg;

	(void)c;
	r->line++;
	if (r->rc == RC_OK && r->n != r->want) {
		log_msg(_("line %lu: %d fields instead of %d"), r->line, r->n,
		    r->want);
		r->rc = RC_BAD_PARAM;
	}
	if (r->rc == RC_OK)
		r->rc = r->line == 1 ? check_names(r)
				     : r->row(r->arg, r->field, r->line);
	forget_fields(r);
}

enum rc
csv_table_read(const char *text, size_t n, const char *const *columns,
    enum rc (*row)(void *arg, char **field, unsigned long line), void *arg)
{
	struct table_parser r = { .columns = columns, .row = row, .arg = arg };
	struct csv_parser p;

	while (columns[r.want] != NULL)
		r.want++;
	if (n >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
		text += 3;
		n -= 3;
	}
	if (!str_is_xml(text, n)) {
		log_msg(_("the table is not text in UTF-8"));
		return RC_BAD_PARAM;
	}
	if (csv_init(&p, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0)
		log_die("table: out of memory");
	csv_set_delim(&p, ';');
	if (csv_parse(&p, text, n, on_field, on_line, &r) != n ||
	    csv_fini(&p, on_field, on_line, &r) != 0) {
		log_msg(_("after line %lu: %s"), r.line,
		    csv_strerror(csv_error(&p)));
		r.rc = RC_BAD_PARAM;
	}
	forget_fields(&r);
	csv_free(&p);
	return r.rc;
}

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

void
csv_table_write(FILE *f, const char *const *field, int n)
{
	for (int i = 0; i < n; i++) {
		if (i > 0)
			putc(';', f);
		if (strpbrk(field[i], ";\"\n\r") != NULL)
			csv_fwrite(f, field[i], strlen(field[i]));
		else
			fputs(field[i], f);
	}
	putc('\n', f);
}
