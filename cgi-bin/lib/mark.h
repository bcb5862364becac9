#ifndef MARK_H
#define MARK_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "words.h"

/* Marking the words that were asked where they stand in a text. */
struct mark_terms {
	char	 (*term)[WORD_SIZE];
	size_t	 n;
	/* Words looked at lately, by hash: the same ones come again and again
	 * on a page, and stemming is what costs. */
	struct { char folded[WORD_SIZE]; bool asked; } seen[64];
};

/* Parts the text of node in text and <mark> elements. */
void mark_words(struct words *, struct mark_terms *, xmlNodePtr node);

/* Cuts the text of node, an excerpt from the middle of a longer one, to whole
 * words: from the start of a sentence when one is near, with "…" at a cut. */
void mark_trim_excerpt(xmlNodePtr node);

#endif
