#ifndef FEED_ELEMENT_H
#define FEED_ELEMENT_H

#include <stdbool.h>

#include <jansson.h>
#include <libxml/xmlreader.h>

#include "base/buf.h"

/*
 * An element of XML as JSON, by one fixed rule, so that the paths of a shape
 * (feed_shape.h) lead through it as through a record of JSON:
 *
 * - an element is known by its local name, without its prefix;
 * - one that holds no other is its text, CDATA included, without the blanks
 *   around it: <fin>2027-01-31</fin> is "fin": "2027-01-31";
 * - one that holds others is an object of them; those of one name are an array;
 * - one that holds text and others, or others that are XHTML, is the text of
 *   its markup, as HTML;
 * - attributes are keys of it, "@" before their names; a text beside them is
 *   under "#text", and a path that ends at the element leads to it.
 *
 * Comments and instructions are nothing.
 */
struct feed_element {
	xmlTextReaderPtr reader;
	bool (*next)(void *arg); /* to the next node; false: there is none */
	void *arg;
	struct buf markup; /* of the record, up to the bound of its bytes */
	unsigned parts;    /* elements and attributes of it */
	bool over;         /* over a bound of feed_value.h: what follows is
			    * passed over */
};

/* The element at which the reader stands, up to its end: a reference of the
 * caller's.  NULL when it is over a bound, or next said that it does not end.
 * The caller frees markup. */
json_t *feed_element_read(struct feed_element *);

#endif
