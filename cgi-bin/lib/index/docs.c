/* docs.c - documents by their ids. */

#include "index/docs.h"

/* Galloping search: leaps that double, then halves.  Ids of a posting list are
 * near each other. */
size_t
docs_find_after(const struct docs *d, size_t from, uint32_t id)
{
	size_t leap = 1, lo = from, hi;

	if (lo >= d->n || docs_id(d, lo) >= id)
		return lo;
	while (lo + leap < d->n && docs_id(d, lo + leap) < id) {
		lo += leap;
		leap *= 2;
	}
	hi = lo + leap < d->n ? lo + leap : d->n;
	for (lo++; lo < hi;) {
		size_t mid = lo + (hi - lo) / 2;

		if (docs_id(d, mid) < id)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}
