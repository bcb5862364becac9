#ifndef FETCH_H
#define FETCH_H

#include <stdio.h>

#include "fetch/fetch_call.h"

/*
 * Takes documents by HTTP(S).  Who keeps a server may write anything in it:
 * nothing here believes more than the rules say.
 *
 * - http and https alone, and five redirects at most, within these rules.
 *   Headers given, and the body of a POST, go to the first scheme, host and
 *   port alone: a redirect elsewhere goes on without them, back too.  301, 302
 *   and 303 make a GET of a POST; after 307 and 308 a POST goes nowhere else.
 * - Nothing is taken of a private network unless allowed.  That is asked of the
 *   very address to which the socket connects, so that a name whose address
 *   changes gains nothing.  With a proxy that address is not seen: addresses
 *   written as numbers are refused, names are the proxy's to judge.
 * - Where private networks are allowed, no proxy is asked for what is of one,
 *   nor ever for this machine.
 * - Sizes are of what was unpacked.  An answer that ends before the length that
 *   it announced, or among its headers, is refused.  One that announces no
 *   length, and gzip that was cut before it was sent, may be cut unseen: who
 *   reads the document must see that its end is there.
 * - What may pass (no connection, a time limit, a broken exchange; 408, 429,
 *   500, 502, 503, 504) is tried three times, after 1 s, then 4 s, or as long
 *   as Retry-After says; more than a minute is not waited for.
 * - No cookie, no .netrc, no signal; HTTP/1.1 or 2 as servers offer.
 *
 * Nothing is logged: why is the line to log or to show.  It has no header and
 * no query string, for these may hold secrets.
 */
struct fetch;

/* A client, which keeps its connections from one call to the next.  NULL,
 * logged, when libcurl does not start.  The caller closes it; NULL is
 * ignored. */
struct fetch *fetch_open(const struct fetch_how *);
void fetch_close(struct fetch *);

/* Takes it into a file that is open to be written, emptied first.  The file is
 * at its start afterwards, and empty unless the end is FETCH_FETCHED.  Returns
 * got->end. */
enum fetch_end fetch_get(struct fetch *, const struct fetch_want *, FILE *to,
    struct fetch_got *);

#endif
