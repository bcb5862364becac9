#ifndef FLATTEN_H
#define FLATTEN_H

#include "xml/captures.h"

/*
 * Rewrites a stylesheet that writes HTML, in place, before it is compiled: the
 * same pages, at a lower price (flatten.c).
 *
 * Text must then be written with its quotes escaped (html.c), for it may stand
 * in an attribute.  Left unchanged: elements that instructions give attributes
 * to anywhere but first, or give again one that is written, and templates whose
 * result may be captured.
 */
void flatten_sheet(const struct captures *, xmlDoc *sheet);

#endif
