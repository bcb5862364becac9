#ifndef SPANS_H
#define SPANS_H

#include "vocabulary/synonyms.h"
#include "vocabulary/tokens.h"

/*
 * How the words of a question make wordings: those in quotes, the phrases that
 * have synonyms, and single words.  Of "salle polyvalente communale" both
 * phrases are found, which share a word; one that is within a longer one is
 * not.
 */
struct span {
	int from, n; /* of the tokens */
};

/* The next wording of the n tokens; *span is zeroed at first.  False at the
 * end. */
bool span_next(const struct synonyms *, const struct token *, int n,
    struct span *);

/* Whether tokens before it are the same words, neither in quotes nor left out.
 */
bool span_is_repeated(const struct token *, const struct span *);

#endif
