#ifndef FETCH_VISITS_H
#define FETCH_VISITS_H

#include <stdbool.h>
#include <stddef.h>

#include "fetch/fetch_call.h"

/*
 * Visits addresses to see what is there, many at a time, by the rules of
 * fetch.h on schemes, redirects, private networks and proxies.  Nothing is
 * kept of a document.
 *
 * - A HEAD first; whatever does not end well is asked again by a GET, of which
 *   64 kB are read, for many servers answer HEAD as they should not.  10 s for
 *   the one, 20 s for the other.
 * - 16 hosts at a time; of each, one exchange at a time, and how->pause_ms
 *   between two.
 * - A host that asks to be left alone (429; 503 with Retry-After) is: for as
 *   long as it says, up to half a minute, once; or until the caller comes back,
 *   and then nothing else is asked of it: what was to be visited there is
 *   dropped.
 * - An origin (scheme, host and port) that could not be reached twice in a row
 *   is not tried again: its other addresses end as the last did.
 */
struct fetch_visits;

/* A client; strings of how must outlive it, the rest is copied.  NULL, logged,
 * when libcurl does not start.  The caller closes it, at any moment; NULL is
 * ignored. */
struct fetch_visits *fetch_visits_open(const struct fetch_how *);
void fetch_visits_close(struct fetch_visits *);

/* One more address to visit, which must outlive the client. */
void fetch_visits_add(struct fetch_visits *, const char *address);

/* Goes on until a visit has ended: *seen.  False when none is left. */
bool fetch_visits_next(struct fetch_visits *, struct fetch_seen *);

#endif
