#ifndef SOURCE_H
#define SOURCE_H

#include "answers/answers.h"
#include "ds/champ_check.h"
#include "payload/source_known.h"

/* What a source gives, out of what is known.  The sources must have been parsed
 * (sources_parse). */

/*
 * What the source gives for a champ, in the shape that the champ wants: a new
 * reference, NULL when nothing is known.  An option that no wording of the fact
 * means joins the refusals.  *origin: of the fact ("reader", "territory",
 * "aid"), or "constant".
 */
json_t *source_value(struct champ_check *, const struct answers *,
    const struct champ *, const struct source *, const char **origin);

/* The amount of euros that the source gives, "120000.50", when the champ wants
 * whole ones and cents are lost; else NULL. */
const char *source_exact(struct pool *, const struct answers *,
    const struct champ *, const struct source *);

/* How what source_value gives was typed: a new array.  Of a block, an object
 * for each row: by the keys of its amounts and days, "source" is the field
 * where one was typed, and "exact" what whole euros round.  Of a sum of a
 * list's amounts, an object for each line added: "source" likewise, and
 * "value", the amount.  Else empty. */
json_t *source_cells(struct champ_check *, const struct answers *,
    const struct champ *, const struct source *);

/* The fact or list whose field a reader fills in for the source; NULL: nobody
 * is asked, for it is a constant, or what Guichet finds. */
const char *source_field(const struct source *);

/* The first source of a champ that holds and that a reader may answer; or
 * NULL. */
const struct source *source_open(const struct answers *,
    const struct demarche *, const struct champ *);

/* The name of the commune, EPCI, department or region that the source gives by
 * its code; NULL when the champ wants none, or it is not known. */
const char *source_name(const struct answers *, const struct champ *,
    const struct source *);

#endif
