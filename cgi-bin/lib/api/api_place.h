#ifndef API_PLACE_H
#define API_PLACE_H

#include "gazetteer/gazetteer.h"
#include "web/context.h"
#include "web/request.h"
#include "web/response.h"

/* A place of the API, by its index in the gazetteer. */

/* Appends a <perimeter> to list for each of n, with the id that it had at AT
 * when it had one.  Errors as query_run. */
enum rc api_place_put(struct context *, const struct gazetteer *,
    const uint32_t *place, size_t n, xmlNodePtr list);

/* The place that a number, a code or either with a slug means, as "perimeter"
 * of a search would; named is the parameter that says it.  RC_NOT_FOUND;
 * RC_BAD_PARAM when it may be several. */
enum rc api_place_find(struct context *, const struct request *,
    struct response *, const char *named, const char *said, uint32_t *place);

#endif
