#ifndef REVIEW_H
#define REVIEW_H

#include "base/conf.h"
#include "base/pool.h"
#include "db/db.h"

/* A review of the installation under way: "guichet check". */
struct review {
	const struct conf *conf;
	struct db *db; /* of the administrator */
	struct pool *pool;
	int faults;           /* how many lines report one */
	int indexes, missing; /* of the schema */
};

/* Prints a line: what is right when fault is NULL; else the fault, and the
 * command that mends it unless mend is NULL. */
void review_line(struct review *, const char *what, const char *fault,
    const char *mend);

/* A line that is no fault, but that a public site should not have. */
void review_note(const char *what, const char *mend);

#endif
