#ifndef API_ELSEWHERE_H
#define API_ELSEWHERE_H

/* Addresses below /api/ that other programs answer: rows of their tables, which
 * the description of the API reads too (api_describe.h), so that it has them
 * all.  tests/names.mjs finds one that is not here. */

/* Of prefill; the handler of its POST. */
#define API_PREFILL_ROUTES(payload) \
	{ \
		"/api/demarches/{slug}/payload/", "prefill-payload", \
		    .post = (payload), .speaks = "json", .where = ROUTE_SITE \
	}

#endif
