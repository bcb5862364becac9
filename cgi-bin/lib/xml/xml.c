/*
 * xml.c - making a document.
 *
 * Its nodes are libxml2's to read and the pool's to keep: a page has some
 * hundreds, each of which would be three allocations and three to free.
 */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parserInternals.h>

#include "base/log.h"
#include "base/str.h"
#include "xml/xml.h"

/* The nodes stay with the pool. */
static void
free_doc(void *arg)
{
	xmlDocPtr doc = arg;

	doc->children = doc->last = NULL;
	xmlFreeDoc(doc);
}

static struct pool *
pool_of(const xmlNode *n)
{
	return n->doc->_private;
}

/* A new last child; parent may be a document or an attribute, which libxml2
 * begins as it does nodes. */
static xmlNodePtr
xml_new(xmlNodePtr parent, xmlElementType type, const xmlChar *name)
{
	xmlNodePtr n = pool_take(pool_of(parent), sizeof(*n));

	n->type = type;
	n->name = name;
	n->doc = parent->doc;
	n->parent = parent;
	n->prev = parent->last;
	if (n->prev != NULL)
		n->prev->next = n;
	else
		parent->children = n;
	parent->last = n;
	return n;
}

static xmlChar *
copy_of(struct pool *pool, const char *s, size_t n)
{
	return (xmlChar *)pool_strndup(pool, s, n);
}

/* The same as libxml2 may have it. */
static xmlChar *
clean_copy(struct pool *pool, const char *s, size_t n)
{
	char *copy = pool_strndup(pool, s, n);

	if (str_is_xml(copy, n))
		return (xmlChar *)copy;
	for (size_t i = 0; i < n; i++)
		if (copy[i] == '\0')
			copy[i] = '?';
	return (xmlChar *)str_clean(copy);
}

xmlDocPtr
xml_page(struct pool *pool, const char *name)
{
	xmlDocPtr doc = xmlNewDoc((const xmlChar *)"1.0");

	if (doc == NULL)
		log_die("xml: out of memory");
	doc->encoding = xmlStrdup((const xmlChar *)"UTF-8");
	doc->_private = pool;
	pool_defer(pool, free_doc, doc);
	xml_set(xml_add((xmlNodePtr)doc, "page"), "name", name);
	return doc;
}

xmlNodePtr
xml_add(xmlNodePtr parent, const char *name)
{
	return xml_new(parent, XML_ELEMENT_NODE,
	    copy_of(pool_of(parent), name, strlen(name)));
}

xmlNodePtr
xml_add_text(xmlNodePtr parent, const char *name, const char *s)
{
	xmlNodePtr n;

	if (s == NULL)
		return NULL;
	n = xml_add(parent, name);
	xml_text(n, s, strlen(s));
	return n;
}

void
xml_rename(xmlNodePtr node, const char *name)
{
	node->name = copy_of(pool_of(node), name, strlen(name));
}

void
xml_empty(xmlNodePtr node)
{
	node->children = node->last = NULL;
}

void
xml_set(xmlNodePtr node, const char *name, const char *value)
{
	struct pool *pool = pool_of(node);
	xmlAttrPtr *at = &node->properties, a;

	if (value == NULL)
		return;
	a = pool_take(pool, sizeof(*a));
	a->type = XML_ATTRIBUTE_NODE;
	a->name = copy_of(pool, name, strlen(name));
	a->doc = node->doc;
	a->parent = node;
	for (; *at != NULL; at = &(*at)->next)
		a->prev = *at;
	*at = a;
	xml_text((xmlNodePtr)a, value, strlen(value));
}

void
xml_set_int(xmlNodePtr node, const char *name, long long value)
{
	char s[24];

	xml_set(node, name, buf_digits(s, value));
}

void
xml_text(xmlNodePtr node, const char *s, size_t n)
{
	if (n > 0)
		xml_new(node, XML_TEXT_NODE, xmlStringText)->content =
		    clean_copy(pool_of(node), s, n);
}

static void
add_raw(xmlNodePtr node, xmlChar *content)
{
	xml_new(node, XML_TEXT_NODE, xmlStringTextNoenc)->content = content;
}

void
xml_raw_own(xmlNodePtr node, const char *s, size_t n)
{
	if (n > 0)
		add_raw(node, copy_of(pool_of(node), s, n));
}

void
xml_raw_take(xmlNodePtr node, struct buf *b)
{
	if (b->len == 0)
		return;
	add_raw(node, (xmlChar *)b->data);
	pool_defer(pool_of(node), free, b->data);
	*b = (struct buf){ 0 };
}

void
xml_raw(xmlNodePtr node, const char *s, size_t n)
{
	if (n > 0)
		add_raw(node, clean_copy(pool_of(node), s, n));
}

const char *
xml_get(struct pool *pool, xmlNodePtr n, const char *name)
{
	xmlChar *got = xmlGetProp(n, (const xmlChar *)name);
	const char *s = got != NULL ? pool_strdup(pool, (const char *)got)
				    : NULL;

	xmlFree(got);
	return s;
}

xmlNodePtr
xml_child(xmlNodePtr node, const char *name)
{
	for (node = node->children; node != NULL; node = node->next)
		if (node->type == XML_ELEMENT_NODE &&
		    strcmp((const char *)node->name, name) == 0)
			return node;
	return NULL;
}
