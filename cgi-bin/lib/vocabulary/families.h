#ifndef FAMILIES_H
#define FAMILIES_H

#include <stdio.h>

#include "db/db.h"
#include "vectors/word_vectors.h"

/*
 * Writes families of words that may be wanting, as keywords_import reads them,
 * for a person to choose from: each word that some aids bear and no family has,
 * with those whose vectors are nearest to its own.  Nothing is changed.  Fails
 * as query_run does.
 */
enum rc families_propose(struct db *, const struct word_vectors *, FILE *);

#endif
