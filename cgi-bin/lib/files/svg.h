#ifndef SVG_H
#define SVG_H

#include <stddef.h>

#include "base/buf.h"

/*
 * A drawing in SVG from outside, reduced to an allow-list of elements and
 * attributes: shapes, groups, texts, gradients, clips.  What is not in it goes
 * with what it holds: scripts, styles, foreign elements, animations, pictures
 * within, whatever runs at an event.  A reference stays when it is to something
 * of the drawing itself: "#a", url(#a).  Nothing is fetched, and no entity is
 * taken: the document type goes.
 */
enum svg_end {
	SVG_GOOD,
	SVG_OTHER,  /* not XML, or its root is no svg of SVG's namespace */
	SVG_BROKEN, /* well begun, and not well-formed; or a tag too large */
	SVG_EMPTY   /* no size, or nothing left to draw */
};

/* Appends the reduced drawing to kept, the same bytes again when it is reduced
 * again; and the names of what was taken out to removed, each once, parted by
 * blanks. */
enum svg_end svg_reduce(const char *s, size_t n, struct buf *kept,
    struct buf *removed);

#endif
