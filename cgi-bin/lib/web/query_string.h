#ifndef QUERY_STRING_H
#define QUERY_STRING_H

#include "web/route.h"

/*
 * Reads the query string of a request, split once, by the parameters of its
 * route: sets the format and the values, and adds arguments for the queries of
 * the page.  RC_BAD_PARAM with the fault of the response, that of the format
 * before others.  RC_MOVED with the one spelling of the address, for a page
 * that nginx may keep.
 */
enum rc query_string_read(struct context *, const struct route *,
    struct request *, struct response *);

#endif
