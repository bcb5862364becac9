#ifndef CATALOGUE_REFRESH_H
#define CATALOGUE_REFRESH_H

#include "db/query.h"
#include "engine/catalogue.h"

/* Brings a catalogue, zeroed at first, to a version at least as new as the
 * given one.  On failure, as query_run, it keeps an older version and may be
 * used. */
enum rc catalogue_refresh(struct catalogue *, struct db *,
    unsigned long long version);
#endif
