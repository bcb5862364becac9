#ifndef TOKENS_H
#define TOKENS_H

#include "base/pool.h"
#include "index/words.h"

/* The words of a question, stop words left out, with how they were asked. */

enum { TOKENS = 40 };

struct token {
	struct word w;
	const char *text;  /* as it was written */
	const char *typed; /* what it corrects, or NULL */
	int phrase;        /* number of its pair of quotes; 0: none */
	bool out;          /* "-word": aids that bear it are excluded */
};

/*
 * Appends the words of s to the n tokens that are there, up to TOKENS, and
 * returns their new count.  Stop words are left out.  With typed that is not
 * NULL, s is a correction of it, of plain words: neither quotes nor "-" count.
 */
int tokens_read(struct pool *, struct words *, const char *s, const char *typed,
    struct token *, int n);

#endif
