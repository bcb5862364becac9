#ifndef ENTITY_H
#define ENTITY_H

#include "base/pool.h"

/* s, which is plain text, with the characters that its references of HTML stand
 * for ("d&rsquo;eau", "&#233;"): it was HTML once.  What is no reference
 * stays.  In the pool; s is UTF-8. */
const char *entity_decode(struct pool *, const char *s);

/* The character that the reference at s stands for, and its bytes; 0: none
 * begins there. */
unsigned entity_at(const char *s, size_t *n);

#endif
