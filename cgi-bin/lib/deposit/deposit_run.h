#ifndef DEPOSIT_RUN_H
#define DEPOSIT_RUN_H

#include "harvest/harvest.h"

/* For how long a file, and what was said of it, is kept. */
enum { DEPOSIT_DAYS = 30 };

/* The job: forgets what is old, makes the tables of links, checks the files
 * that have come and takes those that were confirmed, in the order in which
 * they came.  Of a link only the last file waits for an answer.  One file that
 * cannot be read stops no other.  Fails as query_run does. */
enum rc deposit_run(struct harvest *);

/* Takes again a file that was taken, though it lacks over a tenth of the aids:
 * h->force.  RC_NOT_FOUND, logged, when there is none of that number. */
enum rc deposit_run_one(struct harvest *, long long id);

#endif
