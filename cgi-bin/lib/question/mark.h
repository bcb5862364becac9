#ifndef MARK_H
#define MARK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "index/words.h"

enum { MARK_TERMS = 512, MARK_STARTS = 1 << 15 };

/* Highlighting of the words that were asked in a text.  Zeroed at first. */
struct mark_terms {
	char (*term)[WORD_SIZE]; /* the caller's, for MARK_TERMS of them */
	size_t n;
	/* A bit for each two or three first letters of a term: a word that
	 * begins otherwise need not be stemmed. */
	uint64_t start[MARK_STARTS / 64];
};

/* Adds a term unless it is there; past MARK_TERMS it is left out. */
void mark_add(struct mark_terms *, const char *term);

/* Appends text as HTML, escaped, with each word that was asked between open and
 * close, which are HTML already. */
void mark_put(struct buf *, struct words *, struct mark_terms *,
    const char *text, const char *open, const char *close);

#endif
