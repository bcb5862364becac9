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
 * each.  A step that fails is logged and stops; those before it stay. */
enum rc schema_migrate(struct db *, const char *share_dir);

/* How many steps are missing; a negative number when it cannot be told. */
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
