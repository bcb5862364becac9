#ifndef SCHEMA_H
#define SCHEMA_H

#include <stdbool.h>
#include <stddef.h>

#include "db/db.h"

/*
 * The schema, in numbered steps that are only ever added to: files
 * sql/schema/NNN-name.sql of the share folder.
 */

/* Applies the steps that are missing, then the lists.  Says
 * each.  A step that fails is logged and stops; those before it stay, and the
 * next time it goes on where it was.  RC_FAIL, logged, for a base that has a
 * step of a newer version. */
enum rc schema_migrate(struct db *, const char *share_dir);

/* How the steps of the base compare with those of this version. */
struct schema_state {
	int missing;    /* how many are not applied */
	char newer[65]; /* one of the base that this version has not; or "" */
	char begun[65]; /* one that was begun and not ended; or "" */
	unsigned under_way; /* its statement that was under way, from 1 */
};
enum rc schema_look(struct db *, const char *share_dir, struct schema_state *);

/* How many steps are missing, or not ended; a negative number when it cannot be
 * told. */
int schema_missing(struct db *, const char *share_dir);

/* Whether no step was ever applied, or that cannot be told: there is nothing
 * to lose. */
bool schema_is_new(struct db *);

/* Calls fn for each index that the steps make; stops at a false.  Returns
 * false when a file cannot be read. */
bool schema_each_index(const char *share_dir,
    bool (*fn)(void *arg, const char *table, const char *index), void *arg);

/* The text of a file of the share folder, malloc'ed; NULL, logged. */
char *schema_read(const char *share_dir, const char *file, size_t *n);

#endif
