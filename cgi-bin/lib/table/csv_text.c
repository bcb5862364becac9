/* csv_text.c - the text of a table, a line at a time. */

#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "base/log.h"
#include "base/say.h"
#include "table/csv_text.h"

/* ---- the window ---- */

/* Brings another block to hand; false at the end.  What is before the window's
 * kept part goes when it is the larger one, so that each byte moves once. */
static bool
bring_block(struct csv_text *t)
{
	size_t gone = t->kept < t->at ? t->kept : t->at;

	if (gone > t->window.len / 2) {
		t->window.len -= gone;
		memmove(t->window.data, t->window.data + gone,
		    t->window.len + 1);
		t->base += gone;
		t->at -= gone;
		t->kept -= t->kept != SIZE_MAX ? gone : 0;
	}
	return csv_decoder_next(&t->decoder, &t->window);
}

const char *
csv_text_ahead(struct csv_text *t, size_t wanted, size_t *n)
{
	while (t->window.len - t->at < wanted && bring_block(t))
		;
	*n = t->window.len - t->at;
	return *n > 0 ? t->window.data + t->at : "";
}

size_t
csv_text_span(struct csv_text *t, size_t from)
{
	size_t n, i = from;
	const char *s = csv_text_ahead(t, from + 1, &n);

	while (i < n && s[i] != '\n' && s[i] != '\r' && i - from < CSV_ROW_MAX)
		if (++i == n)
			s = csv_text_ahead(t, i + 1, &n);
	if (i >= n || i - from == CSV_ROW_MAX)
		return i - from;
	if (s[i] == '\r') {
		s = csv_text_ahead(t, i + 2, &n);
		i += i + 1 < n && s[i + 1] == '\n';
	}
	return i + 1 - from;
}

size_t
csv_text_line(struct csv_text *t, const char **line)
{
	size_t n = csv_text_span(t, 0), had;

	*line = csv_text_ahead(t, n, &had);
	t->at += n;
	return n;
}

size_t
csv_text_block(struct csv_text *t, const char **block)
{
	size_t n;

	*block = csv_text_ahead(t, 1, &n);
	t->at += n;
	return n;
}

unsigned long long
csv_text_tell(const struct csv_text *t)
{
	return t->base + t->at;
}

void
csv_text_keep(struct csv_text *t, unsigned long long from)
{
	t->kept = (size_t)(from - t->base);
}

const char *
csv_text_kept(const struct csv_text *t, unsigned long long from)
{
	return t->window.data + (size_t)(from - t->base);
}

void
csv_text_seek(struct csv_text *t, unsigned long long to)
{
	t->at = (size_t)(to - t->base);
}

/* ---- the separator ---- */

/* Past the line "sep=;", which tells a spreadsheet the separator; another
 * spreadsheet that saved it again put it in quotation marks, and added empty
 * columns. */
static void
skip_sep(struct csv_text *t)
{
	size_t have, at;
	const char *s = csv_text_ahead(t, csv_text_span(t, 0) + 1, &have);
	bool quoted = s[0] == '"';

	at = quoted + 5;
	if (have < at + quoted || strncasecmp(s + quoted, "sep=", 4) != 0 ||
	    strchr(";,\t", s[quoted + 4]) == NULL || (quoted && s[at++] != '"'))
		return;
	while (quoted && at < have && s[at] == s[5])
		at++;
	at += at < have && s[at] == '\r';
	if (at < have && s[at] != '\n')
		return;
	t->delim = s[quoted + 4];
	t->at += at + (at < have);
}

void
csv_text_find_delim(struct csv_text *t)
{
	size_t n, wanted = 1024;
	const char *s = csv_text_ahead(t, wanted, &n), *end;

	while ((end = memchr(s, '\n', n)) == NULL && n >= wanted &&
	    wanted < CSV_ROW_MAX)
		s = csv_text_ahead(t, wanted *= 2, &n);
	if (end != NULL)
		n = (size_t)(end - s);
	t->delim = memchr(s, ';', n) != NULL ? ';'
	    : memchr(s, '\t', n) != NULL     ? '\t'
	    : memchr(s, ',', n) != NULL      ? ','
					     : ';';
}

enum rc
csv_text_open(struct csv_text *t, struct csv_source *in)
{
	enum rc rc;

	memset(t, 0, sizeof(*t));
	t->kept = SIZE_MAX;
	if ((rc = csv_decoder_open(&t->decoder, in)) != RC_OK)
		return rc;
	skip_sep(t);
	if (t->delim == '\0')
		csv_text_find_delim(t);
	return RC_OK;
}

enum rc
csv_text_end(const struct csv_text *t)
{
	if (t->decoder.left == 0)
		return RC_OK;
	log_msg(_("the table changed while it was read"));
	return RC_BAD_PARAM;
}

void
csv_text_free(struct csv_text *t)
{
	csv_decoder_close(&t->decoder);
	buf_free(&t->window);
}
