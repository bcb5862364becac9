/* answers_file.c - reads a file of answers that was kept. */

#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

#include "apply/answers_file.h"
#include "base/str.h"
#include "text/tags.h"

static void
free_doc(void *doc)
{
	xmlFreeDoc(doc);
}

static bool
is_named(const xmlNode *n, const char *name)
{
	return n->type == XML_ELEMENT_NODE && n->ns == NULL &&
	    strcmp((const char *)n->name, name) == 0;
}

/* NULL when it is not there, or is empty. */
static const char *
attribute_of(struct pool *pool, xmlNodePtr n, const char *name)
{
	xmlChar *s = xmlGetNoNsProp(n, (const xmlChar *)name);
	const char *copy = s != NULL && *s != '\0'
	    ? pool_strdup(pool, (const char *)s)
	    : NULL;

	xmlFree(s);
	return copy;
}

/* Bytes that may be no text at all become a document, or a fault.  A document
 * type is refused before it is parsed, for what it could define, and so is a
 * tag larger than any of ours; the encoding is given, so that a declaration
 * cannot hide one. */
static xmlDocPtr
parse(struct pool *pool, const char *data, size_t n, const char **fault)
{
	xmlDocPtr doc = NULL;

	if (n == 0)
		*fault = "empty";
	else if (!str_is_xml(data, n))
		*fault = "utf8";
	else if (memmem(data, n, "<!DOCTYPE", 9) != NULL ||
	    !tags_are_small(data, n) ||
	    (doc = xmlReadMemory(data, (int)n, NULL, "UTF-8",
		 XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
		     XML_PARSE_NOCDATA)) == NULL)
		*fault = "xml";
	else
		pool_defer(pool, free_doc, doc);
	return doc;
}

/* An <answer>: false when it is none. */
static bool
read_answer(struct pool *pool, xmlNodePtr n, struct urlencoded_field *to)
{
	xmlChar *text;
	char *value;

	if (!is_named(n, "answer") || xmlFirstElementChild(n) != NULL ||
	    (to->name = attribute_of(pool, n, "name")) == NULL)
		return false;
	text = xmlNodeGetContent(n);
	/* As those of a form (urlencoded.c). */
	value = pool_strdup(pool, text != NULL ? (char *)text : "");
	str_drop_hidden(value);
	to->value = value;
	xmlFree(text);
	return true;
}

static const char *
read_answers(struct pool *pool, xmlNodePtr root, struct urlencoded *to)
{
	to->field = pool_take(pool, ANSWERS_FILE_FIELDS * sizeof(*to->field));
	for (xmlNodePtr n = xmlFirstElementChild(root); n != NULL;
	     n = xmlNextElementSibling(n)) {
		if (to->n == ANSWERS_FILE_FIELDS)
			return "too-many";
		if (!read_answer(pool, n, &to->field[to->n++]))
			return "foreign";
	}
	return NULL;
}

static const char *
version_fault(struct pool *pool, xmlNodePtr root)
{
	const char *version = attribute_of(pool, root, "version");

	if (version == NULL || strspn(version, "0123456789") != strlen(version))
		return "foreign";
	return strlen(version) > 4 || atoi(version) > ANSWERS_FILE_VERSION
	    ? "version"
	    : NULL;
}

void
answers_file_read(struct pool *pool, const char *data, size_t n,
    struct answers_file *to)
{
	xmlDocPtr doc;
	xmlNodePtr root;

	*to = (struct answers_file){ .fault = NULL };
	if ((doc = parse(pool, data, n, &to->fault)) == NULL)
		return;
	root = xmlDocGetRootElement(doc);
	to->fault = root == NULL || !is_named(root, "answers")
	    ? "foreign"
	    : version_fault(pool, root);
	if (to->fault != NULL)
		return;
	to->aid = attribute_of(pool, root, "aid");
	to->demarche = attribute_of(pool, root, "demarche");
	to->made = attribute_of(pool, root, "made");
	to->saved = attribute_of(pool, root, "saved");
	to->siren = attribute_of(pool, root, "siren");
	to->perimeter = attribute_of(pool, root, "perimeter");
	to->fault = read_answers(pool, root, &to->fields);
	if (to->fault != NULL)
		to->fields.n = 0;
}
