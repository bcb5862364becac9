#ifndef PERIMETER_UNION_H
#define PERIMETER_UNION_H

#include "db/query.h"

/* Perimeters that are several territories which an aid names together: ad hoc
 * ones, of kind "union".  They are no places that a reader could ask for. */

/* *id becomes that of the union of n members, ids of perimeters: the one that
 * bears the code, or a new one of that name, whose links are made.  Within the
 * caller's transaction. */
enum rc perimeter_union_make(struct db *, struct pool *, const char *code,
    const char *name, const long long *members, size_t n, long long *id);

/* Makes the links of all unions again, when those of their members changed. */
enum rc perimeter_union_link_all(struct db *, struct pool *);

#endif
