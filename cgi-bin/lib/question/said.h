#ifndef SAID_H
#define SAID_H

#include "question/parser.h"

/* What a page says of the words of a question, each once. */

/* A power of two: past so many a word may be said twice. */
enum { SAID = 512 };

/* Zeroed at first. */
struct said {
	uint64_t slot[SAID]; /* hashes of what was said; 0: free */
};

/* Whether a text is said for the first time, whatever its case. */
bool said_first(struct said *, const char *text);

/* Appends to <asked> an <unread> for each part of the text that was not read,
 * eight at most; one for the whole, marked so, with all. */
void said_unread(struct parser *, const char *text, bool all);

/* Appends to <project> what the question's project, which must be one, seeks:
 * a <form> each, but for what was said before. */
void said_project(struct parser *, struct said *);

#endif
