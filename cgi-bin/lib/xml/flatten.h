#ifndef FLATTEN_H
#define FLATTEN_H

#include <libxml/tree.h>

/*
 * A stylesheet that writes HTML, rewritten before it is compiled: a literal
 * element becomes its two tags as ready text, computed attributes between their
 * quotes, and what is constant joins into one text.  XSLT then makes a few text
 * nodes where it made a tree; pages come out the same, for half the price.
 *
 * Text must leave with its quotes escaped (html.c), for it may stand in an
 * attribute.  Left alone: elements given attributes by instructions, and all
 * templates whose result may be captured as a string (in a variable, a
 * parameter, an attribute), where ready tags would be words.
 */
struct flatten;

/* Looks over the sheets that will be compiled, for captures.  Freed by the
 * caller; the documents are not kept. */
struct flatten *flatten_new(void);
void flatten_look(struct flatten *, const xmlDoc *sheet);
void flatten_free(struct flatten *);

/* Rewrites one sheet in place. */
void flatten_sheet(struct flatten *, xmlDoc *sheet);

#endif
