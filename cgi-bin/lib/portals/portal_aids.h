#ifndef PORTAL_AIDS_H
#define PORTAL_AIDS_H

#include "base/pool.h"
#include "db/db.h"
#include "files/file_faults.h"
#include "portals/portal_record.h"

/* Finds the aids that a portal names, and notes their ids.  One that has no
 * such address is a fault, told with addresses that begin alike; so is one that
 * is named twice.  Errors of the database. */
enum rc portal_aids_find(struct file_faults *, struct db *, struct pool *,
    struct portal_record *);

#endif
