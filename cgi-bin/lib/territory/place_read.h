#ifndef PLACE_READ_H
#define PLACE_READ_H

#include "territory/place.h"
#include "web/request.h"
#include "web/response.h"

/* The parameters that name a place. */
#define PLACE_PARAMS "perimeter_id perimeter_codes perimeter_q"

/*
 * Reads the place that a reader asked for: perimeter_codes, then perimeter_id
 * or else perimeter_q.  Appends <perimeter> elements with their containers and
 * <perimeter-q> to <asked>, or <choices> to the page when the reader must
 * choose.  Unknown codes and ids are ignored, each with an <ignored>.
 *
 * Typed text is resolved by resolve.h.  An id is one of ours; with six digits
 * or less it may also be one of AT (perimeter_at), or a code.  When it could
 * mean two places the reader chooses, except in an address of AT ("perimeter",
 * "searchPerimeter"), where a number means what it meant there.
 */
enum rc place_read(struct context *, const struct request *, struct response *,
    struct place *);

#endif
