#ifndef POSTING_H
#define POSTING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/*
 * A posting list: the aids that bear a term, by rising id.  Each is a varint
 * (7 bits a byte, low first, high bit while more come) of the id less the one
 * before it, a byte that says how much the term weighs in the aid, and a varint
 * of the passage of its text where it first stands: 0 in none.
 */
struct posting {
	unsigned aid, impact, at;
};

struct posting_reader {
	const unsigned char *p, *end;
	unsigned aid;
};

void posting_open(struct posting_reader *, const void *list, size_t n);
/* The next one; false at the end, and at a list that is broken. */
bool posting_next(struct posting_reader *, struct posting *);

/* Appends p; *last is the id before it and becomes p's, 0 at first. */
void posting_put(struct buf *, unsigned *last, const struct posting *p);

#endif
