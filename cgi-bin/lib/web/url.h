#ifndef URL_H
#define URL_H

#include "web/request.h"

/* Addresses of a page, percent-encoded, in the pool. */

/*
 * The address of this page with some of its parameters changed.  Those named in
 * drop (separated by spaces, or NULL) are removed, or only their given value
 * when value is not NULL.  set=to is added when set is not NULL.  "page" and
 * "format" are always removed.  NULL when to is longer than the parameter
 * allows.
 */
const char *url_with(struct pool *, const struct request *, const char *drop,
    const char *value, const char *set, const char *to);

/* The address of this page with only that parameter. */
const char *url_only(struct pool *, const struct request *, const char *name);

/* Appends to the <error> of a page <param>: which value is wrong and why, and
 * the address of this page with the rest of what was asked, if there is any. */
void url_put_fault(struct pool *, const struct request *,
    const struct param_fault *, xmlNodePtr error);

/* Bytes of a search's query string that an application carries ("from"). */
enum { URL_FROM_MAX = 2000 };

/* "name=value". */
const char *url_query(struct pool *, const char *name, const char *value);

#endif
