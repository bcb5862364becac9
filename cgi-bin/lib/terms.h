#ifndef TERMS_H
#define TERMS_H

#include "ask.h"
#include "rank.h"

/* The index terms of a question, each asked for once, with their lists. */
struct terms;

struct terms *terms_new(struct pool *);

/* The number of a term, new or not; past some thousand, that of a term which no
 * aid bears. */
size_t terms_add(struct terms *, const char *term);

/* Reads the lists of the terms, those that are kept from memory. */
enum rc terms_read(struct terms *, struct ask *);

/* The list of a term, of no aid as long as it is not read. */
const struct rank_list *terms_list(const struct terms *, size_t number);

#endif
