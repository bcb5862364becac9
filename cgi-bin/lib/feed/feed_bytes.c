/* feed_bytes.c - the bytes of a feed's file. */

#include <string.h>

#include "feed/feed_bytes.h"

/* A spreadsheet or an editor of Windows puts the mark before the first brace.
 */
bool
feed_bytes_open(struct feed_bytes *b, const char *path)
{
	if (!csv_source_open(&b->in, path))
		return false;
	b->text = NULL;
	b->data = b->block;
	b->at = b->n = 0;
	b->back = (struct buf){ 0 };
	b->begins = true;
	b->line = 1;
	if (feed_bytes_peek(b) == 0xef && b->n >= 3 && b->data[1] == 0xbb &&
	    b->data[2] == 0xbf)
		b->at = 3;
	return true;
}

void
feed_bytes_close(struct feed_bytes *b)
{
	csv_source_close(&b->in);
	buf_free(&b->back);
}

enum rc
feed_bytes_text(struct feed_bytes *b, size_t begin, struct csv_text *t)
{
	if (begin > b->at)
		begin = b->at;
	return csv_source_hold(&b->in, b->data + begin, b->n - begin)
	    ? csv_text_open(t, &b->in)
	    : RC_BAD_PARAM;
}

void
feed_bytes_turn(struct feed_bytes *b, struct csv_text *t)
{
	b->text = t;
	b->at = b->n = 0;
	b->line = 1;
	b->begins = true;
}

size_t
feed_bytes_run(struct feed_bytes *b, const char **s)
{
	size_t from = b->at;

	*s = (const char *)b->data + from;
	while (b->at < b->n && b->data[b->at] != '\0' &&
	    b->data[b->at] != '\n' && b->data[b->at] != '"' &&
	    b->data[b->at] != '\\')
		b->at++;
	if (b->at > from)
		b->begins = false;
	return b->at - from;
}

/* They stand just before, unless another block was read meanwhile. */
void
feed_bytes_back(struct feed_bytes *b, const char *s, size_t n)
{
	struct buf all = { 0 };

	for (size_t i = 0; i < n; i++)
		b->line -= s[i] == '\n';
	b->begins = true;
	if (n <= b->at) {
		b->at -= n;
		return;
	}
	/* What is left of an earlier giving back is in "back" itself. */
	buf_put(&all, s, n);
	buf_put(&all, (const char *)b->data + b->at, b->n - b->at);
	buf_free(&b->back);
	b->back = all;
	b->data = (const unsigned char *)b->back.data;
	b->at = 0;
	b->n = b->back.len;
}

bool
feed_bytes_second_line(struct feed_bytes *b, char c)
{
	size_t i;

	feed_bytes_peek(b);
	for (i = b->at; i < b->n && b->data[i] != '\n'; i++)
		;
	while (i < b->n && strchr(" \t\r\n", b->data[i]) != NULL &&
	    b->data[i] != '\0')
		i++;
	return i < b->n && b->data[i] == (unsigned char)c;
}

int
feed_bytes_peek(struct feed_bytes *b)
{
	const char *s = (const char *)b->block;

	if (b->at == b->n) {
		b->at = 0;
		b->n = b->text != NULL
		    ? csv_text_block(b->text, &s)
		    : csv_source_read(&b->in, b->block, FEED_BLOCK);
		b->data = (const unsigned char *)s;
	}
	return b->n > 0 ? b->data[b->at] : FEED_END;
}

int
feed_bytes_take(struct feed_bytes *b)
{
	int c = feed_bytes_peek(b);

	b->at += c != FEED_END;
	b->line += c == '\n';
	b->begins = c == '\n';
	return c;
}

size_t
feed_bytes_block(struct feed_bytes *b, char *to, size_t n)
{
	if (feed_bytes_peek(b) == FEED_END)
		return 0;
	n = n < b->n - b->at ? n : b->n - b->at;
	memcpy(to, b->data + b->at, n);
	b->at += n;
	return n;
}

int
feed_bytes_peek_mark(struct feed_bytes *b)
{
	int c;

	while ((c = feed_bytes_peek(b)) == ' ' || c == '\t' || c == '\r' ||
	    c == '\n')
		feed_bytes_take(b);
	return c;
}

bool
feed_bytes_is_utf16(struct feed_bytes *b)
{
	int c = feed_bytes_peek(b);

	return b->at == 0 && b->n >= 2 &&
	    ((c == 0xff && b->data[1] == 0xfe) ||
		(c == 0xfe && b->data[1] == 0xff));
}
