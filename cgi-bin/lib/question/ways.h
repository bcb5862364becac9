#ifndef WAYS_H
#define WAYS_H

#include "question/corpus.h"
#include "vocabulary/tokens.h"

/* Marks the tokens, as they were read of one text, that are of the name of a
 * way: the mill of "rue du Moulin", not that of "chemin de halage", which is a
 * wording. */
void ways_mark(const struct corpus *, struct token *, int n);

/* The text without such names, in the pool; itself when there are none. */
const char *ways_left_out(struct pool *, const char *text, const struct token *,
    int n);

#endif
