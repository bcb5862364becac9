#ifndef SKETCH_H
#define SKETCH_H

#include <stdint.h>

/*
 * A sketch of a text, to tell near-twins: MinHash by one permutation.  Terms
 * are spread by a hash over SKETCH bins, of each of which the least hash is
 * kept; of two texts the share of bins that are the same estimates the share of
 * their terms that both have (Jaccard).
 */
enum { SKETCH = 64 };

struct sketch {
	uint64_t least[SKETCH];
};

void sketch_begin(struct sketch *);
void sketch_add(struct sketch *, const char *term);

/* A byte a bin: 0 when no term fell there. */
void sketch_end(const struct sketch *, uint8_t bytes[SKETCH]);

/* How much two texts have in common, of 100; 0 when either is so short that
 * nothing can be said. */
int sketch_likeness(const uint8_t *, const uint8_t *);

#endif
