#ifndef MARK_H
#define MARK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "index/words.h"

enum { MARK_TERMS = 512, MARK_PHRASES = 512, MARK_STARTS = 1 << 15 };

/* Two keys or more (words_key), marked where they follow each other, stop words
 * between them ignored. */
struct mark_phrase {
	const char *const *key;
	int n;
};

/* Highlighting of the words that were asked in a text.  Zeroed at first. */
struct mark_terms {
	char (*term)[WORD_SIZE]; /* the caller's, for MARK_TERMS of them */
	size_t n;
	struct mark_phrase *phrase; /* likewise, for MARK_PHRASES */
	size_t phrases;
	/* A bit for each two or three first letters of a term: a word that
	 * begins otherwise need not be stemmed. */
	uint64_t start[MARK_STARTS / 64];
};

/* Adds a term unless it is there; past MARK_TERMS it is left out. */
void mark_add(struct mark_terms *, const char *term);

/* Adds a phrase, whose keys must last as long; past MARK_PHRASES it is left
 * out. */
void mark_add_phrase(struct mark_terms *, const char *const *key, int n);

/* Appends text as HTML, escaped, with each word that was asked between open and
 * close, which are HTML already. */
void mark_put(struct buf *, struct words *, struct mark_terms *,
    const char *text, const char *open, const char *close);

#endif
