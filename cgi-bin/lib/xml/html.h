#ifndef HTML_H
#define HTML_H

#include <libxml/tree.h>

#include <stdbool.h>

#include "base/buf.h"

/*
 * Writes a result tree as HTML: void elements, text and attributes escaped,
 * ready markup as it is; a doctype when the tree has one, as that of a page and
 * not of a fragment.  Six times cheaper than libxslt's own, and it decides
 * nothing by itself: no indentation, no added <meta>.
 */
void html_write(struct buf *, const xmlDoc *);

/* Whether the element has no end tag. */
bool html_is_void(const char *name);

/* Text, escaped so that it may also stand in an attribute. */
void html_write_text(struct buf *, const char *s);
/* The same of its first n bytes. */
void html_put_text(struct buf *, const char *s, size_t n);

#endif
