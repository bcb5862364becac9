#ifndef LABEL_PATTERN_H
#define LABEL_PATTERN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/pool.h"

/* Words that are looked for in labels, as a table writes them:
 * "montant + subvention | aide demandée" is either both of the first, or the
 * second.  Whole words count, in any case, with or without accents, singular or
 * plural. */
struct label_pattern {
	struct label_pattern_all {
		const char **word; /* with a blank at each end */
		size_t n;
	} * any;
	size_t n;
};

/* Reads such a text, into the pool. */
void label_pattern_read(struct pool *, const char *text,
    struct label_pattern *);

/* A label as label_pattern_matches looks in it, in the pool. */
char *label_pattern_fold(struct pool *, const char *label);

/* Whether a label, made by label_pattern_fold, has all of any; of no words:
 * false. */
bool label_pattern_matches(const struct label_pattern *, const char *label);

#endif
