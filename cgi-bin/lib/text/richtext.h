#ifndef RICHTEXT_H
#define RICHTEXT_H

#include "base/buf.h"

/*
 * Rich text from outside, reduced to an allow-list with libxml2's parser:
 * paragraphs, headings (h3, h4), lists, tables, whose cells may span others,
 * quotes, strong, em, sub, sup, line breaks, and links to https, http, mailto
 * and tel.  Contacts that are plain text become links (richtext_contact.h), of
 * class g-bare.  Any other element loses its tags and keeps its content;
 * scripts, styles, forms and frames are removed with theirs, when they end.
 * Of what is nested too deep for the parser the words stay.  A text of the
 * site may also have th, whose scope is col or row, and pre.
 *
 * The result is well-formed XHTML, nested as HTML requires, without empty
 * elements: it may stand in a page as it is.
 */
enum richtext {
	RICHTEXT_HTML,
	RICHTEXT_MARKDOWN,
	RICHTEXT_PLAIN,
	RICHTEXT_OWN /* HTML of the site: a link may be a path, "/aides/" */
};

/* Of a text: bytes, and signs of its markup, of each of which a parser makes a
 * node of some hundred bytes. */
enum { RICHTEXT_MAX = 4 << 20, RICHTEXT_SIGNS = 100000 };

/* How many bytes of the text are read: what is over either is cut. */
size_t richtext_length(const char *s, enum richtext format);

/* Appends the reduced text, which is nothing for a text without words. */
void richtext_put(struct buf *out, const char *s, enum richtext format);

/* Appends the plain text of reduced text: a line for each block, entities
 * decoded.  NULL is ignored. */
void richtext_put_plain(struct buf *out, const char *s);

#endif
