#ifndef PROJECT_CHECK_H
#define PROJECT_CHECK_H

#include <stdbool.h>

#include "vocabulary/general_kinds.h"

/* Whether rows of the table of project types say what projects.h can read. */
struct project_check {
	struct general_kinds kinds; /* that the table has */
	unsigned long line[GENERAL_KINDS];
	bool named[GENERAL_KINDS]; /* by a row that was checked */
};

/*
 * Checks the wordings of a row, once the kinds are all there: brackets hold the
 * name of a general kind and are the whole of a wording, and there are no more
 * needs, nor wordings in one, those of general kinds among them, than are read.
 * False, logged with the line and the name, otherwise.
 */
bool project_check_row(struct project_check *, unsigned long line,
    const char *name, const char *required, const char *excluded);

/* Warns of general kinds that no row named. */
void project_check_unnamed(const struct project_check *);

#endif
