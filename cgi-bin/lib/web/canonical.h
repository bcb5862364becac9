#ifndef CANONICAL_H
#define CANONICAL_H

#include "web/param.h"

/*
 * The canonical form of a query string: the pairs that the page declares, as
 * they came, without the others.  So a parameter that the page does not read
 * adds neither an address to nginx's cache nor a page to make.  In a request
 * for a file (canonical_is_file) empty parameters go too, and the format is
 * given once, unencoded: nginx knows by it which requests are expensive.  A
 * value whose text was emptied (param.shown) goes, with that text.
 */

/* Whether the format, NULL for HTML, is of a file: a table, a feed, a
 * calendar. */
bool canonical_is_file(const char *format);

/* The canonical form of query, in the pool; NULL when query has that form.
 * The pairs are those of query, split without a fault; spec is what the page
 * declares, format the one that was asked for, or NULL. */
const char *canonical_query(struct pool *, const struct param *spec,
    const char *query, const struct param_pairs *, const char *format);

#endif
