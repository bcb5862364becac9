#ifndef SCHEMA_H
#define SCHEMA_H

#include <stdbool.h>
#include <stddef.h>

#include "db/db.h"

/*
 * The schema, in numbered steps that are only ever added to: files
 * sql/schema/NNN-name.sql of the share folder.
 */

/* Applies the missing steps, then the lists, and prints each.  Stops at a step
 * that fails, which is logged; the steps before it stay applied, and the next
 * call resumes where this one stopped.  RC_FAIL, logged, when the database has
 * a step of a newer version. */
enum rc schema_migrate(struct db *, const char *share_dir);

/* How the steps of the database compare with those of this version. */
struct schema_state {
	int missing;        /* how many are not applied */
	char newer[65];     /* one that this version does not have; or "" */
	char begun[65];     /* one that was started and not finished; or "" */
	unsigned under_way; /* its statement that was running, from 1 */
	bool restoring;     /* conf/backup.sh began to restore it, and did not
			     * end: the rest tells nothing */
};
enum rc schema_look(struct db *, const char *share_dir, struct schema_state *);

/* How many steps are missing or not finished, or restores; negative when that
 * is unknown. */
int schema_missing(struct db *, const char *share_dir);

/* Whether no step was ever applied, or that is unknown: there is nothing to
 * lose. */
bool schema_is_new(struct db *);

/* Calls fn for each index that the steps make; stops at a false.  Returns
 * false when a file cannot be read. */
bool schema_each_index(const char *share_dir,
    bool (*fn)(void *arg, const char *table, const char *index), void *arg);

/* The text of a file of the share folder, malloc'ed; NULL, logged. */
char *schema_read(const char *share_dir, const char *file, size_t *n);

#endif
