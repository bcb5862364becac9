#ifndef PLACE_READ_H
#define PLACE_READ_H

#include "territory/place.h"
#include "web/request.h"
#include "web/response.h"

/* The parameters that name a place. */
#define PLACE_PARAMS "perimeter_id perimeter_codes perimeter_q"

/*
 * What a reader writes as a place: reads perimeter_codes, then perimeter_id or
 * else perimeter_q.  Appends <perimeter> elements with their containers and
 * <perimeter-q> to <asked>, or <choices> to the page when the place must be
 * asked again.  RC_BAD_PARAM for the code or the id of nothing.
 *
 * A typed text is, in this order: a postal code, a code (INSEE, SIREN, SIRET),
 * a name.  A name or a postal code of several places is open, unless just one
 * is named exactly so.
 */
enum rc place_read(struct context *, const struct request *, struct response *,
    struct place *);

#endif
