#ifndef TERM_LIST_H
#define TERM_LIST_H

#include "base/pool.h"
#include "index/docs.h"

/*
 * A posting list as memory holds it: docs instead of ids (posting.h), decoded.
 * A sparse list is sorted docs, with impact and passage beside; a dense one has
 * an impact and a passage for every doc, in whole blocks, so that it is scored
 * without a branch.
 */
enum { TERM_BLOCK = 1024 };

struct term_list {
	unsigned aids;         /* how many; 0: it is empty */
	unsigned common;       /* of the longest of the lists that it joins */
	const uint32_t *doc;   /* sorted; NULL: the list is dense */
	const uint8_t *impact; /* 1 to 255; of a dense list, 0: not there */
	const uint8_t
	    *at; /* passage where it first stands; 0: none, or far on */
};

/* Packs the n bytes of a posting list in *made bytes for term_list_open, in the
 * pool.  What is broken, or of no document, is left out. */
const void *term_list_make(struct pool *, const struct docs *,
    const void *postings, size_t n, size_t *made);

/* Opens a packed list, aligned for any type, which must last as long. */
struct term_list term_list_open(const void *made);

/* The intersection of n lists, with the impacts and passages of the first:
 * packed as by term_list_make. */
const void *term_list_merge(struct pool *, const struct docs *,
    const struct term_list *, int n, size_t *made);

/* The impact of a doc that several lists have: what they say together
 * (evidence.h), or the best one, of lists that say the same word.  The sign is
 * between their names in the name of the list that they make. */
enum term_join { TERM_JOIN_ADDS = '+', TERM_JOIN_BEST = '|' };

/* The union of n lists, with the first passage: packed as by term_list_make. */
const void *term_list_join(struct pool *, const struct docs *,
    const struct term_list *, int n, enum term_join, size_t *made);

/* The index of a doc in impact and at, or -1.  *from is 0 at first, then where
 * the last doc was found: docs must come in increasing order. */
long term_list_find(const struct term_list *, size_t *from, uint32_t doc);

#endif
