#ifndef API_DESCRIBE_H
#define API_DESCRIBE_H

#include "web/route.h"

/*
 * What the API can be asked, from the tables by which it answers: so the
 * description has all of them, and nothing else.  What people read of each
 * address and parameter is in sheets, by their names (xsl/api/lib/words.xsl);
 * tests/api/ finds one without words, and words without one.
 */

/* GET /api/openapi.json, /api/: appends <api> with each <route>, its <param>,
 * and each <field> of an aid. */
route_handler api_describe;

/* GET /api/adresses/{slug}/: the same of one address, by its name, and
 * <samples> of what it may be asked.  RC_NOT_FOUND when there is none. */
route_handler api_describe_one;

/* GET /api/adresses/{slug}/essayer/: leads to that address, whose {slug} is the
 * parameter "slug", with all else that is asked: for forms. */
extern const struct param api_try_params[];
route_handler api_describe_try;

#endif
