#ifndef TERMS_H
#define TERMS_H

#include "ask.h"
#include "term_list.h"

/* The wordings of a question: a term of the index, or some that follow each
 * other.  Each is looked for once. */
struct terms;

/* The catalogue must outlive it. */
struct terms *terms_new(struct pool *, const struct catalogue *);

/* The number of a wording of n terms, new or not; past some thousand, that of one
 * which no aid bears.  The terms outlive the pool. */
size_t terms_add(struct terms *, const char *const *term, int n);

/* Finds who bears them, from memory when it was found lately.  When the request
 * is late the wordings that came last may be left aside. */
enum rc terms_read(struct terms *, struct ask *);

/* The list of a wording, of no aid as long as it is not read. */
const struct term_list *terms_list(const struct terms *, size_t number);

/* Whether some were left aside. */
bool terms_are_late(const struct terms *);

#endif
