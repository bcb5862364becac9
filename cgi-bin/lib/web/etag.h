#ifndef ETAG_H
#define ETAG_H

#include <stdint.h>

#include "fcgi/fcgi.h"
#include "web/request.h"

/* The ETag of a page, which says all that the page is made of. */

/* Writes it, quoted, and returns it: of the day and the address, and of
 * made_of, which changes with the site, its stylesheets and the data. */
const char *etag_write(char etag[24], uint64_t made_of, const struct request *);

/*
 * Whether the page is there already, so that it need not be made: nginx holds
 * it and asks whether it is still good (HTTP_IF_NONE_MATCH), or a reader does
 * (GUICHET_READER_HAS), of a page that nginx does not hold.  *passes is then
 * set in the second case: nginx must not keep what only that reader is told.
 * Another server says the reader's ETag as the first, and keeps nothing.
 */
bool etag_is_held(const struct fcgi *, const char *etag, bool *passes);

#endif
