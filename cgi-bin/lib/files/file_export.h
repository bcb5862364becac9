#ifndef FILE_EXPORT_H
#define FILE_EXPORT_H

#include "base/buf.h"
#include "base/pool.h"
#include "db/db.h"
#include "db/query.h"

/* What writes a kind of file: its queries name the elements (db/rows.h). */
struct file_queries {
	const char *ns;
	enum query_id root;         /* makes the root, alone */
	const enum query_id *parts; /* what it has several of, in the order of
				     * the file; Q_NONE at the end */
};

/* Appends the file that the queries write with these arguments: what file_read
 * reads, the same bytes for the same rows.  RC_NOT_FOUND when the first answers
 * no row; errors of the database. */
enum rc file_export(struct db *, struct pool *, const struct file_queries *,
    const struct arg *, struct buf *);

#endif
