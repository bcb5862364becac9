#ifndef DEMARCHE_DIFF_H
#define DEMARCHE_DIFF_H

#include "ds/demarche.h"

/* What another revision changes, said to the administrator. */

/* A line for each champ that came, went, or whose label, type, options or
 * obligation are others. */
void demarche_diff_say(struct pool *, const struct demarche *before,
    const struct demarche *now);

/*
 * Why a line of sources no longer serves its champ, in words; NULL when it
 * does: the champ is gone, is of a type that is not prefilled, has another
 * label but for case and accents, or does not have the constant among its
 * options.
 */
const char *demarche_fault(struct pool *, const struct demarche *,
    const struct source *);

/* A line for each source that has such a fault. */
void demarche_broken_say(struct pool *, const struct demarche *);

#endif
