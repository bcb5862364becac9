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

/* Whether the form insists on a champ that the fact answers. */
bool fact_is_required(const struct answers *, const struct payload *,
    const struct fact *);

/* Whether the form asks other champs according to what the fact says. */
bool fact_decides(const struct demarche *, const struct fact *);

/* Whether one of the champs that it answers is asked on a condition. */
bool fact_depends(const struct demarche *, const struct fact *);

#endif
