#ifndef AID_FORM_H
#define AID_FORM_H

#include "aids/acronyms.h"
#include "question/question.h"
#include "web/context.h"
#include "web/response.h"
#include "xml/fragment.h"

/* The form beside a list of aids: what can be chosen, with how many aids each
 * choice leaves. */

enum { AID_FOLDS = 16 };

/* Parts of pages that guichet has rendered: their HTML is in the database. */
struct aid_parts {
	struct fragment audiences, filters; /* of the form */
	/* Facets whose choices fold together when they leave no aid. */
	uint64_t fold[AID_FOLDS];
	int folds;
	struct buf mark;   /* with a placeholder for a word that was asked */
	struct buf funded; /* the card of a funded project */
	struct acronyms acronyms;
};

/* Loads them into *p, zeroed at first; to be done again whenever the catalogue,
 * whose programmes they count, has been refreshed.  The other frees what they
 * hold. */
enum rc aid_parts_load(struct aid_parts *, struct db *, struct pool *,
    struct catalogue *);
void aid_parts_free(struct aid_parts *);

/* Appends <form>, with what the question chose.  Counts are shown when the
 * question has facets, which aid_list_put counts.  A portal may show some of
 * its filters, in its order and under its names: <filters> then tells them.
 * Errors as query_run. */
enum rc aid_form_put(struct context *, struct response *,
    const struct aid_parts *, const struct question *);

#endif
