/* richtext_writer.c - rich text as it is written: tags, words, paragraphs. */

#include <string.h>

#include "text/richtext_writer.h"

void
richtext_writer_put_escaped(struct buf *b, const char *s, size_t n)
{
	for (; n > 0; s++, n--) {
		switch (*s) {
		case '&':
			buf_puts(b, "&amp;");
			break;
		case '<':
			buf_puts(b, "&lt;");
			break;
		case '>':
			buf_puts(b, "&gt;");
			break;
		case '"':
			buf_puts(b, "&quot;");
			break;
		default:
			buf_putc(b, *s);
		}
	}
}

void
richtext_writer_tag(struct buf *b, const char *head, const char *name)
{
	buf_puts(b, head);
	buf_puts(b, name);
	buf_putc(b, '>');
}

/* The start is marked, so that an element that stays empty can be taken
 * back. */
void
richtext_writer_open(struct richtext_writer *w, const char *name)
{
	w->mark = w->out->len;
	w->open = name;
	w->words = w->space = false;
	richtext_writer_tag(w->out, "<", name);
}

void
richtext_writer_close(struct richtext_writer *w)
{
	static const char br[] = "<br/>";
	struct buf *b = w->out;

	if (w->open == NULL)
		return;
	if (!w->words) {
		b->len = w->mark;
		b->data[b->len] = '\0';
	} else {
		while (b->len > sizeof(br) &&
		    memcmp(b->data + b->len - strlen(br), br, strlen(br)) == 0)
			b->data[b->len -= strlen(br)] = '\0';
		richtext_writer_tag(b, "</", w->open);
	}
	w->open = NULL;
}

void
richtext_writer_words(struct richtext_writer *w, const char *s)
{
	static const char blanks[] = " \t\r\n";

	while (*s != '\0') {
		size_t n = strcspn(s, blanks);

		if (n > 0) {
			if (w->open == NULL)
				richtext_writer_open(w, "p");
			if (w->space && w->words)
				buf_putc(w->out, ' ');
			richtext_writer_put_escaped(w->out, s, n);
			w->words |= strspn(s, "\xc2\xa0") < n;
			w->space = false;
			s += n;
		}
		if (*s != '\0') {
			w->space = true;
			s += strspn(s, blanks);
		}
	}
}
