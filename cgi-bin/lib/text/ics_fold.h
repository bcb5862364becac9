#ifndef ICS_FOLD_H
#define ICS_FOLD_H

#include "base/buf.h"

/* Appends the n bytes of a calendar with its lines folded (RFC 5545, 3.1): each
 * has at most 75 octets without its CR LF, and goes on after CR LF and a space;
 * never within a character of UTF-8.  Lines end by LF, with a CR or not. */
void ics_fold(struct buf *out, const char *text, size_t n);

#endif
