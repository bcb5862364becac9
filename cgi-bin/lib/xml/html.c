/* html.c - a result tree as HTML. */

#include <stdbool.h>
#include <string.h>

#include <libxml/parserInternals.h>

#include "base/str.h"
#include "xml/fragment.h"
#include "xml/html.h"

/* The void elements of the HTML standard. */
bool
html_is_void(const char *name)
{
	static const char *const names[] = { "area", "base", "br", "col",
		"embed", "hr", "img", "input", "link", "meta", "source",
		"track", "wbr" };

	if (strchr("abcehilmstw", name[0]) == NULL)
		return false;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

/* Puts n bytes with the characters of stop written as entities. */
static void
html_put_escaped(struct buf *b, const char *s, size_t n, const char *stop)
{
	while (n > 0) {
		size_t k = strcspn(s, stop);

		if (k >= n) {
			buf_put(b, s, n);
			return;
		}
		buf_put(b, s, k);
		switch (s[k]) {
		case '&':
			buf_put(b, "&amp;", 5);
			break;
		case '<':
			buf_put(b, "&lt;", 4);
			break;
		case '>':
			buf_put(b, "&gt;", 4);
			break;
		default:
			buf_put(b, "&quot;", 6);
			break;
		}
		s += k + 1;
		n -= k + 1;
	}
}

static bool
is_placeholder(const xmlNs *ns)
{
	return ns != NULL &&
	    strcmp((const char *)ns->href, FRAGMENT_NAMESPACE) == 0;
}

static const char *
html_value_of(const xmlAttr *a)
{
	return a->children != NULL && a->children->content != NULL
	    ? (const char *)a->children->content
	    : "-";
}

/* A placeholder of fragment.h; its attributes are its argument. */
static void
open_placeholder(struct buf *b, const xmlNode *n)
{
	buf_putc(b, FRAGMENT_OPEN);
	if (n->children != NULL)
		buf_putc(b, '?');
	buf_puts(b, (const char *)n->name);
	for (const xmlAttr *a = n->properties; a != NULL; a = a->next) {
		buf_putc(b, ' ');
		if (strcmp((const char *)a->name, "date") == 0)
			buf_putf(b, "%ld", str_day(html_value_of(a)));
		else
			buf_puts(b, html_value_of(a));
	}
	buf_putc(b, FRAGMENT_NAMED);
}

static void
html_put_chosen(struct buf *b, const xmlAttr *a)
{
	buf_putf(b, "%c?chosen %s%c %s%c", FRAGMENT_OPEN, html_value_of(a),
	    FRAGMENT_NAMED, (const char *)a->name, FRAGMENT_CLOSE);
}

/* An address that ends with what is known when the page is asked; "carry" is
 * told what joins it. */
static void
html_put_href(struct buf *b, const xmlAttr *a, bool carry)
{
	const char *address = html_value_of(a);

	buf_puts(b, " href=\"");
	html_put_escaped(b, address, strlen(address), "&<>\"");
	buf_putf(b, "%c%s%c\"", FRAGMENT_OPEN,
	    !carry                             ? "query"
		: strchr(address, '?') != NULL ? "carry &"
					       : "carry ?",
	    FRAGMENT_NAMED);
}

/* Attributes without a value are written without one: <option selected>. */
static void
put_attributes(struct buf *b, const xmlNode *n)
{
	for (const xmlAttr *a = n->properties; a != NULL; a = a->next) {
		if (is_placeholder(a->ns)) {
			bool carry = strcmp((const char *)a->name, "carry") ==
			    0;

			if (carry || strcmp((const char *)a->name, "href") == 0)
				html_put_href(b, a, carry);
			else
				html_put_chosen(b, a);
			continue;
		}
		buf_putc(b, ' ');
		if (a->ns != NULL && a->ns->prefix != NULL) {
			buf_puts(b, (const char *)a->ns->prefix);
			buf_putc(b, ':');
		}
		buf_puts(b, (const char *)a->name);
		if (a->children == NULL || a->children->content == NULL)
			continue;
		buf_put(b, "=\"", 2);
		html_put_escaped(b, html_value_of(a), strlen(html_value_of(a)),
		    "&<>\"");
		buf_putc(b, '"');
	}
}

void
html_write_text(struct buf *b, const char *s)
{
	html_put_escaped(b, s, strlen(s), "&<>\"");
}

const char *
html_text(struct pool *pool, const char *s)
{
	struct buf html = { 0 };
	const char *text;

	html_write_text(&html, s);
	text = pool_strndup(pool, html.data != NULL ? html.data : "", html.len);
	buf_free(&html);
	return text;
}

void
html_put_text(struct buf *b, const char *s, size_t n)
{
	html_put_escaped(b, s, n, "&<>\"");
}

static void
put_text_node(struct buf *b, const xmlNode *n)
{
	if (n->content == NULL)
		return;
	if (n->name == xmlStringTextNoenc)
		buf_puts(b, (const char *)n->content);
	else
		html_write_text(b, (const char *)n->content);
}

static void
put_start(struct buf *b, const xmlNode *n)
{
	if (is_placeholder(n->ns)) {
		open_placeholder(b, n);
		return;
	}
	buf_putc(b, '<');
	buf_puts(b, (const char *)n->name);
	put_attributes(b, n);
	buf_putc(b, '>');
}

/* The end of what put_start began. */
static void
put_end(struct buf *b, const xmlNode *n)
{
	if (is_placeholder(n->ns)) {
		if (n->children != NULL)
			buf_putc(b, FRAGMENT_CLOSE);
	} else if (!html_is_void((const char *)n->name)) {
		buf_put(b, "</", 2);
		buf_puts(b, (const char *)n->name);
		buf_putc(b, '>');
	}
}

/* Walks without recursion: depth is the stylesheet's, but costs no stack. */
static void
put_tree(struct buf *b, const xmlNode *n)
{
	const xmlNode *top = n != NULL ? n->parent : NULL;

	while (n != NULL) {
		if (n->type == XML_TEXT_NODE ||
		    n->type == XML_CDATA_SECTION_NODE) {
			put_text_node(b, n);
		} else if (n->type == XML_DTD_NODE) {
			buf_putf(b, "<!DOCTYPE %s>\n", (const char *)n->name);
		} else if (n->type == XML_ELEMENT_NODE) {
			put_start(b, n);
			if (n->children != NULL) {
				n = n->children;
				continue;
			}
			put_end(b, n);
		}
		while (n->next == NULL) {
			n = n->parent;
			if (n == top)
				return;
			put_end(b, n);
		}
		n = n->next;
	}
}

void
html_write(struct buf *b, const xmlDoc *doc)
{
	put_tree(b, doc->children);
}
