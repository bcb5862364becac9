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

/* The file of a backer: of one without a file, what feeds say of it. */
extern const struct file_queries backer_queries;

#endif
