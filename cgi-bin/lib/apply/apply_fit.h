#ifndef APPLY_FIT_H
#define APPLY_FIT_H

#include <libxml/tree.h>

#include "db/query.h"

/*
 * Eligibility before effort: whether the aid is for the place and the kind of
 * body of the authority, and open today.
 *
 * An aid that says no to one of them stops the application.  Where its own
 * facts are unsure (no territory, no audience, a part of the place alone)
 * readers may go on, and are told whom to ask.
 */
struct apply_fit {
	bool stops;
	bool told; /* there is something to say */
	struct result fit, audiences, askers;
};

/* Reads whether an aid fits on that day: for the authority of the perimeter (0:
 * unknown), and for its kind, one of authority.kind, when readers chose it
 * themselves (else NULL); without either, only whether it is open.  Rows are in
 * the pool.  Fails as query_run does. */
enum rc apply_fit_read(struct db *, struct pool *, long long aid,
    long long perimeter, const char *kind, const char *today,
    struct apply_fit *);

/* Appends <fit> to the step, when there is something to say. */
void apply_fit_put(const struct apply_fit *, xmlNodePtr step);

#endif
