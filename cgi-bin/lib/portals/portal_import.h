#ifndef PORTAL_IMPORT_H
#define PORTAL_IMPORT_H

#include "base/conf.h"
#include "base/pool.h"
#include "db/db.h"
#include "files/file_import.h"
#include "portals/portal_query.h"

/* What became of a portal. */
struct portal_imported {
	const char *slug, *host; /* in the pool; host: NULL without one */
	enum file_end end;
	bool is_public, is_framed; /* by the sites that it names */
	bool asks;                 /* a question; else it is of all aids */
	struct portal_question as; /* how it was understood */
};

/* Creates or changes a portal, as file_import does: RC_BAD_PARAM, all faults
 * told, for a file that is wrong; errors of the database.  *made is in the
 * pool. */
enum rc portal_import(struct db *, const struct conf *, struct pool *,
    const char *path, struct portal_imported *);

/* The file of a portal; a new one begins with another's. */
extern const struct file_queries portal_queries;

#endif
