#ifndef MARK_H
#define MARK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "index/term_spots.h"

enum { MARK_TERMS = 512, MARK_PHRASES = 512 };

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
	/* A bit for each term_spot_hash of a term, or of the first one of a
	 * phrase: other words need not be read. */
	uint64_t hash[TERM_HASHES / 64];
};

/* A text of n bytes, and the spots of its terms. */
struct mark_text {
	const char *s;
	size_t n;
	const struct term_spot *spot;
	size_t spots;
};

/* Adds a term unless it is there; past MARK_TERMS it is left out. */
void mark_add(struct mark_terms *, const char *term);

/* Adds a phrase, whose keys must last as long; past MARK_PHRASES it is left
 * out. */
void mark_add_phrase(struct mark_terms *, const char *const *key, int n);

/* Appends text as HTML, escaped, with each word that was asked between open and
 * close, which are HTML already. */
void mark_put(struct buf *, struct words *, const struct mark_terms *,
    const struct mark_text *, const char *open, const char *close);

#endif
