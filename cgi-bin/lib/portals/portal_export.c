/* portal_export.c - a portal as a file. */

#include "portals/portal_export.h"
#include "files/file_export.h"
#include "gen/queries/portals.h"
#include "portals/portal_read.h"

enum rc
portal_export(struct db *db, struct pool *pool, long long id, struct buf *to)
{
	/* In the order that administrators read them. */
	static const enum query_id parts[] = { Q_PORTAL_FILE_PAGES,
		Q_PORTAL_FILE_LINKS, Q_PORTAL_FILE_SITES,
		Q_PORTAL_FILE_HIGHLIGHTED, Q_PORTAL_FILE_EXCLUDED,
		Q_PORTAL_FILE_FILTERS, Q_NONE };
	static const struct file_queries queries = { PORTAL_NS, Q_PORTAL_FILE,
		parts };
	const struct arg *args = NULL;

	arg_int(pool, &args, ARG_PORTAL, id);
	return file_export(db, pool, &queries, args, to);
}
