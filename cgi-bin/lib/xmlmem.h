#ifndef XMLMEM_H
#define XMLMEM_H

#include <stdbool.h>

/*
 * The memory of libxml2 and libxslt.  A transformation asks for a thousand small
 * pieces, most of which end with it: between begin and end they come one behind
 * the other from one region, and go all at once.  What is freed before is taken
 * again.  At other times, and past the region's size, memory is malloc's.
 *
 * With sanitizers, which watch over pieces, all of it is malloc's at any time.
 */

/* Once, before anything else is asked of libxml2. */
void xmlmem_setup(void);

/* From here on, what is asked for comes from the region. */
void xmlmem_begin(void);

/* Whether all that was asked for since came from the region: nothing of it needs
 * to be freed.  If not, it is freed as ever before xmlmem_end, piece by piece. */
bool xmlmem_is_whole(void);

/* Gives the region back; what was taken from it is no more.  GUICHET_POISON, in
 * tests, overwrites it, so that what still looks there is found out. */
void xmlmem_end(void);

#endif
