/*
 * flatten.c - a stylesheet rewritten so that its constant markup is text.
 *
 * A partial evaluation of templates: what a literal element writes is known but
 * for its computed parts.  <p class="a {b}">x</p> becomes the ready text '<p
 * class="a ', <xsl:value-of select="b"/>, and the ready text '">x</p>';
 * neighbouring ready texts are joined.  The processor then writes a few texts
 * (context_put) instead of a tree of elements and attributes.
 * It is measured: a list of aids takes 8 to 19 % longer without it, the page of
 * an aid 49 %.  To measure again, let xsl.c compile no sheet flat, and run
 * "make bench BASE=HEAD".
 */

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/log.h"
#include "xml/flatten.h"
#include "xml/html.h"
#include "xml/xsl_node.h"

/* Whether an xsl:copy-of copies text or nodes, not an attribute. */
static bool
copies_text(const xmlNode *n)
{
	xmlChar *select = xmlGetNoNsProp((xmlNode *)(uintptr_t)n,
	    (const xmlChar *)"select");
	size_t len = select != NULL ? strlen((char *)select) : 0;
	bool text = len >= 6 &&
	    (strcmp((char *)select + len - 6, "text()") == 0 ||
		strcmp((char *)select + len - 6, "node()") == 0);

	xmlFree(select);
	return text;
}

/* Whether an xsl:attribute below n is for n itself. */
static bool
has_attribute(const xmlNode *n)
{
	for (n = n->children; n != NULL; n = n->next) {
		if (xsl_node_is(n, "attribute") || xsl_node_is(n, "copy") ||
		    (xsl_node_is(n, "copy-of") && !copies_text(n)))
			return true;
		if ((xsl_node_is(n, "if") || xsl_node_is(n, "choose") ||
			xsl_node_is(n, "when") || xsl_node_is(n, "otherwise") ||
			xsl_node_is(n, "for-each")) &&
		    has_attribute(n))
			return true;
	}
	return false;
}

static bool
flatten_is_blank(const xmlNode *n)
{
	return n->type == XML_COMMENT_NODE ||
	    (n->type == XML_TEXT_NODE &&
		(n->content == NULL ||
		    n->content[strspn((const char *)n->content, " \t\r\n")] ==
			'\0'));
}

/* An attribute with a constant name, or an "if" of nothing but such. */
static bool
is_plain_attribute(const xmlNode *n)
{
	if (xsl_node_is(n, "attribute"))
		return true;
	if (!xsl_node_is(n, "if") || n->children == NULL)
		return false;
	for (n = n->children; n != NULL; n = n->next)
		if (!flatten_is_blank(n) && !xsl_node_is(n, "attribute"))
			return false;
	return true;
}

/* Whether an instruction gives an attribute that n has: it then takes its
 * place, which text cannot. */
static bool
gives_again(const xmlNode *n, const xmlNode *given)
{
	bool again = false;
	xmlChar *s;

	if (!xsl_node_is(given, "attribute")) {
		for (given = given->children; given != NULL && !again;
		     given = given->next)
			again = gives_again(n, given);
		return again;
	}
	s = xmlGetNoNsProp((xmlNode *)(uintptr_t)given,
	    (const xmlChar *)"name");
	again = s != NULL && xmlHasProp((xmlNode *)(uintptr_t)n, s) != NULL;
	xmlFree(s);
	return again;
}

/* The attributes that instructions give must come first, as XSLT wants.  What
 * is in a namespace is not HTML: placeholders of fragments. */
static bool
is_flat(const xmlNode *n)
{
	const xmlNode *c = n->children;
	xmlNode rest = *n;

	if (n->ns != NULL)
		return false;
	for (const xmlAttr *a = n->properties; a != NULL; a = a->next)
		if (a->ns != NULL)
			return false;
	for (; c != NULL && (flatten_is_blank(c) || is_plain_attribute(c));
	     c = c->next)
		if (gives_again(n, c))
			return false;
	rest.children = (xmlNode *)(uintptr_t)c;
	return !has_attribute(&rest);
}

/* A new instruction with one attribute, in the namespace of the sheet. */
static xmlNode *
instruction(xmlNode *like, const char *name, const char *attribute,
    const char *value)
{
	xmlNode *n = xmlNewDocNode(like->doc,
	    xmlDocGetRootElement(like->doc)->ns, (const xmlChar *)name, NULL);

	if (n == NULL ||
	    xmlNewProp(n, (const xmlChar *)attribute, (const xmlChar *)value) ==
		NULL)
		log_die("flatten: out of memory");
	return n;
}

static xmlNode *
value_of(xmlNode *like, const char *select)
{
	xmlNode *n = instruction(like, "value-of", "select", select);

	xsl_node_mark_shown(n);
	return n;
}

/* Ready text: an xsl:text that is not escaped. */
static xmlNode *
ready(xmlNode *like, const char *s)
{
	xmlNode *t = instruction(like, "text", "disable-output-escaping",
	    "yes");

	xmlAddChild(t, xmlNewDocText(like->doc, (const xmlChar *)s));
	return t;
}

static bool
is_ready(const xmlNode *n)
{
	return n != NULL && xsl_node_is(n, "text") && n->properties != NULL;
}

/* Puts ready text before n; joins the ready text that stands there. */
static void
put_before(xmlNode *n, const char *s)
{
	if (is_ready(n->prev))
		xmlNodeAddContent(n->prev->children, (const xmlChar *)s);
	else
		xmlAddPrevSibling(n, ready(n, s));
}

