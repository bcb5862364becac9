#ifndef PERIMETER_UNION_H
#define PERIMETER_UNION_H

#include "db/query.h"

/* Unions: ad hoc perimeters, of kind "union", made of several territories that
 * an aid names together.  Readers cannot ask for them as a place. */

/* Finds the union that has that code, or makes it, with that name and links to
 * its n members, ids of perimeters; *id becomes its id.  Within the caller's
 * transaction. */
enum rc perimeter_union_make(struct db *, struct pool *, const char *code,
    const char *name, const long long *members, size_t n, long long *id);

/* Makes the links of all unions again, after those of their members changed. */
enum rc perimeter_union_link_all(struct db *, struct pool *);

#endif
