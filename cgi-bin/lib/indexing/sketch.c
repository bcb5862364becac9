/* sketch.c - which texts are nearly the same. */

#include "indexing/sketch.h"
#include "base/str.h"

/* With terms in fewer bins a text is too short to have twins. */
enum { LEAST_BINS = 24 };

void
sketch_begin(struct sketch *s)
{
	for (int i = 0; i < SKETCH; i++)
		s->least[i] = UINT64_MAX;
}

void
sketch_add(struct sketch *s, const char *term)
{
	uint64_t h = str_hash(STR_HASH, term), *least;

	/* The bits of a sum of products are alike: they are mixed. */
	h = (h ^ h >> 31) * 0x9e3779b97f4a7c15u;
	least = &s->least[h >> 58];
	h = h << 6 | h >> 58;
	*least = h < *least ? h : *least;
}

void
sketch_end(const struct sketch *s, uint8_t bytes[SKETCH])
{
	for (int i = 0; i < SKETCH; i++)
		bytes[i] = s->least[i] == UINT64_MAX
		    ? 0
		    : (uint8_t)(1 + (s->least[i] >> 8) % 255);
}

int
sketch_likeness(const uint8_t *a, const uint8_t *b)
{
	int same = 0, any = 0, one = 0, other = 0;

	for (int i = 0; i < SKETCH; i++) {
		any += (a[i] | b[i]) != 0;
		same += (a[i] == b[i]) & (a[i] != 0);
		one += a[i] != 0;
		other += b[i] != 0;
	}
	return one < LEAST_BINS || other < LEAST_BINS ? 0 : 100 * same / any;
}
