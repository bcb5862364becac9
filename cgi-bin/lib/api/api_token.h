#ifndef API_TOKEN_H
#define API_TOKEN_H

#include "web/context.h"
#include "web/request.h"
#include "web/response.h"

/* Callers of AT's API exchange a key for a token, which here opens nothing, for
 * all may read: any key is given one, and any token is taken. */

/* A JSON Web Token (RFC 7519) that ends in 24 hours, in the pool; signed by
 * bytes at random, for nobody checks it. */
const char *api_token(struct pool *);

/* POST /api/connexion/: <answer token="...">.  RC_UNAUTHORIZED without a
 * key. */
enum rc api_token_give(struct context *, const struct request *,
    struct response *);

#endif
