#ifndef SEARCH_BASE_H
#define SEARCH_BASE_H

#include "aids/aid_within.h"
#include "question/question_read.h"

/*
 * A base question: parameters that the owner of a page presets, as a portal's
 * or a programme's.  A reader narrows its answer and never widens it: whatever
 * they ask is sought among the aids of the base question, and so is each
 * relaxation that they are offered.  It does not order the answer, and it is
 * not shown among the reader's own criteria.
 */
struct search_base {
	const char *query; /* by question_params: "perimeter_codes=79&..." */
};

/*
 * Restricts the question to the aids that the base question finds today, local
 * and generic versions alike, for which of them is shown depends on the
 * reader's place; below a portal, to those of its own base question too, with
 * the aids that it shows all the same and without those that it never shows.
 * NULL is the base of a page that has none but the portal's.  RC_FAIL, logged,
 * for a base that a reader could not ask: a wrong value, an ambiguous place.
 */
enum rc search_base_restrict(const struct search_base *, struct context *,
    const struct request *, struct question *);

/* The aids of the portal that is asked, for pages that show them one by one. */
enum rc search_base_within(struct context *, const struct request *,
    struct corpus *, struct aid_within *);

/* Where the base question of the portal asks; nasked is 0 without a place, or
 * without a portal. */
enum rc search_base_place(struct context *, const struct request *,
    struct corpus *, struct place *);

/* Whether a base question that asks there is for another place too: one of them
 * holds the other, or a part of it.  One that asks no place is for all. */
bool search_base_is_for(const struct place *base, const struct place *);

/* Those that it shows first and that can be seen today, in its order; q asks
 * nothing yet. */
enum rc search_base_highlighted(struct context *, struct question *q,
    struct rank_hit **hits, size_t *n);

/* Adds them, below a portal, to the arguments of queries: ARG_WITHIN, a JSON
 * array of their ids. */
enum rc search_base_args(struct context *, const struct request *,
    struct corpus *);

#endif
