#ifndef SPELLING_H
#define SPELLING_H

#include "db/query.h"
#include "index/words.h"

/* Corrections of typing mistakes, by the words that the aids themselves
 * bear. */
struct spelling;

/* Loads the dictionary.  RC_OK with *made, which the caller frees; otherwise
 * the code of the query that failed, *made untouched. */
enum rc spelling_load(struct db *, struct spelling **made);
void spelling_free(struct spelling *);

/*
 * What a reader most likely meant by a word that no aid bears (folded by
 * str_fold): the nearest word of the dictionary, or two that were run together,
 * as they are written, in the pool; NULL when none is near.
 */
const char *spelling_correct(const struct spelling *, struct pool *,
    const char *folded);

/* The same words of the dictionary, nearest first: at most max (SPELLING_NEAR
 * at the most) in near.  Returns how many. */
enum { SPELLING_NEAR = 8 };
int spelling_near(const struct spelling *, const char *folded,
    const char **near, int max);

/* The Damerau-Levenshtein distance of two ASCII words: how many letters must be
 * changed, added, removed or swapped with the next to make b of a; max + 1 when
 * it is more than max. */
int spelling_distance(const char *a, const char *b, int max);

/* Whether a letter was left out, added, or swapped with the next; one in the
 * place of another makes another word more often than a mistake: "stabilisé",
 * "stabilité". */
bool spelling_is_slip(const char *typed, const char *meant);

#endif
