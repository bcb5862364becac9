#ifndef LINKS_H
#define LINKS_H

#include "base/conf.h"
#include "db/db.h"

/*
 * A run that visits the links of aids: those of all that readers see and may
 * apply for, each address once for all aids that have it, and once a week.
 * What is wrong with one is noted once it was found on three different days,
 * and readers are told after two weeks, by a version of the data.
 *
 * A run ends after 5,000 visits or an hour: the rest is the next one's.  It may
 * be killed at any moment; no two may run at a time.
 *
 * When no server at all answers, the network of this machine is at fault, and
 * nothing is noted.
 */
struct links_run {
	struct db *db;
	const struct conf *conf;
	/* what came of it */
	unsigned long visited, good, wrong, unsure;
	unsigned long left; /* unreached, and not noted: nobody answered */
	bool told;          /* a version of the data was made */
};

/* Fails as query_run does, and with RC_FAIL, logged, when libcurl does not
 * start; what was noted by then stays. */
enum rc links_run(struct links_run *);

#endif
