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
	int phrase;        /* number of its quotes; 0: none, or in a title */
	bool out;          /* "-word": aids that bear it are excluded */
	bool of_way;       /* of the name of a street: tokens_mark_ways */
};

/* Whether it is neither in quotes nor left out, nor of a name. */
static inline bool
token_is_plain(const struct token *t)
{
	return t->phrase == 0 && !t->out && !t->of_way;
}

/* Whether it tells what is asked: it is neither left out nor of a name. */
static inline bool
token_is_asked(const struct token *t)
{
	return !t->out && !t->of_way;
}

/* Whether the i-th of n tokens is a name, by its capital: one that neither all
 * words have nor the first alone. */
bool token_has_capital(const struct token *, int n, int i);

/*
 * Appends the words of s to the n tokens that are there, up to TOKENS, and
 * returns their new count.  Stop words are left out.  With typed that is not
 * NULL, s is a correction of it, of plain words: neither quotes nor "-" count.
 */
int tokens_read(struct pool *, struct words *, const char *s, const char *typed,
    struct token *, int n);

/* The first word of a text past its n tokens, when they are as many as there
 * may be, that is none of them; or NULL. */
const char *tokens_rest(struct pool *, struct words *, const struct token *,
    int n);

/*
 * The next part of s, between blanks, of which nothing is read, but for stop
 * words and punctuation, which say nothing: "5", "x", "C++", an emoji, another
 * script.  It is *n bytes from *at; moves *s past it.  False at the end.
 */
bool tokens_unread(const struct words *, const char **s, const char **at,
    size_t *n);

#endif
