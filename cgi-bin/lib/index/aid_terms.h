#ifndef AID_TERMS_H
#define AID_TERMS_H

#include "base/buf.h"
#include "base/intern.h"
#include "index/words.h"
#include "vectors/word_vectors.h"

/* The terms of one aid at a time, collected from its fields: stems, and pairs
 * of consecutive stems. */
struct aid_terms;

struct aid_term {
	size_t number;   /* in the table of terms */
	unsigned impact; /* 1 to 255 */
	unsigned at; /* the passage where it first occurs, from 1; 0: none */
};

/* Terms are numbered in the table; all must outlive it, and the vectors may be
 * NULL.  The caller frees it; NULL is ignored. */
struct aid_terms *aid_terms_new(struct words *, struct intern *terms,
    const struct word_vectors *);
void aid_terms_free(struct aid_terms *);

/* What is noted of words that are new, a line each: of a stem, with a tab and
 * the word that it comes from; of a word, folded. */
struct aid_words {
	struct buf *stems, *forms;
};

/* Adds the words of a field with its weight; passage is the number of the
 * passage that the text is, 0 for none. */
void aid_terms_add(struct aid_terms *, const char *text, float weight,
    unsigned passage, const struct aid_words *);

/* Ends the aid, and tells the direction of all its words and, as much, of those
 * that name it.  Returns its *n terms in
 * the order of their first occurrence, valid until the next call of these
 * functions. */
const struct aid_term *aid_terms_finish(struct aid_terms *, size_t *n,
    struct vector *direction);

/* The quantised impact of a term, 1 to 255, from the sum of the weights of its
 * occurrences and the length of the aid in words, under 60 taken for 60: see
 * engine/score.c. */
unsigned aid_terms_impact(float sum, size_t length);

#endif
