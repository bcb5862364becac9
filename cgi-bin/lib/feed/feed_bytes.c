/* feed_bytes.c - the bytes of a feed's file. */

#include <errno.h>
#include <string.h>

#include "base/say.h"
#include "feed/feed_bytes.h"

enum { MAX_TEXT = 256 << 20 }; /* of a file that is read whole */

/* A spreadsheet or an editor of Windows puts the mark before the first brace.
 */
bool
feed_bytes_open(struct feed_bytes *b, const char *path)
{
	if ((b->f = gzopen(path, "rbe")) == NULL)
		return false;
	gzbuffer(b->f, FEED_BLOCK);
	b->data = b->block;
	b->at = b->n = 0;
	b->back = (struct buf){ 0 };
	b->whole = false;
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
	gzclose(b->f);
	buf_free(&b->back);
}

void
feed_bytes_turn(struct feed_bytes *b, const char *text, size_t n)
{
	b->data = (const unsigned char *)text;
	b->at = 0;
	b->n = n;
	b->whole = true;
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
	int n;

	if (b->at == b->n) {
		if (b->whole || (n = gzread(b->f, b->block, FEED_BLOCK)) <= 0)
			return FEED_END;
		b->data = b->block;
		b->at = 0;
		b->n = (size_t)n;
	}
	return b->data[b->at];
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

bool
feed_bytes_rest(struct feed_bytes *b, struct buf *rest)
{
	buf_puts(rest, "");
	while (feed_bytes_peek(b) != FEED_END) {
		buf_put(rest, (const char *)b->data + b->at, b->n - b->at);
		b->at = b->n;
		if (rest->len > MAX_TEXT)
			return false;
	}
	return true;
}

const char *
feed_bytes_fault(const struct feed_bytes *b)
{
	int e;

	gzerror(b->f, &e);
	return e == Z_ERRNO                  ? say_error(errno)
	    : e == Z_OK || e == Z_STREAM_END ? NULL
					     : N_("the file is cut short or "
						  "damaged");
}
