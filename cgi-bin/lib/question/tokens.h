#ifndef TOKENS_H
#define TOKENS_H

#include "base/pool.h"
#include "index/words.h"

/* The words of a question that say something, with how they were asked. */

enum { TOKENS = 40 };

struct token {
	struct word w;
	const char *text;  /* as it was written */
	const char *typed; /* what was written for it, or NULL */
	int phrase;        /* which one in quotes; 0: none */
	bool out;          /* to be left out: "-word" */
};

/*
 * Reads the words of s after the n tokens that are there, and returns how many
 * there are then, TOKENS at most; stop words are passed over.  typed, when it
 * is not NULL, is what the reader wrote instead: s is then plain words.  A quote
 * that is left open is no quote.
 */
int tokens_read(struct pool *, struct words *, const char *s, const char *typed,
    struct token *, int n);

#endif
