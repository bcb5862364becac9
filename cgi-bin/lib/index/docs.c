/* docs.c - documents by their ids. */

#include "index/docs.h"

/* Galloping search: leaps that double, then halves.  Ids of a posting list are
 * near each other. */
size_t
docs_find_after(const struct docs_shelf *s, size_t from, uint32_t id)
{
	size_t leap = 1, lo = from, hi;

	if (lo >= s->n || docs_id(s, lo) >= id)
		return lo;
	while (lo + leap < s->n && docs_id(s, lo + leap) < id) {
		lo += leap;
		leap *= 2;
	}
	hi = lo + leap < s->n ? lo + leap : s->n;
	for (lo++; lo < hi;) {
		size_t mid = lo + (hi - lo) / 2;

		if (docs_id(s, mid) < id)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}
