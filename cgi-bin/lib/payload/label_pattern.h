#ifndef LABEL_PATTERN_H
#define LABEL_PATTERN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/pool.h"

/* Words that are looked for in labels, as a table writes them:
 * "montant + subvention | aide demandée" is either both of the first, or the
 * second.  Whole words count, in any case, with or without accents, singular or
 * plural. */
struct wording {
	struct wording_all {
		const char	**word;	/* with a blank at each end */
		size_t		 n;
	}		*any;
	size_t		 n;
};

/* Reads such a text, into the pool. */
void wording_read(struct pool *, const char *text, struct wording *);

/* A label as wording_fits looks in it, in the pool. */
char *wording_label(struct pool *, const char *label);

/* Whether a label, made by wording_label, has all of any; of no words: false. */
bool wording_fits(const struct wording *, const char *label);

#endif
