#ifndef AID_FORM_H
#define AID_FORM_H

#include "question/question.h"

/* The form beside a list of aids, rendered ahead: two of its parts, whose placeholders
 * are what is chosen, and how many aids each choice leaves. */

/* Reads the placeholders of the memory's parts, once their HTML and the catalogue are
 * those of one version. */
void aid_form_read(struct memory *);

/* Appends <form>: what it offers, with what the question chose of it and, after
 * aid_list_put has counted facets, how many aids each choice leaves. */
void aid_form_put(struct response *, const struct memory *,
    const struct question *);

#endif
