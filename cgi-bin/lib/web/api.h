#ifndef API_H
#define API_H

#include "web/route.h"

/*
 * What the answers of the API have in common, whose routes speak "api": they
 * are read by programs of other sites, which were written for AT's API.
 *
 * A value that is malformed, or a name that the address does not take, is left
 * out and named in X-Ignored-Parameters; "Prefer: handling=strict" (RFC 7240)
 * makes it an error, and "handling=lenient" names it in the answer too, by an
 * <ignored> of the document.  What is ours and not AT's (param.strict) always
 * is an error.  A path may lack its trailing slash.  Any site may ask (CORS),
 * and OPTIONS is answered.  Errors are those of RFC 9457,
 * xsl/web/error-api.xsl.
 */

/* Sets what the request says to the API alone. */
void api_read_headers(struct request *, const struct fcgi *);

/* Leaves out the faults of resp->fault.  RC_BAD_PARAM when one is of a strict
 * row: all are then told. */
enum rc api_leave_out(struct pool *, const struct request *, struct response *);

/* Leaves out the names that no row declares, and what is empty of a strict row:
 * AT drops empty parameters, which forms send, and nobody believes in them. */
void api_leave_out_names(struct pool *, const struct request *,
    const struct param_pairs *, struct response *);

/* Once the document is made, by code rc: writes the headers of the API.
 * Returns rc, or RC_BAD_PARAM when something was left out and the request is
 * strict about it. */
enum rc api_finish(struct pool *, const struct request *, struct response *,
    unsigned long long version, enum rc rc);

#endif
