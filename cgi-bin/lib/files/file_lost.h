#ifndef FILE_LOST_H
#define FILE_LOST_H

#include "base/buf.h"
#include "base/pool.h"

/* Prints which elements an exported file had and has no more: a page by its
 * slug, a logo by its name, and those of by_text, which are words, by what they
 * hold.  Nothing is printed when nothing is lost. */
void file_lost_say(struct pool *, const struct buf *before,
    const struct buf *after, const char *by_text);

#endif
