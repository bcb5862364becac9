#ifndef MAP_CLASSES_H
#define MAP_CLASSES_H

#include <stddef.h>

#include "base/pool.h"

/* The classes of a map: as many territories in each, as far as equal numbers
 * allow, for they are never parted. */

enum { MAP_CLASSES = 5 };

struct map_class {
	unsigned from, to; /* the least and the greatest of its numbers */
};

/* Parts n numbers into classes, rising, of which it returns how many there are:
 * none for no number, and none is empty. */
size_t map_classes(struct pool *, const unsigned *number, size_t n,
    struct map_class of[MAP_CLASSES]);

/* The class of a number, from 1; 0 for none. */
size_t map_class_of(const struct map_class *, size_t n, unsigned number);

#endif
