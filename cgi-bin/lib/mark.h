#ifndef MARK_H
#define MARK_H

#include <stdbool.h>

#include "buf.h"
#include "words.h"

/* Marking the words that were asked where they stand in a text. */
struct mark_terms {
	char	 (*term)[WORD_SIZE];
	size_t	 n;
	/* Words looked at lately, by hash: the same ones come again and again
	 * on a page, and stemming is what costs. */
	struct { char folded[WORD_SIZE]; bool asked; } seen[64];
};

/* Appends text as HTML, with each word that was asked between open and close,
 * which are HTML already. */
void mark_put(struct buf *, struct words *, struct mark_terms *,
    const char *text, const char *open, const char *close);

#endif
