#ifndef POSTING_H
#define POSTING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/*
 * A posting list as the database stores it: the documents (aids, or the funded
 * projects of a department) that have a term, sorted by id, delta-encoded.
 * Each posting is a varint of the difference from the previous id, a byte of
 * impact (engine/score.c), and a varint of the passage where the term first
 * occurs.  A varint (LEB128) has 7 bits a byte, low bits first; the high bit is
 * set while more bytes follow.
 */
struct posting {
	unsigned aid;    /* id, of whichever document */
	unsigned impact; /* 1 to 255 */
	unsigned at;     /* passage, from 1; 0: in none */
};

struct posting_reader {
	const unsigned char *p, *end;
	unsigned aid;
};

/* Reads a list of n bytes, which must last as long as the reader. */
void posting_open(struct posting_reader *, const void *list, size_t n);

/* The next posting; false at the end, and where the list is broken. */
bool posting_next(struct posting_reader *, struct posting *);

/* Appends p.  *last, 0 at first, is the id of the posting before it, and
 * becomes that of p. */
void posting_put(struct buf *, unsigned *last, const struct posting *p);

#endif
