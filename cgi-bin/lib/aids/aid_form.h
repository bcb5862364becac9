#ifndef AID_FORM_H
#define AID_FORM_H

#include "question/question.h"
#include "web/response.h"
#include "xml/fragment.h"

/* The form beside a list of aids, rendered ahead: two of its parts, whose placeholders
 * are what is chosen, and how many aids each choice leaves. */

/* Parts of pages that guichet rendered ahead: their HTML is in the database. */
struct aid_parts {
	struct fragment audiences, filters; /* of the form */
	struct buf mark; /* with a placeholder for a word that was asked */
};

/* Loads them into *p, zeroed at first, when data of another version was loaded
 * into the catalogue.  What they hold is freed by the other. */
enum rc aid_parts_load(struct aid_parts *, struct db *, struct pool *,
    struct catalogue *);
void aid_parts_free(struct aid_parts *);

/* Appends <form>: what it offers, with what the question chose of it and, after
 * aid_list_put has counted facets, how many aids each choice leaves. */
void aid_form_put(struct response *, const struct aid_parts *,
    const struct question *);

#endif
