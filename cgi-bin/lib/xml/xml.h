#ifndef XML_H
#define XML_H

#include <libxml/tree.h>

#include "base/buf.h"
#include "base/pool.h"

/*
 * Making a document: a tree for libxml2 to read, whose nodes, names and texts
 * are all the pool's.  What libxml2 makes does not go into it, and nothing in
 * it is freed: xmlUnlinkNode takes a node out, xmlAddChild puts an element into
 * another document of the same pool.  In text and values, bytes that XML cannot
 * carry become "?" (str_clean).
 */

/* A new document <page name="...">, gone with the pool. */
xmlDocPtr xml_page(struct pool *, const char *name);

/* A new last child of parent. */
xmlNodePtr xml_add(xmlNodePtr parent, const char *name);
/* The same with text; nothing is added, and NULL returned, for NULL text. */
xmlNodePtr xml_add_text(xmlNodePtr parent, const char *name, const char *s);

/* Gives it another name. */
void xml_rename(xmlNodePtr, const char *name);
/* Takes all that it holds out, but for attributes. */
void xml_empty(xmlNodePtr);

/* Sets an attribute; nothing for NULL. */
void xml_set(xmlNodePtr, const char *name, const char *value);
void xml_set_int(xmlNodePtr, const char *name, long long value);

/* Appends text to a node. */
void xml_text(xmlNodePtr, const char *s, size_t n);
/* Appends ready markup, which is written as it is: made by our own stylesheets,
 * or reduced by richtext_put. */
void xml_raw(xmlNodePtr, const char *s, size_t n);
/* The same, not cleaned: for what guichet or this process rendered. */
void xml_raw_own(xmlNodePtr, const char *s, size_t n);
/* The same of what a buffer holds, which the document takes over without a
 * copy: the buffer is then empty. */
void xml_raw_take(xmlNodePtr, struct buf *);

/* A copy of an attribute, in the pool; NULL: there is none. */
const char *xml_get(struct pool *, xmlNodePtr, const char *name);

/* The first child element of that name; NULL when there is none. */
xmlNodePtr xml_child(xmlNodePtr, const char *name);

#endif
