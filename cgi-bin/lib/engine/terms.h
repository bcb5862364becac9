#ifndef TERMS_H
#define TERMS_H

#include "engine/term_list.h"
#include "web/context.h"
#include "web/request.h"

/* The wordings of a question: a term of the index, a phrase of several, or any
 * of such wordings.  Each is computed once, and only what is wanted is read. */
struct terms;

/* In the pool, as its lists are.  The documents must outlive it. */
struct terms *terms_new(struct pool *, const struct docs *);

/* The number of a wording of n terms, new or not; past 1,024 wordings, a number
 * whose list is empty.  Terms are copied, unless n is over 1. */
size_t terms_add(struct terms *, const char *const *term, int n);

/* The number of "any of the n wordings" of these numbers, which is wanted: the
 * wording itself when it is one.  One that must be read is so even when the
 * request is late: without it the answer would be wrong, not only less good. */
size_t terms_want(struct terms *, const size_t *number, int n, enum term_join,
    bool must);

/* Reads the lists of what is wanted, from the row cache or the database.  When
 * the request is late the wordings that were added last may be left out.  Fails
 * as query_run does. */
enum rc terms_read(struct terms *, struct context *, const struct request *);

/* The list of a wording, which is empty until it is read; it lasts as long as
 * the terms. */
const struct term_list *terms_list(const struct terms *, size_t number);

/* Whether some were left out. */
bool terms_are_late(const struct terms *);

/* Other documents that have the same wordings: each of n lists of these terms
 * is replaced by that of its wording there, read if it must be, in the pool of
 * the context.  Fails as query_run does. */
enum rc terms_elsewhere(const struct terms *, struct context *,
    const struct docs *, const struct term_list **, size_t n);

#endif
