#ifndef ANSWERS_FORM_H
#define ANSWERS_FORM_H

#include <libxml/tree.h>

#include "answers/answers.h"
#include "ds/demarche.h"
#include "text/urlencoded.h"

/* The facts of a form: names of fields are those of facts, "project.title", and
 * of a list's columns with their line, "plan.0.funder". */

/* Reads the fields that are facts into the answers; others are passed over. */
void answers_form_read(struct answers *, const struct urlencoded *);

/*
 * Appends <facts>: those that the démarche's sources want, in the order of
 * forms, by whose they are; each with what was typed, or else is known, its
 * choices, and its faults.  form may be NULL: nothing was typed.
 */
void answers_form_put(const struct answers *, const struct demarche *,
    const struct urlencoded *, xmlNodePtr parent);

/* Appends a <typed> for each field of the form but "step" and "form". */
void answers_form_put_typed(const struct urlencoded *, xmlNodePtr parent);

#endif
