/* picture.c - a picture of anyone's making: one that is taken has a type, a drawing is
 * the same when it is reduced again, and nothing of it runs or leads elsewhere. */

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <strings.h>

#include "files/picture.h"
#include "fuzz.h"

static void
look(const xmlNode *n)
{
	for (; n != NULL; n = n->next) {
		if (n->type != XML_ELEMENT_NODE)
			continue;
		must(strcasecmp((const char *)n->name, "script") != 0);
		must(strcasecmp((const char *)n->name, "style") != 0);
		must(n->nsDef == NULL || n->parent->type == XML_DOCUMENT_NODE);
		for (const xmlAttr *a = n->properties; a; a = a->next) {
			const char *s = a->children != NULL
			    ? (const char *)a->children->content
			    : "";
			const char *url = strcasestr(s, "url");

			must(strncasecmp((const char *)a->name, "on", 2) != 0);
			must(strcmp((const char *)a->name, "href") != 0 ||
			    s[0] == '#');
			must(url == NULL || strncasecmp(url, "url(#", 5) == 0);
		}
		look(n->children);
	}
}

static void
look_at(const struct buf *kept)
{
	xmlDocPtr doc = xmlReadMemory(kept->data, (int)kept->len, NULL, "UTF-8",
	    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);

	must(doc != NULL);
	look(xmlDocGetRootElement(doc));
	xmlFreeDoc(doc);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct buf kept = { 0 }, again = { 0 }, removed = { 0 };
	const char *type;

	if (picture_read((const char *)data, n, &type, &kept, &removed) ==
	    PICTURE_GOOD) {
		must(type != NULL && kept.len > 0);
		must(picture_read(kept.data, kept.len, &type, &again,
			 &removed) == PICTURE_GOOD);
		must(kept.len == again.len &&
		    memcmp(kept.data, again.data, kept.len) == 0);
		if (strcmp(type, "image/svg+xml") == 0)
			look_at(&kept);
	} else {
		must(kept.len == 0);
	}
	buf_free(&kept);
	buf_free(&again);
	buf_free(&removed);
	return 0;
}
