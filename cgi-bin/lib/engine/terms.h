#ifndef TERMS_H
#define TERMS_H

#include "engine/term_list.h"
#include "web/context.h"
#include "web/request.h"

/* The wordings of a question: a term of the index, some that follow each other,
 * or any of such wordings.  Each is looked for once, and only what is wanted is
 * read. */
struct terms;

/* The catalogue must outlive it. */
struct terms *terms_new(struct pool *, const struct catalogue *);

/* The number of a wording of n terms, new or not; past some thousand, that of one
 * which no aid bears.  Terms of several outlive the pool. */
size_t terms_add(struct terms *, const char *const *term, int n);

/* The number of "any of the n wordings" of these numbers, which is wanted: the
 * wording itself when it is one. */
size_t terms_want(struct terms *, const size_t *number, int n);

/* Finds who bears what is wanted, from memory when it was found lately.  When the
 * request is late the wordings that came last may be left aside. */
enum rc terms_read(struct terms *, struct context *, const struct request *);

/* The list of a wording, of no aid as long as it is not read. */
const struct term_list *terms_list(const struct terms *, size_t number);

/* Whether some were left aside. */
bool terms_are_late(const struct terms *);

#endif
