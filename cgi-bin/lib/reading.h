#ifndef READING_H
#define READING_H

#include "question.h"

/* A question being read: what the rooms that read it share. */
struct reading {
	struct ask		*a;
	const struct memory	*m;
	struct question		*q;
};

/* Notes a criterion: a tag that can be taken off, and its name for "relax". */
void reading_filter(struct reading *, enum question_part, const char *param,
    const char *value, const char *name);

/* A criterion that the form carries without showing it. */
void reading_hidden(struct reading *, const char *param, const char *value);

/* An aid must have one of these facets. */
void reading_mask(struct reading *, enum question_part, uint64_t mask);

/* The words of the question, from "keyword". */
enum rc reading_words(struct reading *);

/* Aids of some backers, of some programmes: sets of ids. */
enum rc reading_sets(struct reading *);

#endif
