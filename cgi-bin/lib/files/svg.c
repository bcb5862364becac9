/* svg.c - a drawing from outside, reduced to what draws. */

#include <stdbool.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/tree.h>

#include "base/str.h"
#include "files/svg.h"
#include "text/tags.h"

#define SVG_NS "http://www.w3.org/2000/svg"
#define XLINK_NS "http://www.w3.org/1999/xlink"

/* Of SVG 1.1, in its own spelling: nothing that draws another again, for ten of
 * these within each other ten times draw without end. */
static const char elements[] =
    "svg g defs title desc path rect circle ellipse line polyline polygon "
    "text tspan linearGradient radialGradient stop clipPath";
static const char drawn[] =
    "path rect circle ellipse line polyline polygon text";
/* No "style": its value is a language of its own.  No "class": nothing gives it
 * a style any more. */
static const char attributes[] =
    "id x y x1 y1 x2 y2 cx cy r rx ry fx fy d points width height viewBox "
    "preserveAspectRatio transform dx dy rotate textLength lengthAdjust "
    "offset gradientUnits gradientTransform spreadMethod clipPathUnits "
    "maskUnits maskContentUnits patternUnits patternContentUnits "
    "patternTransform markerWidth markerHeight markerUnits refX refY orient "
    "href version role aria-label fill fill-opacity fill-rule stroke "
    "stroke-width stroke-opacity stroke-linecap stroke-linejoin "
    "stroke-miterlimit stroke-dasharray stroke-dashoffset opacity color "
    "clip-path clip-rule mask marker-start marker-mid marker-end display "
    "visibility overflow stop-color stop-opacity font-family font-size "
    "font-style font-weight letter-spacing word-spacing text-anchor "
    "text-decoration dominant-baseline vector-effect paint-order";

/* Elements within each other: a drawing has some, and each is a call here. */
enum { MAX_DEPTH = 60 };
/* Bytes of the names that are said to be taken out. */
enum { MAX_SAID = 300 };

struct svg {
	struct buf *removed;
	xmlNsPtr ns;
	bool draws;
};

static bool
is_in(const char *list, const xmlChar *name)
{
	return str_has_word(list, (const char *)name);
}

/* Notes what is taken out, once. */
static void
svg_remove(struct svg *v, const char *name)
{
	if (v->removed->len > MAX_SAID ||
	    (v->removed->len > 0 && str_has_word(v->removed->data, name)))
		return;
	if (v->removed->len > 0)
		buf_putc(v->removed, ' ');
	buf_puts(v->removed, name);
}

/* ---- values ---- */

/* Whether every "url(" of the value, in any case, goes on with "#", and no
 * escape of CSS could write another. */
static bool
refers_within(const char *s)
{
	if (strchr(s, '\\') != NULL || strstr(s, "/*") != NULL)
		return false;
	for (; *s != '\0'; s++)
		if (strncasecmp(s, "url", 3) == 0 &&
		    strncasecmp(s, "url(#", 5) != 0)
			return false;
	return true;
}

/* A link is to a part of the drawing; a text of a value has no scheme. */
static bool
is_value(const char *name, const char *value)
{
	if (strcmp(name, "href") == 0)
		return value[0] == '#';
	return refers_within(value) && strchr(value, '<') == NULL &&
	    strcasestr(value, "javascript:") == NULL;
}

static void
svg_take_attribute(struct svg *v, xmlNodePtr to, const xmlAttr *a)
{
	const char *ns = a->ns != NULL ? (const char *)a->ns->href : "";
	bool link = strcmp(ns, XLINK_NS) == 0 &&
	    strcmp((const char *)a->name, "href") == 0;
	xmlChar *value = xmlNodeListGetString(a->doc, a->children, 1);
	const char *s = value != NULL ? (const char *)value : "";

	if ((*ns == '\0' || link) && is_in(attributes, a->name) &&
	    is_value((const char *)a->name, s))
		xmlSetProp(to, a->name, (const xmlChar *)s);
	else
		svg_remove(v, (const char *)a->name);
	xmlFree(value);
}

/* ---- elements ---- */

static void
svg_take_element(struct svg *v, xmlNodePtr parent, xmlDocPtr doc,
    const xmlNode *n, int depth)
{
	bool ours = n->ns != NULL &&
	    strcmp((const char *)n->ns->href, SVG_NS) == 0;
	xmlNodePtr to;

	if (!ours || !is_in(elements, n->name) || depth > MAX_DEPTH) {
		svg_remove(v, (const char *)n->name);
		return;
	}
	to = xmlNewDocNode(doc, v->ns, n->name, NULL);
	if (parent == NULL) {
		xmlDocSetRootElement(doc, to);
		v->ns = xmlNewNs(to, (const xmlChar *)SVG_NS, NULL);
		xmlSetNs(to, v->ns);
	} else {
		xmlAddChild(parent, to);
	}
	v->draws = v->draws || is_in(drawn, n->name);
	for (const xmlAttr *a = n->properties; a != NULL; a = a->next)
		svg_take_attribute(v, to, a);
	for (const xmlNode *c = n->children; c != NULL; c = c->next)
		if (c->type == XML_ELEMENT_NODE)
			svg_take_element(v, to, doc, c, depth + 1);
		else if ((c->type == XML_TEXT_NODE ||
			     c->type == XML_CDATA_SECTION_NODE) &&
		    !xmlIsBlankNode(c))
			xmlNodeAddContent(to, c->content);
}

/* A picture without a size takes what room it is given, or none. */
static bool
has_size(xmlNodePtr root)
{
	return xmlHasProp(root, (const xmlChar *)"viewBox") != NULL ||
	    (xmlHasProp(root, (const xmlChar *)"width") != NULL &&
		xmlHasProp(root, (const xmlChar *)"height") != NULL);
}

static enum svg_end
svg_take(xmlDocPtr from, struct buf *kept, struct buf *removed)
{
	xmlNodePtr root = xmlDocGetRootElement(from);
	xmlDocPtr doc = xmlNewDoc((const xmlChar *)"1.0");
	struct svg v = { .removed = removed };
	enum svg_end end = SVG_OTHER;
	xmlChar *text = NULL;
	int n = 0;

	if (from->intSubset != NULL)
		svg_remove(&v, "DOCTYPE");
	if (strcmp((const char *)root->name, "svg") == 0)
		svg_take_element(&v, NULL, doc, root, 0);
	if ((root = xmlDocGetRootElement(doc)) != NULL)
		end = v.draws && has_size(root) ? SVG_GOOD : SVG_EMPTY;
	if (end == SVG_GOOD) {
		xmlDocDumpMemoryEnc(doc, &text, &n, "UTF-8");
		buf_put(kept, (const char *)text, (size_t)n);
	}
	xmlFree(text);
	xmlFreeDoc(doc);
	return end;
}

enum svg_end
svg_reduce(const char *s, size_t n, struct buf *kept, struct buf *removed)
{
	enum svg_end end = SVG_BROKEN;
	xmlDocPtr doc;

	/* Entities of entities may be of any length. */
	if (!tags_have_few(s, n) || memmem(s, n, "<!ENTITY", 8) != NULL)
		return SVG_BROKEN;
	doc = xmlReadMemory(s, (int)n, NULL, NULL,
	    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
		XML_PARSE_NOCDATA);
	if (doc != NULL)
		end = svg_take(doc, kept, removed);
	else if (memmem(s, n, "<svg", 4) == NULL)
		end = SVG_OTHER;
	xmlFreeDoc(doc);
	return end;
}
