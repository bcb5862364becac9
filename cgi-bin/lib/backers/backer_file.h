#ifndef BACKER_FILE_H
#define BACKER_FILE_H

#include "base/buf.h"
#include "base/conf.h"
#include "base/pool.h"
#include "db/db.h"
#include "files/file_import.h"

/* What became of a backer. */
struct backer_imported {
	const char *slug; /* in the pool */
	enum file_end end;
	long long id;
	bool is_hidden;
};

/* Creates or changes a backer, as file_import does; aids that bear another name
 * of it, or lead to its page no more or again, are rendered again.  From then
 * on feeds change none of its facts. */
enum rc backer_import(struct db *, const struct conf *, struct pool *,
    const char *path, struct backer_imported *);

/* Appends the file that a new backer of that name begins with.  RC_BAD_PARAM,
 * logged, when there is one of its address; errors of the database. */
enum rc backer_start(struct db *, struct pool *, const char *name,
    struct buf *);

/* Appends the file of the backer of that id: of one without a file, what feeds
 * say of it.  Errors of the database. */
enum rc backer_export(struct db *, struct pool *, long long id, struct buf *);

#endif
