/* richtext_plain.c - the length and the words of rich text. */

#include <stdbool.h>
#include <string.h>

#include "base/str.h"
#include "text/richtext.h"

static char
entity(const char *s)
{
	static const struct {
		const char *name;
		char c;
	} names[] = {
		{ "&amp;", '&' },
		{ "&lt;", '<' },
		{ "&gt;", '>' },
		{ "&quot;", '"' },
	};

	for (size_t i = 0; i < 4; i++)
		if (strncmp(s, names[i].name, strlen(names[i].name)) == 0)
			return names[i].c;
	return '\0';
}

static bool
is_block_tag(const char *s)
{
	static const char *const inlines[] = { "a", "strong", "em", "sub",
		"sup" };
	size_t n;

	s += *s == '/';
	n = strcspn(s, " >/");
	for (size_t i = 0; i < 5; i++)
		if (strlen(inlines[i]) == n && memcmp(s, inlines[i], n) == 0)
			return false;
	return true;
}

void
richtext_put_plain(struct buf *out, const char *s)
{
	while (s != NULL && *s != '\0') {
		size_t n = strcspn(s, "<&");
		char c;

		buf_put(out, s, n);
		s += n;
		if (*s == '<') {
			if (is_block_tag(s + 1) && out->len > 0 &&
			    out->data[out->len - 1] != '\n')
				buf_putc(out, '\n');
			s += strcspn(s, ">");
			s += *s == '>';
		} else if (*s == '&') {
			c = entity(s);
			buf_putc(out, c != '\0' ? c : '&');
			s += c != '\0' ? strcspn(s, ";") + 1 : 1;
		}
	}
}

/* A line of plain text makes no node. */
size_t
richtext_length(const char *s, enum richtext format)
{
	static const char *const signs[] = { [RICHTEXT_HTML] = "<",
		[RICHTEXT_OWN] = "<",
		[RICHTEXT_MARKDOWN] = "\r\n\\`&_*[]<!",
		[RICHTEXT_PLAIN] = "" };
	size_t n = strcspn(s, signs[format]);

	for (int i = 0; i < RICHTEXT_SIGNS && n < RICHTEXT_MAX && s[n] != '\0';
	     i++)
		n += 1 + strcspn(s + n + 1, signs[format]);
	return n < RICHTEXT_MAX ? n : str_cut(s, RICHTEXT_MAX);
}
