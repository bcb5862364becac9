/* map_classes.c - the classes of a map. */

#include <stdlib.h>
#include <string.h>

#include "search/map_classes.h"

static int
by_number(const void *a, const void *b)
{
	const unsigned *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

size_t
map_classes(struct pool *pool, const unsigned *number, size_t n,
    struct map_class of[MAP_CLASSES])
{
	unsigned *sorted = pool_take(pool, (n + 1) * sizeof(*sorted));
	size_t classes = 0, from = 0;

	if (n > 0)
		memcpy(sorted, number, n * sizeof(*sorted));
	qsort(sorted, n, sizeof(*sorted), by_number);
	for (size_t i = 1; i <= MAP_CLASSES && from < n; i++) {
		size_t last = (n * i + MAP_CLASSES - 1) / MAP_CLASSES - 1;

		/* Those like the last are of its class too. */
		if (last < from)
			continue;
		while (last + 1 < n && sorted[last + 1] == sorted[last])
			last++;
		of[classes++] = (struct map_class){ sorted[from],
			sorted[last] };
		from = last + 1;
	}
	return classes;
}

size_t
map_class_of(const struct map_class *of, size_t n, unsigned number)
{
	for (size_t i = 0; i < n; i++)
		if (number >= of[i].from && number <= of[i].to)
			return i + 1;
	return 0;
}
