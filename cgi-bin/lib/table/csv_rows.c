/* csv_rows.c - the rows of a table. */

#include <stdlib.h>
#include <string.h>

#include <csv.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "table/csv_rows.h"

/* A state of libcsv's parser, which its header does not name. */
enum { ROW_NOT_BEGUN = 0 };

struct row_reader {
	enum rc (*take)(void *, const struct csv_row *);
	void *arg;
	struct csv_row row;
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

bool
csv_field_is_apart(const char *s)
{
	return is_formula(s + strspn(s, "'"));
}

char *
csv_field_plain(char *s)
{
	if (*s == '\'' && csv_field_is_apart(s))
		memmove(s, s + 1, strlen(s));
	return s;
}

/* ---- rows ---- */

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
	return csv_field_plain(copy);
}

static void
on_field(void *s, size_t n, void *arg)
{
	struct csv_row *row = &((struct row_reader *)arg)->row;
	char *field = trimmed(s != NULL ? s : "", n);

	str_drop_hidden(field);
	if (*field != '\0')
		row->filled = row->n + 1;
	if (row->n < CSV_FIELDS)
		row->field[row->n] = field;
	else
		free(field);
	row->n++;
}

static void
forget_fields(struct csv_row *row)
{
	for (int i = 0; i < row->n && i < CSV_FIELDS; i++)
		free(row->field[i]);
	row->n = row->filled = 0;
}

static void
on_end(int c, void *arg)
{
	struct row_reader *r = arg;

	(void)c;
	if (r->row.filled > 0 && r->rc == RC_OK)
		r->rc = r->take(r->arg, &r->row);
	forget_fields(&r->row);
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
parse(struct row_reader *r, struct csv_text *t)
{
	struct csv_parser p;
	size_t n, row = 0;
	bool good = true;
	const char *s;

	if (csv_init(&p, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0)
		log_die("table: out of memory");
	csv_set_delim(&p, (unsigned char)t->delim);
	csv_set_blk_size(&p, CSV_BLOCK);
	while (good && r->rc == RC_OK && (n = csv_text_line(t, &s)) > 0) {
		if (p.pstate == ROW_NOT_BEGUN) {
			r->row.line++;
			row = 0;
		}
		row += n;
		good = row <= CSV_ROW_MAX &&
		    csv_parse(&p, s, n, on_field, on_end, r) == n;
	}
	if (r->rc == RC_OK &&
	    (!good || csv_fini(&p, on_field, on_end, r) != 0)) {
		log_msg(_("line %lu: %s"), r->row.line, why_bad(&p, row));
		r->rc = RC_BAD_PARAM;
	}
	if (r->rc == RC_OK)
		r->rc = csv_text_end(t);
	forget_fields(&r->row);
	csv_free(&p);
}

enum rc
csv_rows_read(struct csv_text *t, unsigned long before,
    enum rc (*take)(void *arg, const struct csv_row *), void *arg)
{
	struct row_reader r = { .take = take,
		.arg = arg,
		.row = { .line = before } };

	parse(&r, t);
	return r.rc;
}
