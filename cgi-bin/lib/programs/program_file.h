#ifndef PROGRAM_FILE_H
#define PROGRAM_FILE_H

#include "base/buf.h"
#include "base/conf.h"
#include "base/pool.h"
#include "db/db.h"
#include "files/file_import.h"

/* What became of a programme. */
struct program_imported {
	const char *slug; /* in the pool */
	enum file_end end;
};

/* Creates or changes a programme, as file_import does; aids that bear its name
 * are rendered again.  What comes with Guichet is then shown no more, and
 * stays. */
enum rc program_import(struct db *, const struct conf *, struct pool *,
    const char *path, struct program_imported *);

/* The file of a programme: of one without a file, what comes with Guichet. */
extern const struct file_queries program_queries;

#endif
