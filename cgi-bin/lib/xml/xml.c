/* xml.c - making a document. */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parserInternals.h>

#include "base/log.h"
#include "base/str.h"
#include "xml/xml.h"

static void
free_doc(void *doc)
{
	xmlFreeDoc(doc);
}

/* libxml2 returns NULL only when there is no memory. */
static xmlNodePtr
must(xmlNodePtr n)
{
	if (n == NULL)
		log_die("xml: out of memory");
	return n;
}

/* Names of elements are in the dictionary of the document: they are compared as
 * pointers and not copied. */
xmlDocPtr
xml_page(struct pool *pool, const char *name)
{
	xmlDocPtr doc = xmlNewDoc((const xmlChar *)"1.0");
	xmlNodePtr root;

	if (doc == NULL)
		log_die("xml: out of memory");
	doc->encoding = xmlStrdup((const xmlChar *)"UTF-8");
	doc->dict = xmlDictCreate();
	root = must(xmlNewDocNode(doc, NULL, (const xmlChar *)"page", NULL));
	xmlDocSetRootElement(doc, root);
	xml_set(root, "name", name);
	pool_defer(pool, free_doc, doc);
	return doc;
}

xmlNodePtr
xml_add(xmlNodePtr parent, const char *name)
{
	const xmlChar *own = xmlDictLookup(parent->doc->dict,
	    (const xmlChar *)name, -1);
	xmlNodePtr n = must(xmlNewDocNodeEatName(parent->doc, NULL,
	    (xmlChar *)(uintptr_t)own, NULL));

	return must(xmlAddChild(parent, n));
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

/* s as libxml2 may have it: the same, or a clean copy that *copy owns. */
static const char *
clean(const char *s, size_t n, char **copy)
{
	*copy = NULL;
	if (str_is_xml(s, n))
		return s;
	if ((*copy = malloc(n + 1)) == NULL)
		log_die("xml: out of memory");
	for (size_t i = 0; i < n; i++)
		(*copy)[i] = s[i] != '\0' ? s[i] : '?';
	(*copy)[n] = '\0';
	return str_clean(*copy);
}

void
xml_set(xmlNodePtr node, const char *name, const char *value)
{
	char *copy;

	if (value == NULL)
		return;
	value = clean(value, strlen(value), &copy);
	if (xmlNewProp(node, (const xmlChar *)name, (const xmlChar *)value) ==
	    NULL)
		log_die("xml: out of memory");
	free(copy);
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
	char *copy;

	if (n == 0)
		return;
	s = clean(s, n, &copy);
	must(xmlAddChild(node,
	    must(xmlNewDocTextLen(node->doc, (const xmlChar *)s, (int)n))));
	free(copy);
}

/* The content is libxml2's to free. */
static void
add_raw(xmlNodePtr node, xmlChar *content)
{
	xmlNodePtr t = must(xmlNewDocText(node->doc, NULL));

	t->content = content;
	t->name = xmlStringTextNoenc;
	must(xmlAddChild(node, t));
}

void
xml_raw_own(xmlNodePtr node, const char *s, size_t n)
{
	xmlChar *copy;

	if (n == 0)
		return;
	if ((copy = xmlStrndup((const xmlChar *)s, (int)n)) == NULL)
		log_die("xml: out of memory");
	add_raw(node, copy);
}

/* A buffer comes from malloc, which is libxml2's own too. */
void
xml_raw_take(xmlNodePtr node, struct buf *b)
{
	if (b->len == 0)
		return;
	add_raw(node, (xmlChar *)b->data);
	*b = (struct buf){ 0 };
}

void
xml_raw(xmlNodePtr node, const char *s, size_t n)
{
	char *copy;

	s = clean(s, n, &copy);
	xml_raw_own(node, s, n);
	free(copy);
}

const char *
xml_get(struct pool *pool, xmlNodePtr n, const char *name)
{
	xmlChar *got = xmlGetProp(n, (const xmlChar *)name);
	const char *s = pool_strdup(pool, (const char *)got);

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
