/* csv_text.c - the text of a table, in whatever encoding it was saved. */

#include <iconv.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "table/csv_text.h"

/* ---- encodings ---- */

/* Length of the sequence of UTF-8 at p that is no ASCII; 0 when it is none. */
static size_t
sequence(const unsigned char *p, size_t n)
{
	size_t len = p[0] >= 0xf0 ? 4 : p[0] >= 0xe0 ? 3 : 2;

	if (p[0] < 0xc2 || p[0] > 0xf4 || len > n)
		return 0;
	for (size_t i = 1; i < len; i++)
		if ((p[i] & 0xc0) != 0x80)
			return 0;
	return len;
}

/* Whether a text that is not UTF-8 is one of a single byte a letter: in French
 * two letters in a row are seldom a sequence of UTF-8, where each accent of a
 * text in UTF-8 is one. */
static bool
is_single_byte(const char *s, size_t n)
{
	const unsigned char *p = (const unsigned char *)s, *end = p + n;
	size_t good = 0, bad = 0;

	while (p < end) {
		size_t len = *p < 0x80 ? 1 : sequence(p, (size_t)(end - p));

		good += len > 1;
		bad += len == 0;
		p += len > 0 ? len : 1;
	}
	return bad > good;
}

/* Converts into t->own; false when a byte is none of that encoding. */
static bool
convert(struct csv_text *t, const char *encoding)
{
	iconv_t cd = iconv_open("UTF-8", encoding);
	char *in = (char *)(uintptr_t)t->text, out[4096];
	size_t left = t->n;

	if (cd == (iconv_t)-1)
		return false;
	while (left > 0) {
		char *to = out;
		size_t room = sizeof(out), before = left;

		iconv(cd, &in, &left, &to, &room);
		buf_put(&t->own, out, (size_t)(to - out));
		if (left == before)
			break;
	}
	iconv_close(cd);
	t->text = t->own.data != NULL ? t->own.data : "";
	t->n = t->own.len;
	return left == 0;
}

/* Control characters, which a word processor leaves in a cell, become blanks;
 * a NUL stays, for a text has none. */
static void
blank_controls(struct csv_text *t)
{
	if (t->text != t->own.data)
		buf_put(&t->own, t->text, t->n);
	for (size_t i = 0; i < t->own.len; i++) {
		char *c = &t->own.data[i];

		if (*c > '\0' && *c < ' ' && strchr("\t\r\n", *c) == NULL)
			*c = ' ';
	}
	t->text = t->own.data;
	t->n = t->own.len;
}

static bool
skip_mark(struct csv_text *t, const char *mark)
{
	size_t n = strlen(mark);

	if (t->n < n || memcmp(t->text, mark, n) != 0)
		return false;
	t->text += n;
	t->n -= n;
	return true;
}

/* DOS ends a text with Control-Z, and old programs still do. */
static void
skip_end_mark(struct csv_text *t)
{
	while (t->n > 0 && t->text[t->n - 1] == '\x1a')
		t->n--;
}

/* Makes it UTF-8; false when it is no text. */
static bool
decode(struct csv_text *t)
{
	bool is_text = true;

	if (skip_mark(t, "\xef\xbb\xbf"))
		;
	else if (skip_mark(t, "\xff\xfe"))
		is_text = convert(t, "UTF-16LE");
	else if (skip_mark(t, "\xfe\xff"))
		is_text = convert(t, "UTF-16BE");
	else if (!str_is_xml(t->text, t->n) && is_single_byte(t->text, t->n))
		is_text = convert(t, "WINDOWS-1252");
	skip_end_mark(t);
	if (is_text && t->n > 0 && !str_is_xml(t->text, t->n))
		blank_controls(t);
	return is_text && str_is_xml(t->text, t->n);
}

/* ---- the separator ---- */

/* Past the line "sep=;", which tells a spreadsheet the separator; another
 * spreadsheet that saved it again put it in quotation marks, and added empty
 * columns. */
static void
skip_sep(struct csv_text *t)
{
	size_t quote = t->n > 0 && t->text[0] == '"', n = quote + 5;

	if (t->n < n + quote || strncasecmp(t->text + quote, "sep=", 4) != 0 ||
	    strchr(";,\t", t->text[quote + 4]) == NULL ||
	    (quote > 0 && t->text[n++] != '"'))
		return;
	t->delim = t->text[quote + 4];
	while (quote > 0 && n < t->n && t->text[n] == t->delim)
		n++;
	n += n < t->n && t->text[n] == '\r';
	if (n < t->n && t->text[n] != '\n') {
		t->delim = '\0';
		return;
	}
	n += n < t->n;
	t->text += n;
	t->n -= n;
}

static void
find_delim(struct csv_text *t)
{
	const char *end = memchr(t->text, '\n', t->n);
	size_t n = end != NULL ? (size_t)(end - t->text) : t->n;

	t->delim = memchr(t->text, ';', n) != NULL ? ';'
	    : memchr(t->text, '\t', n) != NULL     ? '\t'
	    : memchr(t->text, ',', n) != NULL      ? ','
						   : ';';
}

/* Whether it is a workbook, by the first bytes of a ZIP archive (XLSX, ODS) or
 * of a compound file (XLS). */
static bool
is_workbook(const char *s, size_t n)
{
	return n >= 4 &&
	    (memcmp(s, "PK\x03\x04", 4) == 0 ||
		memcmp(s, "\xd0\xcf\x11\xe0", 4) == 0);
}

enum rc
csv_text_open(struct csv_text *t, const char *bytes, size_t n)
{
	*t = (struct csv_text){ .text = bytes, .n = n };
	if (is_workbook(bytes, n)) {
		log_msg(_("this is a workbook (XLSX, ODS or XLS): save it as "
			  "CSV (UTF-8)"));
		return RC_BAD_PARAM;
	}
	if (!decode(t)) {
		log_msg(
		    _("the table is not text in UTF-8 or Windows-1252: save "
		      "it as CSV (UTF-8)"));
		return RC_BAD_PARAM;
	}
	skip_sep(t);
	if (t->delim == '\0')
		find_delim(t);
	return RC_OK;
}

size_t
csv_text_line(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && s[i] != '\n' && s[i] != '\r')
		i++;
	i += i + 1 < n && s[i] == '\r' && s[i + 1] == '\n';
	return i < n ? i + 1 : n;
}

void
csv_text_free(struct csv_text *t)
{
	buf_free(&t->own);
}
