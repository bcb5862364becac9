#ifndef SCHEMA_STEP_H
#define SCHEMA_STEP_H

#include "db/db.h"

/*
 * One step of the schema, a statement at a time: each is recorded before it
 * runs, so that a step that was killed resumes there.  A statement ends with a
 * ";" at the end of a line; a comment may follow.
 */

/*
 * Runs the statements of the step, from number `from` on, 1 being the first; 0:
 * a new step.  When a step resumes, the statement that was running may have
 * been done: "already exists" is then no error.  Records the step as complete,
 * and its readers.  RC_FAIL, logged with the statement, at the first that
 * fails.
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
