#ifndef FACT_ASKED_H
#define FACT_ASKED_H

#include "payload/payload.h"

/* Facts that a form asks, through the sources of its champs: those whose
 * conditions hold, of champs that the form asks with these answers. */

/* Whether some source reads the fact now; line: of a list, or -1: any. */
bool fact_is_asked(const struct answers *, const struct payload *,
    const struct fact *, int line);

/* Whether one could, with other answers. */
bool fact_may_be_asked(const struct demarche *, const struct fact *);

/* Whether the form insists on a champ that the fact answers, in that line of a
 * list; -1: of none. */
bool fact_is_required(const struct answers *, const struct payload *,
    const struct fact *, int line);

/* Appends a <wanted> for each answer that the form insists on and does not
 * have, by the list of what is missing from the payload: a champ that only the
 * line of one funder answers is wanted even where no line is. */
void facts_put_wanted(const struct payload *, xmlNodePtr facts);

/* Whether the form asks other champs according to what the fact says. */
bool fact_decides(const struct demarche *, const struct fact *);

/* Whether one of the champs that it answers is asked on a condition. */
bool fact_depends(const struct demarche *, const struct fact *);

#endif
