/*
 * file_lost.c - what a file has no more.
 *
 * A file is the whole of what it is of.  Who wrote one anew, or took an older
 * copy, may not know what another had added.
 */

#include <stdbool.h>
#include <string.h>

#include <libxml/parser.h>

#include "base/say.h"
#include "base/str.h"
#include "files/file_lost.h"

/* Bytes of a text that is known by it, as it is told. */
enum { MAX_SAID = 100 };

static xmlDocPtr
read_exported(const struct buf *b)
{
	return xmlReadMemory(b->data, (int)b->len, NULL, NULL,
	    XML_PARSE_NONET | XML_PARSE_HUGE);
}

/* What an element is known by: its name, and what tells it from others of that
 * name. */
static const char *
known_as(struct pool *pool, const xmlNode *n, const char *by_text)
{
	static const char *const keys[] = { "slug", "href", "title", "name" };
	const char *name = (const char *)n->name;
	xmlChar *said = NULL;

	if (str_has_word(by_text, name))
		said = xmlNodeGetContent(n);
	/* The picture leads to an address, and is one. */
	for (int i = 0; i < 4 && said == NULL && strcmp(name, "logo") != 0; i++)
		said = xmlGetNoNsProp(n, (const xmlChar *)keys[i]);
	name = said != NULL
	    ? pool_printf(pool, "%s \"%.*s\"", name, MAX_SAID, (char *)said)
	    : pool_strdup(pool, name);
	xmlFree(said);
	return name;
}

static bool
has_element(struct pool *pool, xmlDocPtr doc, const char *known,
    const char *by_text)
{
	const xmlNode *n = xmlDocGetRootElement(doc)->children;

	while (n != NULL &&
	    (n->type != XML_ELEMENT_NODE ||
		strcmp(known_as(pool, n, by_text), known) != 0))
		n = n->next;
	return n != NULL;
}

void
file_lost_say(struct pool *pool, const struct buf *before,
    const struct buf *after, const char *by_text)
{
	xmlDocPtr had = read_exported(before), has = read_exported(after);
	const char *lost = "";

	if (had != NULL && has != NULL)
		for (const xmlNode *n = xmlDocGetRootElement(had)->children;
		     n != NULL; n = n->next) {
			const char *known = n->type == XML_ELEMENT_NODE
			    ? known_as(pool, n, by_text)
			    : NULL;

			if (known != NULL &&
			    !has_element(pool, has, known, by_text))
				lost = pool_printf(pool, "%s%s%s", lost,
				    *lost != '\0' ? ", " : "", known);
		}
	if (*lost != '\0')
		say(_("the file has no more: %s"), lost);
	xmlFreeDoc(had);
	xmlFreeDoc(has);
}
