/* aid_within.c - the aids that a page may show. */

#include <stdlib.h>

#include "aids/aid_within.h"
#include "xml/xml.h"

static int
compare_ids(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

bool
aid_is_within(const struct aid_within *w, uint32_t id)
{
	/* Of none, the array may be NULL. */
	return w == NULL ||
	    (w->n > 0 &&
		bsearch(&id, w->id, w->n, sizeof(id), compare_ids) != NULL);
}

static uint32_t
id_of(xmlNodePtr aid)
{
	xmlChar *s = xmlGetProp(aid, (const xmlChar *)"id");
	uint32_t id = s != NULL ? (uint32_t)strtoul((char *)s, NULL, 10) : 0;

	xmlFree(s);
	return id;
}

void
aid_drop_outside(const struct aid_within *w, xmlNodePtr page, const char *name)
{
	xmlNodePtr list = xml_child(page, name), next;

	if (w == NULL || list == NULL)
		return;
	for (xmlNodePtr n = list->children; n != NULL; n = next) {
		next = n->next;
		if (!aid_is_within(w, id_of(n)))
			xmlUnlinkNode(n);
	}
	if (list->children == NULL)
		xmlUnlinkNode(list);
}