static void
flatten_drop(xmlNode *n)
{
	xmlUnlinkNode(n);
	xmlFreeNode(n);
}

static void flatten_children(xmlNode *parent);

/* An attribute's value: what stands in braces is computed where it stands, and
 * leaves escaped as any text does. */
static void
flatten_value(xmlNode *n, const char *s)
{
	struct buf b = { 0 };

	buf_puts(&b, "");
	while (*s != '\0') {
		if ((s[0] == '{' || s[0] == '}') && s[1] == s[0]) {
			buf_putc(&b, s[0]);
			s += 2;
		} else if (*s == '{') {
			size_t k = strcspn(++s, "}");
			char *select = strndup(s, k);

			put_before(n, b.data);
			buf_reset(&b);
			xmlAddPrevSibling(n, value_of(n, select));
			free(select);
			s += k + (s[k] != '\0');
		} else {
			char one[2] = { *s++, '\0' };

			html_write_text(&b, one);
		}
	}
	put_before(n, b.data);
	buf_free(&b);
}

/* What n holds, flat, moves before it. */
static void
flatten_content(xmlNode *n)
{
	flatten_children(n);
	for (xmlNode *c = n->children, *next; c != NULL; c = next) {
		next = c->next;
		xmlUnlinkNode(c);
		if (is_ready(c) && is_ready(n->prev)) {
			xmlNodeAddContent(n->prev->children,
			    c->children->content);
			xmlFreeNode(c);
		} else {
			xmlAddPrevSibling(n, c);
		}
	}
}

/* xsl:attribute becomes its name, its content and its quotes, in place. */
static void
flatten_attribute(xmlNode *n)
{
	struct buf b = { 0 };
	xmlChar *name = xmlGetNoNsProp(n, (const xmlChar *)"name");

	buf_putf(&b, " %s=\"", (char *)name);
	put_before(n, b.data);
	flatten_content(n);
	put_before(n, "\"");
	xmlFree(name);
	buf_free(&b);
	flatten_drop(n);
}

/* Moves the attributes given by instructions between those written. */
static void
flatten_given(xmlNode *n)
{
	for (xmlNode *c = n->children, *next; c != NULL; c = next) {
		next = c->next;
		if (flatten_is_blank(c))
			continue;
		if (!is_plain_attribute(c))
			break;
		xmlUnlinkNode(c);
		xmlAddPrevSibling(n, c);
		if (xsl_node_is(c, "attribute")) {
			flatten_attribute(c);
			continue;
		}
		for (xmlNode *a = c->children, *after; a; a = after) {
			after = a->next;
			if (xsl_node_is(a, "attribute"))
				flatten_attribute(a);
		}
	}
}

/* The start tag, before n: attributes as written, then those given. */
static void
flatten_start(xmlNode *n)
{
	struct buf b = { 0 };

	buf_putf(&b, "<%s", (const char *)n->name);
	for (xmlAttr *a = n->properties; a != NULL; a = a->next) {
		buf_putf(&b, " %s=\"", (const char *)a->name);
		put_before(n, b.data);
		if (a->children != NULL)
			flatten_value(n, (const char *)a->children->content);
		buf_reset(&b);
		buf_putc(&b, '"');
	}
	put_before(n, b.data);
	flatten_given(n);
	put_before(n, ">");
	buf_free(&b);
}

/* A literal element: its tags, and its content between them. */
static void
flatten_element(xmlNode *n)
{
	struct buf b = { 0 };

	flatten_start(n);
	flatten_content(n);
	if (!html_is_void((const char *)n->name)) {
		buf_putf(&b, "</%s>", (const char *)n->name);
		put_before(n, b.data);
	}
	buf_free(&b);
	flatten_drop(n);
}

/* Text becomes ready too, to be joined to what stands beside it. */
static void
flatten_text(xmlNode *n, const xmlNode *text)
{
	struct buf b = { 0 };

	buf_puts(&b, "");
	if (text != NULL && text->content != NULL)
		html_write_text(&b, (const char *)text->content);
	put_before(n, b.data);
	buf_free(&b);
	flatten_drop(n);
}

static void
flatten_children(xmlNode *parent)
{
	for (xmlNode *n = parent->children, *next; n != NULL; n = next) {
		next = n->next;
		if (flatten_is_blank(n)) {
			flatten_drop(n);
		} else if (n->type == XML_TEXT_NODE) {
			flatten_text(n, n);
		} else if (xsl_node_is(n, "text") && !is_ready(n)) {
			flatten_text(n, n->children);
		} else if (xsl_node_is_literal(n) && is_flat(n)) {
			flatten_element(n);
		} else if (n->type == XML_ELEMENT_NODE &&
		    !xsl_node_captures(n) && !xsl_node_is(n, "text")) {
			xsl_node_mark_shown(n);
			flatten_children(n);
		}
	}
}

/* An xsl:attribute at the top of a template is for its caller's element. */
static bool
gives_attributes(const xmlNode *root)
{
	for (const xmlNode *n = root->children; n != NULL; n = n->next)
		if (xsl_node_is(n, "template") && has_attribute(n))
			for (const xmlNode *c = n->children; c; c = c->next)
				if (xsl_node_is(c, "attribute"))
					return true;
	return false;
}

void
flatten_sheet(const struct captures *captures, xmlDoc *sheet)
{
	xmlNode *root = xmlDocGetRootElement(sheet);

	if (root == NULL || gives_attributes(root))
		return;
	for (xmlNode *n = root->children; n != NULL; n = n->next)
		if (xsl_node_is(n, "template") && !captures_has(captures, n))
			flatten_children(n);
}
