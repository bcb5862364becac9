#ifndef FETCH_VISIT_H
#define FETCH_VISIT_H

#include "fetch/fetch_exchange.h"

/* One address that is visited, an exchange at a time: for fetch_visits.c
 * alone. */

struct fetch_visit {
	struct fetch_exchange x;
	struct fetch_want want;
	struct fetch_address first, at; /* at: where redirects led */
	unsigned turns, waits;          /* redirects; times that it waited */
	struct fetch_seen seen;
};

/* What comes after an exchange. */
enum fetch_step {
	FETCH_STEP_END, /* the visit has ended: seen */
	FETCH_STEP_ON,  /* another exchange, with the host of at */
	FETCH_STEP_WAIT /* the same, seen.pause seconds from now */
};

/* A visit that is about to begin, with a handle of its own; seen says already
 * how it ended when *ended.  The caller frees it. */
struct fetch_visit *fetch_visit_new(const struct fetch_how *,
    const char *address, bool *ended);
void fetch_visit_free(struct fetch_visit *);

/* Makes the handle ready for the next exchange.  False: there is none, for it
 * would be with a private network, and the visit has ended. */
bool fetch_visit_begin(struct fetch_visit *);

/* Judges how the exchange ended. */
enum fetch_step fetch_visit_end(struct fetch_visit *, CURLcode);

/* It ends as another of its host did. */
void fetch_visit_end_as(struct fetch_visit *, const struct fetch_seen *);

#endif
