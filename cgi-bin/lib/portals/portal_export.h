#ifndef PORTAL_EXPORT_H
#define PORTAL_EXPORT_H

#include "base/buf.h"
#include "base/pool.h"
#include "db/db.h"

/* Appends the file of the portal of that id: what portal_import reads, the same
 * bytes for the same portal.  Errors of the database. */
enum rc portal_export(struct db *, struct pool *, long long id, struct buf *);

#endif
