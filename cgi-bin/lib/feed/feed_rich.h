#ifndef FEED_RICH_H
#define FEED_RICH_H

#include "base/pool.h"
#include "text/richtext.h"

/* What a feed calls HTML, as it was meant: the text to reduce, in the pool or s
 * itself; *format becomes how.  A text without a tag is plain, and keeps its
 * lines, unless its references spell tags ("&lt;p&gt;"); references that were
 * made twice ("&amp;eacute;") are undone once.  What comes of it is not safe:
 * it is for richtext_put alone. */
const char *feed_rich_read(struct pool *, const char *s, enum richtext *format);

#endif
