#ifndef ANSWERS_FORM_H
#define ANSWERS_FORM_H

#include <libxml/tree.h>

#include "answers/answers.h"
#include "payload/payload.h"
#include "text/urlencoded.h"

/* The facts of a form.  A field has the name of its fact, "project.title"; in a
 * list, that of its column with the line, "plan.0.funder". */

/* Reads the fields that are facts into the answers; ignores the others. */
void answers_form_read(struct answers *, const struct urlencoded *);

/*
 * Appends <facts>: those that the form asks with these answers (the payload
 * made of them says which champs), in the order of forms, by theme; each with
 * what was typed, or else is known, its choices, and its faults; then a <typed>
 * for each field that the other answers now leave out.  form may be NULL:
 * nothing was typed.
 */
void answers_form_put(const struct answers *, const struct payload *,
    const struct urlencoded *, xmlNodePtr parent);

/* Whether these answers raise questions that the form did not ask.  The form
 * lists the conditional questions that it asked in its field "seen". */
bool answers_form_opens(const struct answers *, const struct payload *,
    const struct urlencoded *);

/* Appends a <typed> for each field of the form but those of one step ("step",
 * "seen", "shown", "zip") and "form". */
void answers_form_put_typed(const struct urlencoded *, xmlNodePtr parent);

/* The same for the fields that are facts alone, where found does not say the
 * same by itself; it may have nothing in it. */
void answers_form_carry(const struct answers *found, const struct urlencoded *,
    xmlNodePtr parent);

/* The fact that a field asks for, and its line, -1 of none; NULL: no such
 * field. */
const struct fact *answers_form_fact(const struct answers *, const char *field,
    int *line);

/* The fact of a field that the démarche may ask for, whatever the other
 * answers; NULL when there is none. */
const struct fact *answers_form_asked(const struct answers *,
    const struct demarche *, const char *field);

#endif
