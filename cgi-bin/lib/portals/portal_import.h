#ifndef PORTAL_IMPORT_H
#define PORTAL_IMPORT_H

#include "base/conf.h"
#include "base/pool.h"
#include "db/db.h"

/* What became of a portal. */
struct portal_imported {
	const char *slug, *host; /* in the pool; host: NULL without one */
	enum { PORTAL_ADDED, PORTAL_CHANGED, PORTAL_SAME } end;
	bool is_public, asks; /* a question; else it is of all aids */
	size_t found;         /* by that, today */
};

/*
 * Creates or changes a portal whole, as its file says, in one transaction.  All
 * that is wrong with the file is told, and then nothing is written:
 * RC_BAD_PARAM.  A file that says what the portal is already changes nothing,
 * and keeps the version of the data.  Errors of the database.
 */
enum rc portal_import(struct db *, const struct conf *, struct pool *,
    const char *path, struct portal_imported *);

#endif
