#ifndef AID_TERMS_H
#define AID_TERMS_H

#include "base/buf.h"
#include "base/intern.h"
#include "index/words.h"

/* The terms of one aid at a time, gathered from its fields: stems, and pairs of
 * those that follow each other. */
struct aid_terms;

struct aid_term {
	size_t number;   /* in the table of terms */
	unsigned impact; /* 1 to 255 */
	unsigned at; /* the passage where it first stands, from 1; 0: none */
};

/* Terms are numbered in the table; both must outlive it.  The caller frees it;
 * NULL is ignored. */
struct aid_terms *aid_terms_new(struct words *, struct intern *terms);
void aid_terms_free(struct aid_terms *);

/* Adds the words of a field of the aid, of a weight; passage is that which the
 * text is, 0 for none.  Each stem never met before is appended to the
 * vocabulary, a tab, then the form that it was met in. */
void aid_terms_add(struct aid_terms *, const char *text, float weight,
    unsigned passage, struct buf *vocabulary);

/* Ends the aid: its terms, *n of them as they came first, valid until the next
 * call of these functions. */
const struct aid_term *aid_terms_finish(struct aid_terms *, size_t *n);

/* The quantised impact of a term, 1 to 255, of the sum of the weights of its
 * occurrences in an aid of so many words: see engine/score.c. */
unsigned aid_terms_impact(float sum, size_t length);

#endif
