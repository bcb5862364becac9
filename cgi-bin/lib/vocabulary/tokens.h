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

/*
 * The next part of s, between blanks, that has a letter or a figure and of
 * which nothing is read: "1%", "x".  It is *n bytes from *at; moves *s past it.
 * False at the end.
 */
bool tokens_unread(const struct words *, const char **s, const char **at,
    size_t *n);

#endif
