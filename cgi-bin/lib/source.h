#ifndef SOURCE_H
#define SOURCE_H

#include "fact.h"

/*
 * Where the value of a champ comes from, as an administrator writes it:
 *
 *	project.title			a fact
 *	plan.amount			of a list: the sum of the amounts, or
 *					each of its values where many go
 *	plan.amount[funder=detr|dsil]	the same, of some lines
 *	plan				all lines, for a repetition
 *	"Déposer un nouveau dossier"	a constant
 *	(nothing)			never
 *
 * and on what condition: tests by " & ", each FACT=VALUE or FACT!=VALUE, where
 * VALUE may be several by "|": authority.kind=commune & authority.department!=988
 */

/* What is wrong with them: NULL, or "syntax", "fact" (no such fact), "list" (no
 * such column), "value" (no value of that choice). */
const char *source_fault(const struct facts *, const char *source,
    const char *only_if);

#endif
