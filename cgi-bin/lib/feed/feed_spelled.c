/* feed_spelled.c - JSON within a text. */

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "feed/feed_spelled.h"

enum { MAX_TEXT = 1 << 16 };

/* A text in quotes as one of JSON; where it ends.  One of single quotes holds
 * double ones, and may hold its own after a backslash. */
static const char *
put_quoted(struct buf *b, const char *s)
{
	const char quote = *s++;

	buf_putc(b, '"');
	for (; *s != '\0' && *s != quote; s++) {
		bool escaped = *s == '\\' && s[1] != '\0';

		if (escaped && s[1] == '\'') {
			s++;
			escaped = false;
		} else if (*s == '"') {
			buf_putc(b, '\\');
		}
		buf_putc(b, *s);
		if (escaped)
			buf_putc(b, *++s);
	}
	buf_putc(b, '"');
	return *s != '\0' ? s + 1 : s;
}

/* A name: of a key, unless it is a word of JSON. */
static const char *
put_word(struct buf *b, const char *s)
{
	size_t n = 0, blanks;

	while (
	    isalnum((unsigned char)s[n]) || s[n] == '_' || (s[n] & 0x80) != 0)
		n++;
	blanks = strspn(s + n, " \t\r\n");
	if (s[n + blanks] == ':') {
		buf_putc(b, '"');
		buf_put(b, s, n);
		buf_putc(b, '"');
	} else {
		buf_put(b, s, n);
	}
	return s + n;
}

static json_t *
load_loose(const char *s)
{
	struct buf b = { 0 };
	json_t *v;

	while (*s != '\0')
		if (*s == '"' || *s == '\'')
			s = put_quoted(&b, s);
		else if (isalpha((unsigned char)*s) || *s == '_')
			s = put_word(&b, s);
		else
			buf_putc(&b, *s++);
	v = json_loadb(b.data, b.len, 0, NULL);
	buf_free(&b);
	return v;
}

json_t *
feed_spelled(const char *s)
{
	json_t *v;

	s += strspn(s, " \t\r\n");
	if ((*s != '[' && *s != '{') || strlen(s) > MAX_TEXT)
		return NULL;
	v = json_loads(s, 0, NULL);
	return v != NULL ? v : load_loose(s);
}
