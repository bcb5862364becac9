#ifndef XML_H
#define XML_H

#include <libxml/tree.h>

#include "base/buf.h"
#include "base/pool.h"

/*
 * Making a document: thin names over libxml2's tree.  Text is cleaned of what
 * XML cannot carry.  A document joins the pool of its request.
 */

/* A new document <root name="...">, freed with the pool. */
xmlDocPtr xml_page(struct pool *, const char *name);

/* A new last child of parent. */
xmlNodePtr xml_add(xmlNodePtr parent, const char *name);
/* The same with text; nothing is added, and NULL returned, for NULL text. */
xmlNodePtr xml_add_text(xmlNodePtr parent, const char *name, const char *s);

/* Sets an attribute; nothing for NULL. */
void xml_set(xmlNodePtr, const char *name, const char *value);
void xml_set_int(xmlNodePtr, const char *name, long long value);

/* Appends text to a node. */
void xml_text(xmlNodePtr, const char *s, size_t n);
/* Appends ready markup that will leave as it is: made by our own stylesheets
 * or reduced by sanitize_html. */
void xml_raw(xmlNodePtr, const char *s, size_t n);
/* The same of what guichet or this process rendered: it is not looked at again
 * for bytes that are no text. */
void xml_raw_own(xmlNodePtr, const char *s, size_t n);
/* The same of what a buffer holds, which the document takes over: no copy, and the
 * buffer is then as new. */
void xml_raw_take(xmlNodePtr, struct buf *);

/* The first child element of that name; NULL when there is none. */
xmlNodePtr xml_child(xmlNodePtr, const char *name);

#endif
