#ifndef PLACE_READ_H
#define PLACE_READ_H

#include "gazetteer/gazetteer_load.h"
#include "territory/place.h"
#include "web/request.h"
#include "web/response.h"

/* The parameters that name a place. */
#define PLACE_PARAMS "perimeter_id perimeter_codes perimeter_q"

/*
 * What a reader writes as a place: reads perimeter_codes, then perimeter_id or
 * else perimeter_q.  Appends <perimeter> elements with their containers and
 * <perimeter-q> to <asked>, or <choices> to the page when the place must be
 * asked again.  The code or the id of nothing is left out, and <ignored> says
 * so.
 *
 * What is typed means what resolve.h says.  An id is one of ours; with six
 * digits or less one of AT (perimeter_at), or a code: what could be two places
 * is asked, but in an address of AT ("perimeter", "searchPerimeter"), where a
 * number means what it meant there.
 */
enum rc place_read(struct context *, const struct request *, struct response *,
    struct gazetteer_kept *, struct place *);

#endif
