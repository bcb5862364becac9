#ifndef TERM_LIST_H
#define TERM_LIST_H

#include "base/pool.h"
#include "engine/catalogue.h"

/*
 * The aids that bear a term, as memory holds them: a posting list (posting.h) by
 * places of the catalogue instead of ids.  One that many aids bear has a number
 * for each place, in whole blocks, so that it is scored without a branch.
 */
enum { TERM_BLOCK = 1024 };

struct term_list {
	unsigned aids;         /* how many; 0: none bears it */
	unsigned common;       /* of the commonest of those it joins */
	const uint32_t *place; /* rising; NULL: what follows is by place */
	const uint8_t *impact; /* how much, 1 to 255; 0: not borne */
	const uint8_t *at;     /* passage where it stands; 0: none, or far on */
};

/* The n bytes of a posting list to *made bytes that term_list_open takes, in the
 * pool; what is broken, or of an aid that the catalogue has not, is left out. */
const void *term_list_make(struct pool *, const struct catalogue *,
    const void *postings, size_t n, size_t *made);

/* The list lasts as long as what was made, which is aligned for any type. */
struct term_list term_list_open(const void *made);

/* The aids that bear each of n lists, with what the first says of them: made as
 * by term_list_make. */
const void *term_list_merge(struct pool *, const struct catalogue *,
    const struct term_list *, int n, size_t *made);

/* The aids that bear any of n lists, with the best impact and the first passage:
 * made likewise. */
const void *term_list_join(struct pool *, const struct catalogue *,
    const struct term_list *, int n, size_t *made);

/* The index in impact and at of a place, or -1: *from is 0 at first, then where
 * the last place was found, for places that rise. */
long term_list_find(const struct term_list *, size_t *from, uint32_t place);

#endif
