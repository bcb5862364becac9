#ifndef PORTAL_WRITE_H
#define PORTAL_WRITE_H

#include "base/pool.h"
#include "db/db.h"
#include "portals/portal_record.h"

/* Writes the rows of a portal over those that it has, within the caller's
 * transaction; *id is 0 for a new one, and then becomes its id.  The record was
 * checked.  Errors of the database. */
enum rc portal_write(struct db *, struct pool *, const struct portal_record *,
    long long *id);

#endif
