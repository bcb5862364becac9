#ifndef RICHTEXT_H
#define RICHTEXT_H

#include "base/buf.h"

/*
 * Rich text from outside, reduced to an allow-list with libxml2's parser:
 * paragraphs, headings (h3, h4), lists, tables, quotes, strong, em, sub, sup,
 * line breaks, and links to https, http and mailto.  Everything else loses its
 * tags and keeps its words; scripts, styles, forms and frames go with theirs.
 *
 * What comes out is well-formed XHTML that nests as HTML wants it, without an
 * empty element, so that it may stand in a page as it is.
 */
enum richtext { RICHTEXT_HTML, RICHTEXT_MARKDOWN, RICHTEXT_PLAIN };

/* Appends the reduced text to out; nothing for one without words. */
void richtext_put(struct buf *out, const char *s, enum richtext format);

/* Appends the words of reduced text, a block a line, entities undone. */
void richtext_put_plain(struct buf *out, const char *s);

#endif
