#ifndef API_PLACES_H
#define API_PLACES_H

#include "web/route.h"

/*
 * Places as AT's API gives them, from the names in memory: under the id that a
 * place had at AT, or else ours.  Those that are no more, and what a feed named
 * together, are in no list.
 */

/* GET /api/perimeters/: a page of <list>.  "q" is a postal code or a part of a
 * name, of which those that begin so come first. */
extern const struct param api_place_params[];
route_handler api_places;

/* GET /api/perimeters/{slug}/: one, by its id, an id of AT with or without a
 * slug, or "insee:71043".  RC_NOT_FOUND; RC_BAD_PARAM for a number that is of
 * two places. */
route_handler api_place;

/* GET /api/perimeters/data/: what is known of a place, or of all of them, a
 * row a fact.  RC_NOT_FOUND for an unknown "perimeter_id". */
extern const struct param api_place_data_params[];
route_handler api_place_data;

#endif
