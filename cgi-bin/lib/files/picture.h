#ifndef PICTURE_H
#define PICTURE_H

#include <stddef.h>

#include "base/buf.h"

/*
 * A picture from outside: known by its content, never by its name.  PNG, JPEG
 * and WebP are read as far as their size and their end; SVG is reduced (svg.h).
 */
enum {
	PICTURE_BYTES = 512 << 10,
	PICTURE_SIDE = 4096 /* pixels; what a browser unpacks is bounded too */
};

/* What is wrong with one. */
enum picture_fault {
	PICTURE_GOOD,
	PICTURE_LARGE,   /* more bytes than that */
	PICTURE_UNKNOWN, /* of none of the four kinds */
	PICTURE_BROKEN,  /* cut, or not as its kind is written */
	PICTURE_WIDE,    /* no side, or one of more pixels than that */
	PICTURE_EMPTY    /* an SVG that draws nothing, or has no size */
};

/* What is wrong, a message of N_(). */
const char *picture_words(enum picture_fault);

/*
 * Reads n bytes.  When nothing is wrong *type is its media type, and the bytes
 * to keep are appended to kept: those that came, or a reduced SVG.  The names
 * of what was taken out of an SVG are appended to removed, parted by blanks.
 */
enum picture_fault picture_read(const char *s, size_t n, const char **type,
    struct buf *kept, struct buf *removed);

#endif
