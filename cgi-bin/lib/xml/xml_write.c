/* xml_write.c - a document as XML. */

#include <string.h>

#include <libxml/parserInternals.h>

#include "xml/xml_write.h"

/* What stands for a character that XML would take for markup, or change. */
static const char *
reference(char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\n':
		return "&#10;";
	case '\t':
		return "&#9;";
	default:
		return "&#13;";
	}
}

static void
put_escaped_xml(struct buf *b, const xmlChar *text, const char *stop)
{
	const char *s = (const char *)text;

	for (size_t k; s != NULL && *s != '\0'; s++) {
		k = strcspn(s, stop);
		buf_put(b, s, k);
		s += k;
		if (*s == '\0')
			return;
		buf_puts(b, reference(*s));
	}
}

static void
put_name(struct buf *b, const xmlNs *ns, const xmlChar *name)
{
	if (ns != NULL && ns->prefix != NULL) {
		buf_puts(b, (const char *)ns->prefix);
		buf_putc(b, ':');
	}
	buf_puts(b, (const char *)name);
}

static void
put_start_tag(struct buf *b, const xmlNode *n)
{
	buf_putc(b, '<');
	put_name(b, n->ns, n->name);
	for (const xmlNs *ns = n->nsDef; ns != NULL; ns = ns->next) {
		buf_puts(b, ns->prefix != NULL ? " xmlns:" : " xmlns");
		if (ns->prefix != NULL)
			buf_puts(b, (const char *)ns->prefix);
		buf_put(b, "=\"", 2);
		buf_puts(b, (const char *)ns->href);
		buf_putc(b, '"');
	}
	for (const xmlAttr *a = n->properties; a != NULL; a = a->next) {
		buf_putc(b, ' ');
		put_name(b, a->ns, a->name);
		buf_put(b, "=\"", 2);
		for (const xmlNode *c = a->children; c != NULL; c = c->next)
			put_escaped_xml(b, c->content, "&<>\"\n\r\t");
		buf_putc(b, '"');
	}
	buf_puts(b, n->children != NULL ? ">" : "/>");
}

static void
put_end_tag(struct buf *b, const xmlNode *n)
{
	buf_put(b, "</", 2);
	put_name(b, n->ns, n->name);
	buf_putc(b, '>');
}

static void
put_other(struct buf *b, xmlDoc *doc, xmlNode *n)
{
	xmlBufferPtr x = xmlBufferCreate();

	if (x != NULL && xmlNodeDump(x, doc, n, 0, 0) > 0)
		buf_put(b, (const char *)xmlBufferContent(x),
		    (size_t)xmlBufferLength(x));
	xmlBufferFree(x);
}

/* Writes n and what is below it, without recursion: depth costs no stack. */
static void
put_node(struct buf *b, xmlDoc *doc, xmlNode *n)
{
	const xmlNode *top = n;

	for (;;) {
		if (n->type == XML_ELEMENT_NODE) {
			put_start_tag(b, n);
			if (n->children != NULL) {
				n = n->children;
				continue;
			}
		} else if (n->type != XML_TEXT_NODE) {
			put_other(b, doc, n);
		} else if (n->name == xmlStringTextNoenc) {
			if (n->content != NULL)
				buf_puts(b, (const char *)n->content);
		} else {
			put_escaped_xml(b, n->content, "&<>\r");
		}
		while (n != top && n->next == NULL) {
			n = n->parent;
			put_end_tag(b, n);
		}
		if (n == top)
			return;
		n = n->next;
	}
}

void
xml_write(struct buf *b, xmlDoc *doc)
{
	buf_puts(b, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	for (xmlNode *n = doc->children; n != NULL; n = n->next) {
		put_node(b, doc, n);
		buf_putc(b, '\n');
	}
}
