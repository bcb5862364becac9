#ifndef TERMS_H
#define TERMS_H

#include "ask.h"
#include "term_list.h"

/* The index terms of a question, each asked for once, with their lists. */
struct terms;

/* The catalogue must outlive it. */
struct terms *terms_new(struct pool *, const struct catalogue *);

/* The number of a term, new or not; past some thousand, that of a term which no
 * aid bears. */
size_t terms_add(struct terms *, const char *term);

/* Reads the lists of the terms, those that are kept from memory.  When the
 * request is late the terms that came last may be left aside. */
enum rc terms_read(struct terms *, struct ask *);

/* The list of a term, of no aid as long as it is not read. */
const struct term_list *terms_list(const struct terms *, size_t number);

/* Whether some were left aside. */
bool terms_are_late(const struct terms *);

#endif
