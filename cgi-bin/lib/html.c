/* html.c - a result tree as HTML. */

#include <stdbool.h>
#include <string.h>

#include <libxml/parserInternals.h>

#include "html.h"

bool
html_is_void(const char *name)
{
	static const char *const names[] = { "area", "base", "br", "col",
	    "embed", "hr", "img", "input", "link", "meta", "source", "track",
	    "wbr" };

	if (strchr("abcehilmstw", name[0]) == NULL)
		return false;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

/* Puts s with the characters of stop written as entities. */
static void
put_escaped(struct buf *b, const char *s, const char *stop)
{
	for (;;) {
		size_t n = strcspn(s, stop);

		buf_put(b, s, n);
		s += n;
		switch (*s++) {
		case '&': buf_put(b, "&amp;", 5); break;
		case '<': buf_put(b, "&lt;", 4); break;
		case '>': buf_put(b, "&gt;", 4); break;
		case '"': buf_put(b, "&quot;", 6); break;
		default:  return;
		}
	}
}

static void
put_attributes(struct buf *b, const xmlNode *n)
{
	for (const xmlAttr *a = n->properties; a != NULL; a = a->next) {
		buf_putc(b, ' ');
		if (a->ns != NULL && a->ns->prefix != NULL) {
			buf_puts(b, (const char *)a->ns->prefix);
			buf_putc(b, ':');
		}
		buf_puts(b, (const char *)a->name);
		if (a->children == NULL || a->children->content == NULL)
			continue;
		buf_put(b, "=\"", 2);
		put_escaped(b, (const char *)a->children->content, "&<\"");
		buf_putc(b, '"');
	}
}

void
html_write_text(struct buf *b, const char *s)
{
	put_escaped(b, s, "&<>\"");
}

static void
put_text(struct buf *b, const xmlNode *n)
{
	if (n->content == NULL)
		return;
	if (n->name == xmlStringTextNoenc)
		buf_puts(b, (const char *)n->content);
	else
		html_write_text(b, (const char *)n->content);
}

/* Walks without recursion: depth is the stylesheet's, but costs no stack. */
static void
put_tree(struct buf *b, const xmlNode *n)
{
	const xmlNode *top = n != NULL ? n->parent : NULL;

	while (n != NULL) {
		if (n->type == XML_TEXT_NODE || n->type ==
		    XML_CDATA_SECTION_NODE) {
			put_text(b, n);
		} else if (n->type == XML_ELEMENT_NODE) {
			buf_putc(b, '<');
			buf_puts(b, (const char *)n->name);
			put_attributes(b, n);
			buf_putc(b, '>');
			if (n->children != NULL) {
				n = n->children;
				continue;
			}
			if (!html_is_void((const char *)n->name)) {
				buf_put(b, "</", 2);
				buf_puts(b, (const char *)n->name);
				buf_putc(b, '>');
			}
		}
		while (n->next == NULL) {
			n = n->parent;
			if (n == top)
				return;
			buf_put(b, "</", 2);
			buf_puts(b, (const char *)n->name);
			buf_putc(b, '>');
		}
		n = n->next;
	}
}

void
html_write_fragment(struct buf *b, const xmlDoc *doc)
{
	put_tree(b, doc->children);
}

void
html_write(struct buf *b, const xmlDoc *doc)
{
	buf_puts(b, "<!DOCTYPE html>\n");
	put_tree(b, doc->children);
}
