/* bulk_csv.c - JSON of the API as a table. */

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "bulk/bulk_csv.h"
#include "text/json_span.h"

/* Appends the characters of the string from s, with its quote, to end. */
static void
put_string(struct buf *b, const char *s, const char *end)
{
	static const char from[] = "nrtbf", to[] = "\n\r\t\b\f";

	for (s++; s < end - 1; s++) {
		const char *plain = s;
		const char *known;

		while (s < end - 1 && *s != '\\')
			s++;
		buf_put(b, plain, (size_t)(s - plain));
		if (s >= end - 1)
			break;
		s++;
		known = strchr(from, *s);
		if (*s == 'u') {
			char hex[5] = { s[1], s[2], s[3], s[4], '\0' };

			/* The sheets write but "<" so. */
			buf_putc(b, (char)strtol(hex, NULL, 16));
			s += 4;
		} else {
			buf_putc(b, known != NULL ? to[known - from] : *s);
		}
	}
}

/*
 * ---- cells ----
 *
 * A value is written as text first, then quoted if it must be: a comma, a
 * quote, the end of a line, or what begins a formula.
 */

static bool
is_scalar_list(const char *s, const char *end)
{
	for (s++; s < end - 1; s = s < end - 1 ? s + 1 : s) {
		if (*s == '{' || *s == '[')
			return false;
		s = json_value_end(s);
	}
	return true;
}

static void
put_list(struct buf *b, const char *s, const char *end)
{
	bool first = true;

	for (s++; s < end - 1; first = false) {
		const char *to = json_value_end(s);

		if (!first)
			buf_putc(b, '|');
		if (*s == '"')
			put_string(b, s, to);
		else
			buf_put(b, s, (size_t)(to - s));
		s = to + (*to == ',');
	}
}

/* Whether a spreadsheet may take it for a formula: in wide letters too, as
 * xsl/lib/csv.xsl. */
static bool
is_formula(const char *s)
{
	static const char *const wide[] = { "＝", "＋", "－", "＠" };

	for (size_t i = 0; i < sizeof(wide) / sizeof(wide[0]); i++)
		if (strncmp(s, wide[i], strlen(wide[i])) == 0)
			return true;
	return *s != '\0' && strchr("=+-@\t\r", *s) != NULL;
}

/* A text in quotes, unless it needs none; nothing for nothing. */
static void
put_cell(struct buf *b, const struct buf *text)
{
	const char *s = text->data;

	if (text->len == 0)
		return;
	if (!is_formula(s) && strpbrk(s, ",\"\r\n") == NULL) {
		buf_put(b, s, text->len);
		return;
	}
	buf_puts(b, is_formula(s) ? "\"'" : "\"");
	for (const char *quote; (quote = strchr(s, '"')) != NULL;
	     s = quote + 1) {
		buf_put(b, s, (size_t)(quote - s));
		buf_puts(b, "\"\"");
	}
	buf_puts(b, s);
	buf_putc(b, '"');
}

static void
put_value(struct buf *b, struct buf *text, const char *s, const char *end)
{
	if (*s != '"' && *s != '[' && *s != '{') { /* a number, a flag, null */
		if (strncmp(s, "null", 4) != 0)
			buf_put(b, s, (size_t)(end - s));
		return;
	}
	buf_reset(text);
	if (*s == '"')
		put_string(text, s, end);
	else if (*s == '[' && is_scalar_list(s, end))
		put_list(text, s, end);
	else
		buf_put(text, s, (size_t)(end - s));
	put_cell(b, text);
}

/* ---- lines ---- */

void
bulk_csv_titles(struct buf *b, const char *object)
{
	bool first = true;

	for (const char *s = object + 1; *s == '"'; first = false) {
		const char *end = json_string_end(s);

		if (!first)
			buf_putc(b, ',');
		buf_put(b, s + 1, (size_t)(end - s - 2));
		s = json_value_end(end + 1);
		s += *s == ',';
	}
	buf_puts(b, "\r\n");
}

void
bulk_csv_row(struct buf *b, const char *object)
{
	struct buf text = { 0 };
	bool first = true;

	for (const char *s = object + 1; *s == '"'; first = false) {
		const char *value = json_string_end(s) + 1,
			   *end = json_value_end(value);

		if (!first)
			buf_putc(b, ',');
		put_value(b, &text, value, end);
		s = end + (*end == ',');
	}
	buf_puts(b, "\r\n");
	buf_free(&text);
}

void
bulk_csv_put(struct bulk_file *f, const char *object)
{
	struct buf line = { 0 };

	if (f->rows == 0)
		bulk_csv_titles(&line, object);
	bulk_csv_row(&line, object);
	bulk_file_put(f, line.data, line.len);
	buf_free(&line);
}
