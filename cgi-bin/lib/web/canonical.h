#ifndef CANONICAL_H
#define CANONICAL_H

#include "web/param.h"

/*
 * The one spelling of a query string, so that what a page does not read makes
 * neither another address for nginx to keep nor another page to make: the pairs
 * that the page declares, as they came, without the others.  A request for a
 * file (canonical_is_file) also loses what has no value, and says its format
 * once, in so many letters: nginx knows by these which requests are dear.
 */

/* Whether the format, NULL for HTML, is of a file: a table, a feed, a
 * calendar. */
bool canonical_is_file(const char *format);

/* The canonical spelling of query, in the pool, which was split into pairs
 * without a fault; NULL when it is so already.  spec is what the page declares,
 * format the one that was asked for, or NULL. */
const char *canonical_query(struct pool *, const struct param *spec,
    const char *query, const struct param_pairs *, const char *format);

#endif
