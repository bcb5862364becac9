#ifndef HTML_H
#define HTML_H

#include <libxml/tree.h>

#include <stdbool.h>

#include "base/buf.h"
#include "base/pool.h"

/*
 * Appends a result tree as HTML: void elements have no end tag, text and
 * attributes are escaped, ready markup is written as it is; a doctype is
 * written when the tree has one, as that of a page has and that of a fragment
 * has not.  It takes a sixth of the time of libxslt's serialiser, and adds
 * nothing: no indentation, no <meta>.
 */
void html_write(struct buf *, const xmlDoc *);

/* Whether an element of that name has no end tag. */
bool html_is_void(const char *name);

/* Appends text, escaped so that it may also stand in an attribute. */
void html_write_text(struct buf *, const char *s);

/* The same as a string of the pool. */
const char *html_text(struct pool *, const char *s);
/* The same, of the n bytes of s, which must be NUL-terminated. */
void html_put_text(struct buf *, const char *s, size_t n);

#endif
