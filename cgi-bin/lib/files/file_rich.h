#ifndef FILE_RICH_H
#define FILE_RICH_H

#include <libxml/tree.h>

#include "base/pool.h"
#include "files/file_faults.h"

/*
 * The rich text that an element of a file holds, as elements of HTML, or that
 * of the HTML file beside it that its attribute "file" names; reduced by the
 * allow-list of all rich text (text/richtext.h), in the pool; NULL without
 * words.  What was taken out is told.  The element's content is changed.
 */
const char *file_rich_read(struct file_faults *, struct pool *,
    xmlNodePtr element);

/* What was read is h2 and h3: in a file that rows made, h3 and h4 again. */
void file_rich_lower(char *file);

#endif
