#ifndef TERM_CACHE_H
#define TERM_CACHE_H

#include "engine/term_list.h"
#include "web/context.h"

/* Packed lists (term_list.h) in the row cache, by the documents that they are
 * of and the text of the term or the wording; and the reading of those of terms
 * that it has not. */

/* The list, which lasts as rows do; NULL: it is not there. */
const void *term_cache_find(struct context *, const struct docs *,
    const char *text);

/* Keeps the n bytes of a list; returns the copy. */
const void *term_cache_keep(struct context *, const struct docs *,
    const char *text, const void *packed, size_t n);

/* Terms to read, at most size of them, set by the caller of a zeroed struct. */
struct term_missing {
	const char **term;
	const void **packed; /* their lists, once they are read */
	size_t n, size;
};

/* Notes a term, once; returns its place in the arrays, n or more when there is
 * no room for it. */
size_t term_missing_add(struct term_missing *, struct pool *, const char *term);

/* Reads them in one query, and keeps them.  Fails as query_run does. */
enum rc term_missing_read(struct term_missing *, struct context *,
    const struct docs *);

#endif
