/* flatten.c - a stylesheet rewritten so that its constant markup is text. */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/log.h"
#include "xml/flatten.h"
#include "xml/html.h"

#define XSLT "http://www.w3.org/1999/XSL/Transform"

/* A mode ("m:" and its name) or a named template ("n:") whose result may be
 * captured, and the sheets' calls from one to another. */
struct link {
	char *from, *to; /* from NULL: captured at once */
	bool captured;
};

struct flatten {
	struct link *link;
	size_t n, size;
	bool settled;
};

struct flatten *
flatten_new(void)
{
	struct flatten *f = calloc(1, sizeof(*f));

	if (f == NULL)
		log_die("flatten: out of memory");
	return f;
}

void
flatten_free(struct flatten *f)
{
	for (size_t i = 0; f != NULL && i < f->n; i++) {
		free(f->link[i].from);
		free(f->link[i].to);
	}
	if (f != NULL)
		free(f->link);
	free(f);
}

static bool
is_xsl(const xmlNode *n, const char *name)
{
	return n->type == XML_ELEMENT_NODE && n->ns != NULL &&
	    strcmp((const char *)n->ns->href, XSLT) == 0 &&
	    (name == NULL || strcmp((const char *)n->name, name) == 0);
}

static bool
is_literal(const xmlNode *n)
{
	return n->type == XML_ELEMENT_NODE && !is_xsl(n, NULL);
}

/* "m:date" or "n:switch", malloc'ed, of a call or of a template. */
static char *
flatten_key_of(const xmlNode *n, bool named)
{
	xmlChar *v = xmlGetNoNsProp((xmlNode *)(uintptr_t)n,
	    (const xmlChar *)(named ? "name" : "mode"));
	size_t size = 3 + (v != NULL ? strlen((char *)v) : 0);
	char *key = malloc(size);

	if (key == NULL)
		log_die("flatten: out of memory");
	snprintf(key, size, "%c:%s", named ? 'n' : 'm',
	    v != NULL ? (char *)v : "");
	xmlFree(v);
	return key;
}

/* The template of the root is called by nobody: it has a key of its own. */
static char *
template_key(const xmlNode *t)
{
	xmlChar *match = xmlGetNoNsProp((xmlNode *)(uintptr_t)t,
	    (const xmlChar *)"match");
	bool root = match != NULL && match[0] == '/';

	xmlFree(match);
	return root ? strdup("root")
		    : flatten_key_of(t,
			  xmlHasProp((xmlNode *)(uintptr_t)t,
			      (const xmlChar *)"match") == NULL);
}

/* ---- what may be captured ---- */

static void
add_link(struct flatten *f, const char *from, char *to)
{
	if (f->n == f->size) {
		f->size = f->size > 0 ? 2 * f->size : 64;
		f->link = realloc(f->link, f->size * sizeof(*f->link));
		if (f->link == NULL)
			log_die("flatten: out of memory");
	}
	f->link[f->n++] = (struct link){ from != NULL ? strdup(from) : NULL, to,
		false };
}

static bool
captures(const xmlNode *n)
{
	return is_xsl(n, "variable") || is_xsl(n, "param") ||
	    is_xsl(n, "with-param") || is_xsl(n, "attribute") ||
	    is_xsl(n, "comment") || is_xsl(n, "message");
}

/* Notes the calls below n: from the template, or from a capture in it. */
static void
note_calls(struct flatten *f, const xmlNode *n, const char *from)
{
	for (n = n->children; n != NULL; n = n->next) {
		if (is_xsl(n, "apply-templates"))
			add_link(f, from, flatten_key_of(n, false));
		else if (is_xsl(n, "call-template"))
			add_link(f, from, flatten_key_of(n, true));
		if (n->type == XML_ELEMENT_NODE)
			note_calls(f, n, captures(n) ? NULL : from);
	}
}

void
flatten_look(struct flatten *f, const xmlDoc *sheet)
{
	const xmlNode *n = xmlDocGetRootElement(sheet);

	for (n = n != NULL ? n->children : NULL; n != NULL; n = n->next) {
		char *key;

		if (!is_xsl(n, "template"))
			continue;
		key = template_key(n);
		note_calls(f, n, key);
		free(key);
	}
}

static bool
is_captured(const struct flatten *f, const char *key)
{
	for (size_t i = 0; i < f->n; i++)
		if (f->link[i].captured && strcmp(f->link[i].to, key) == 0)
			return true;
	return false;
}

