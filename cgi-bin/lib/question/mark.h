#ifndef MARK_H
#define MARK_H

#include <stdbool.h>

#include <stdint.h>

#include "base/buf.h"
#include "index/words.h"

enum { MARK_TERMS = 512, MARK_STARTS = 1 << 15 };

/* Marking the words that were asked where they stand in a text. */
struct mark_terms {
	char (*term)[WORD_SIZE]; /* room for MARK_TERMS */
	size_t n;
	/* The first letters that a term begins with, a bit each: a word that
	 * begins otherwise is not worth stemming. */
	uint64_t start[MARK_STARTS / 64];
	/* Words looked at lately, by hash: the same ones come again and again
	 * on a page, and stemming is what costs. */
	struct {
		char folded[WORD_SIZE];
		bool asked;
	} seen[64];
};

/* Adds a term, once; past MARK_TERMS of them it is forgotten. */
void mark_add(struct mark_terms *, const char *term);

/* Appends text as HTML, with each word that was asked between open and close,
 * which are HTML already. */
void mark_put(struct buf *, struct words *, struct mark_terms *,
    const char *text, const char *open, const char *close);

#endif
