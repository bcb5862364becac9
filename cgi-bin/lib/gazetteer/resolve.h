#ifndef RESOLVE_H
#define RESOLVE_H

#include "gazetteer/gazetteer.h"
#include "gazetteer/resolution.h"

/*
 * Resolves a text of any bytes to the places that it means.  The one rule for
 * the search, the application, the suggestions and the imports: pure, over a
 * gazetteer, whose names the resolution points into.  wanted may be NULL.
 */
void resolve_place(const struct gazetteer *, const char *typed,
    const struct resolve_wanted *, struct resolution *);

#endif
