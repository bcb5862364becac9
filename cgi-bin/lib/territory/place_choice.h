#ifndef PLACE_CHOICE_H
#define PLACE_CHOICE_H

#include <libxml/tree.h>

#include "gazetteer/resolve.h"
#include "web/context.h"

/*
 * Appends a <perimeter> to list for each place found, in order; @matched is the
 * name that matched, when it is not the place's own.  href, unless NULL,
 * returns the address that chooses the place, in the pool.
 */
enum rc place_choice_put(struct context *, xmlNodePtr list,
    const struct resolution *,
    const char *(*href)(const void *, const char *id), const void *arg);

#endif
