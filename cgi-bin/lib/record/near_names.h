#ifndef NEAR_NAMES_H
#define NEAR_NAMES_H

#include "base/pool.h"
#include "index/words.h"

/*
 * Names of a list, to tell which of them a word that is none of them resembles:
 * by the words that both have, as the search reads them (stems, accents and one
 * wrong letter ignored), rare ones weighing more.  A person is to judge:
 * nothing is to be taken for another by it.
 */
struct near_names;

enum { NEAR_NAMES_MAX = 3 };

/* An empty list; the words must outlive it.  The caller frees it; NULL is
 * ignored. */
struct near_names *near_names_new(struct words *);
void near_names_free(struct near_names *);

/* Adds a name, under which another may be meant.  Both must outlive the
 * list. */
void near_names_add(struct near_names *, const char *name, const char *means);

/* The names that the text resembles, the nearest first, in quotation marks with
 * commas between them, in the pool; "" for none. */
const char *near_names_find(struct near_names *, struct pool *,
    const char *text);

#endif
