#ifndef PLACE_CHOICE_H
#define PLACE_CHOICE_H

#include <libxml/tree.h>

#include "gazetteer/resolve.h"
#include "web/context.h"

/*
 * Appends a <perimeter> to list for each place that was found, in that order;
 * @matched is the name that was meant, when it is another.  href, unless NULL,
 * is called for the address that chooses it, in the pool.
 */
enum rc place_choice_put(struct context *, xmlNodePtr list,
    const struct resolution *,
    const char *(*href)(const void *, const char *id), const void *arg);

#endif
