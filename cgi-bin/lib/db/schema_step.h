#ifndef SCHEMA_STEP_H
#define SCHEMA_STEP_H

#include "db/db.h"

/*
 * One step of the schema, a statement at a time: each is noted before it runs,
 * so that a step that was killed goes on where it was.  A statement ends by a
 * ";" that ends its line, a comment apart.
 */

/*
 * Runs the statements of the step from the k-th on, 1 being the first; 0: a new
 * step.  Of one that goes on, the statement that was under way may have been
 * done: that what it makes is there already is then no fault.  Notes the step
 * as whole, and its readers.  RC_FAIL, logged with the statement, at the first
 * that fails.
 */
enum rc schema_step_run(struct db *, struct pool *, const char *step,
    const char *sql, unsigned from);

/* The oldest program that may read after the step: the number of the last step
 * that it knows, of the line "-- readers: 018"; 0: any. */
unsigned schema_step_readers(const char *sql);

/* The statement that begins at *sql, in the pool, which goes on to the next;
 * NULL when nothing but comments is left. */
char *schema_step_statement(struct pool *, const char **sql);

#endif
