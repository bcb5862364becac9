#ifndef TERM_SPOTS_H
#define TERM_SPOTS_H

#include <stdint.h>

#include "base/buf.h"
#include "index/words.h"

/*
 * Where the terms of a text are, read once when the text is indexed: who looks
 * for some of them later need neither fold nor stem its words.  A hash stands
 * for each term, so that a spot only says that the term may be there.
 */
enum { TERM_HASHES = 1 << 15 };

struct term_spot {
	uint16_t at;   /* of its word, in bytes */
	uint16_t hash; /* under TERM_HASHES */
};

uint16_t term_spot_hash(const char *term);

/* Appends the spots of a text, in order, as they are in memory; those past its
 * first 64 KB are left out. */
void term_spots_put(struct buf *, struct words *, const char *text);

#endif
