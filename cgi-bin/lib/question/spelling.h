#ifndef SPELLING_H
#define SPELLING_H

#include "db/query.h"
#include "index/words.h"

/* Typing mistakes, mended by the catalogue's own words. */
struct spelling;

/* Reads the vocabulary; *made, and the code, as lists_load.  Freed by the
 * caller. */
enum rc spelling_load(struct db *, struct spelling **made);
void spelling_free(struct spelling *);

/*
 * What the reader, who wrote a word that no aid bears, most likely meant: the
 * nearest word of the catalogue, or two that were run together; NULL when none
 * is near.  As it is written, in the pool.
 */
const char *spelling_correct(const struct spelling *, struct pool *,
    const char *folded);

/* How many letters must be changed, added, left out or swapped to make b of a,
 * both ASCII; max + 1 when it is more than max. */
int spelling_distance(const char *a, const char *b, int max);

#endif
