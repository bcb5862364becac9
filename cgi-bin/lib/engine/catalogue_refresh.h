#ifndef CATALOGUE_REFRESH_H
#define CATALOGUE_REFRESH_H

#include "db/query.h"
#include "engine/catalogue.h"

/* Brings a catalogue, zeroed at first, to a version at least as new as the
 * given one.  On failure, as query_run, it keeps an older version and may be
 * used. */
enum rc catalogue_refresh(struct catalogue *, struct db *,
    unsigned long long version);
/* Reads into *c, which the caller frees by catalogue_free in any case, the
 * catalogue as the public had it just before a moment in UTC,
 * "2026-03-01 23:00:00": no words, and the programmes of today.  Fails as
 * query_run does. */
enum rc catalogue_read_until(struct catalogue *, struct db *,
    const char *until);

#endif
