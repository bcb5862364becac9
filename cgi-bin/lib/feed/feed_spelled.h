#ifndef FEED_SPELLED_H
#define FEED_SPELLED_H

#include <jansson.h>

/*
 * The object or the array that a text of a feed spells, as a cell of a table
 * does: JSON, or what JavaScript takes for it, with names as keys and single
 * quotes: [{ nom: 'ADEME', roles: ['financeur'] }], as the example of the
 * State's exchange format of aids has it.  NULL when it is neither; a reference
 * of the caller's.
 */
json_t *feed_spelled(const char *s);

#endif
