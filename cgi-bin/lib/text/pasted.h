#ifndef PASTED_H
#define PASTED_H

#include "base/pool.h"

/* s without the control characters that a word processor leaves in a text,
 * each being what it meant: a character of Windows-1252 taken for Latin-1
 * (U+0080 to U+009F), a vertical tab for a blank, a no-break hyphen, a bullet
 * of its symbol font.  The others go, and so do characters that nobody sees
 * (U+200B, U+FEFF, soft hyphens).  A letter and an accent of its own, as Macs
 * have them, become one character.  In the pool; s is UTF-8. */
char *pasted_clean(struct pool *, const char *s);

#endif
