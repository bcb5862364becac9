#ifndef SOURCE_H
#define SOURCE_H

#include "answers/answers.h"
#include "ds/champ_check.h"

/*
 * Where the value of a champ comes from, as an administrator writes it:
 *
 *	project.title			a fact
 *	plan.amount			of a list: the sum of its amounts, or
 *					each of its values where many go
 *	plan.amount[funder=detr|dsil]	the same, of some lines
 *	plan				all lines, for a repetition
 *	"Déposer un nouveau dossier"	a constant
 *	(nothing)			never
 *
 * and on what condition: tests by " & ", each FACT=VALUE or FACT!=VALUE, where
 * VALUE may be several by "|": authority.kind=commune & authority.department!=988.
 * Of a list the line counts in a row of a repetition, any of its lines elsewhere.
 */

/* What is wrong with them: NULL, or "syntax", "fact" (no such fact), "list" (no
 * such column), "value" (no value of that choice). */
const char *source_fault(const struct facts *, const char *source,
    const char *only_if);

/* Whether the condition holds; line: of a list, else -1. */
bool source_holds(const struct answers *, const char *only_if, int line);

/*
 * What the source gives for a champ, in the shape that the champ wants: a new
 * reference, NULL when nothing is known.  An option that no wording of the fact
 * means joins the refusals.  *origin: of the fact ("reader", "territory",
 * "aid"), or "constant".
 */
json_t *source_value(struct champ_check *, const struct answers *,
    const struct champ *, const struct source *, const char **origin);

/* The name of the commune, EPCI, department or region that the source gives by
 * its code; NULL when the champ wants none, or it is not known. */
const char *source_name(const struct answers *, const struct champ *,
    const struct source *);

/* The first fact that the source reads, for a form; NULL for a constant. */
const struct fact *source_fact(const struct facts *, const char *source);

#endif
