#ifndef FILE_EXPORT_H
#define FILE_EXPORT_H

#include "base/buf.h"
#include "base/pool.h"
#include "db/db.h"
#include "db/query.h"

/* What writes a kind of file: its queries name the elements (db/rows.h). */
struct file_queries {
	const char *ns;
	enum query_arg id;          /* what they call the id */
	enum query_id root;         /* makes the root, alone */
	const enum query_id *parts; /* what it has several of, in the order of
				     * the file; Q_NONE at the end */
	enum query_id start;        /* makes the root of a new one, by ARG_NAME
				     * and ARG_SLUG */
	size_t max_slug;            /* bytes, of at most 255 */
};

/* Appends the file of the one of that id: what file_read reads, the same bytes
 * for the same rows.  RC_NOT_FOUND without one; errors of the database. */
enum rc file_export(struct db *, struct pool *, const struct file_queries *,
    long long id, struct buf *);

/* Appends the file that a new one of that name begins with, and what is next as
 * a comment of it, for it is all that is printed.  Its address, *slug, in the
 * pool, is the one that a feed would give it, cut to max_slug: nobody else can
 * tell how accents and blanks go.  RC_BAD_PARAM, not logged, when it is "", or
 * is there already, by the query state; errors of the database. */
enum rc file_start(struct db *, struct pool *, const struct file_queries *,
    enum query_id state, const char *name, const char *next, const char **slug,
    struct buf *);

#endif
