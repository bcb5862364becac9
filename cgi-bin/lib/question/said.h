#ifndef SAID_H
#define SAID_H

#include "question/parser.h"

/* What a page says of the words of a question, each once. */

/* A power of two: past so many a word may be said twice. */
enum { SAID = 512, SAID_TEXT = 8192 };

/* Forms, for a page, with ", " between them. */
struct said_text {
	char s[SAID_TEXT];
	size_t n;
};

struct said {
	uint64_t slot[SAID]; /* hashes of what was said; 0: free */
	bool joined;         /* for a page, where an element each is dear */
	struct said_text kin, broad;
};

/* The words of a text; of AT's "12-synonyms-toit-vert" the name of the list. */
const char *said_words(const char *text);

/* Nothing is said yet. */
void said_begin(struct said *, bool joined);

/* Whether a text is said for the first time, whatever its case. */
bool said_first(struct said *, const char *text);

/* Says a form of a word or of a project, unless it was said: a <form> of it,
 * or, joined, a part of its attribute "kin", which said_kin then sets.  Broad
 * ones are weak: joined, they go to one <broad> of <asked>. */
void said_form(struct said *, xmlNodePtr of, const char *text, bool broad);
void said_kin(struct said *, xmlNodePtr of);
void said_broad(struct said *, xmlNodePtr asked);

/* Appends to <asked> an <unread> for each part of the text that was not read,
 * eight at most; one for the whole, marked so, with all. */
void said_unread(struct parser *, const char *text, bool all);

/* Appends <foreign> to <asked> when half of the question's n words are English.
 */
void said_foreign(struct parser *, const struct token *, int n);

/* Appends to <asked> an <unread> for the words from that one on, which are past
 * what a question may have; nothing for NULL. */
void said_rest(struct parser *, const char *first);

/* Appends to <project> what the question's project, which must be one, seeks:
 * a <form> each, but for what was said before. */
void said_project(struct parser *, struct said *);

#endif
