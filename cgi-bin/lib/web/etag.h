#ifndef ETAG_H
#define ETAG_H

#include <stdint.h>

#include "db/db.h"
#include "fcgi/fcgi.h"
#include "web/request.h"

/* The ETag of a page: a hash of all that the page is made of. */

/* Writes it, quoted, and returns it: a hash of the day, the address and
 * made_of, which changes with the site, its stylesheets and the data. */
const char *etag_write(char etag[24], uint64_t made_of, const struct request *);

/* A hash of how far readers were counted, for pages that tell it: counting
 * makes no new version of the data, which would have every page made again. */
enum rc etag_read_counts(struct db *, struct pool *, uint64_t *counts);

/*
 * Whether the page need not be made, because it is held already: by nginx,
 * which revalidates it (HTTP_IF_NONE_MATCH), or by a reader, of a page that
 * nginx does not hold (GUICHET_READER_HAS).  In the second case *passes is set:
 * nginx must not cache an answer meant for that reader.  Another web server
 * passes the reader's ETag as HTTP_IF_NONE_MATCH, and caches nothing.
 */
bool etag_is_held(const struct fcgi *, const char *etag, bool *passes);

/* Whether any page will do, "*" (RFC 9110, 13.1.2), once there is one: it is
 * for who has made it to know.  *passes as above, when there is a "*". */
bool etag_is_any(const struct fcgi *, bool *passes);

#endif