/* What a captured template calls is captured too: until nothing is added. */
static void
settle(struct flatten *f)
{
	bool more = true;

	while (more) {
		more = false;
		for (size_t i = 0; i < f->n; i++) {
			struct link *l = &f->link[i];

			if (l->captured ||
			    (l->from != NULL && !is_captured(f, l->from)))
				continue;
			l->captured = more = true;
		}
	}
	f->settled = true;
}

/* ---- rewriting ---- */

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
		if (is_xsl(n, "attribute") || is_xsl(n, "copy") ||
		    (is_xsl(n, "copy-of") && !copies_text(n)))
			return true;
		if ((is_xsl(n, "if") || is_xsl(n, "choose") ||
			is_xsl(n, "when") || is_xsl(n, "otherwise") ||
			is_xsl(n, "for-each")) &&
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
	if (is_xsl(n, "attribute"))
		return true;
	if (!is_xsl(n, "if") || n->children == NULL)
		return false;
	for (n = n->children; n != NULL; n = n->next)
		if (!flatten_is_blank(n) && !is_xsl(n, "attribute"))
			return false;
	return true;
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
	while (c != NULL && (flatten_is_blank(c) || is_plain_attribute(c)))
		c = c->next;
	rest.children = (xmlNode *)(uintptr_t)c;
	return !has_attribute(&rest);
}

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
	return n != NULL && is_xsl(n, "text") && n->properties != NULL;
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

static void flatten_children(xmlNode *parent, bool within);

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
			xmlAddPrevSibling(n,
			    instruction(n, "value-of", "select", select));
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

/* xsl:attribute becomes its name, its content and its quotes, in place. */
static void
flatten_attribute(xmlNode *n)
{
	struct buf b = { 0 };
	xmlChar *name = xmlGetNoNsProp(n, (const xmlChar *)"name");

	buf_putf(&b, " %s=\"", (char *)name);
	put_before(n, b.data);
	for (xmlNode *c = n->children, *next; c != NULL; c = next) {
		next = c->next;
		if (c->type == XML_TEXT_NODE && !flatten_is_blank(c)) {
			buf_reset(&b);
			html_write_text(&b, (const char *)c->content);
			put_before(n, b.data);
		} else if (!flatten_is_blank(c)) {
			xmlUnlinkNode(c);
			xmlAddPrevSibling(n, c);
		}
	}
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
		if (is_xsl(c, "attribute")) {
			flatten_attribute(c);
			continue;
		}
		for (xmlNode *a = c->children, *after; a; a = after) {
			after = a->next;
			if (is_xsl(a, "attribute"))
				flatten_attribute(a);
		}
	}
}

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
	xmlNode *c, *next;

	flatten_start(n);
	flatten_children(n, true);
	for (c = n->children; c != NULL; c = next) {
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
	if (!html_is_void((const char *)n->name)) {
		buf_putf(&b, "</%s>", (const char *)n->name);
		put_before(n, b.data);
	}
	buf_free(&b);
	flatten_drop(n);
}

/* Text between tags that are ready becomes ready too. */
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

/* within: parent is itself becoming text. */
static void
flatten_children(xmlNode *parent, bool within)
{
	for (xmlNode *n = parent->children, *next; n != NULL; n = next) {
		next = n->next;
		if (flatten_is_blank(n) && !is_xsl(parent, "text")) {
			flatten_drop(n);
		} else if (n->type == XML_TEXT_NODE && within) {
			flatten_text(n, n);
		} else if (is_xsl(n, "text") && within && !is_ready(n)) {
			flatten_text(n, n->children);
		} else if (is_literal(n) && is_flat(n)) {
			flatten_element(n);
		} else if (n->type == XML_ELEMENT_NODE && !captures(n) &&
		    !is_xsl(n, "text")) {
			flatten_children(n, false);
		}
	}
}

/* An xsl:attribute at the top of a template is for its caller's element. */
static bool
gives_attributes(const xmlNode *root)
{
	for (const xmlNode *n = root->children; n != NULL; n = n->next)
		if (is_xsl(n, "template") && has_attribute(n))
			for (const xmlNode *c = n->children; c; c = c->next)
				if (is_xsl(c, "attribute"))
					return true;
	return false;
}

void
flatten_sheet(struct flatten *f, xmlDoc *sheet)
{
	xmlNode *root = xmlDocGetRootElement(sheet);

	if (!f->settled)
		settle(f);
	if (root == NULL || gives_attributes(root))
		return;
	for (xmlNode *n = root->children; n != NULL; n = n->next) {
		char *key;

		if (!is_xsl(n, "template"))
			continue;
		key = template_key(n);
		if (!is_captured(f, key))
			flatten_children(n, false);
		free(key);
	}
}
