#ifndef DEPOSIT_CHECK_H
#define DEPOSIT_CHECK_H

#include "harvest/harvest.h"

/*
 * A file that was deposited, for the job.  It is checked by a dry run of the
 * import that would take it; what it would do is kept for who has the link to
 * read, with a digest of it.  Once they said yes the same bytes are imported,
 * and the import stands only if it does just that: else it is undone, and is a
 * check anew.  All that a run writes is one transaction, which ends only if the
 * file is still as it was: so one that is killed, and a second one beside it,
 * take nothing twice.
 */
struct deposit {
	long long id;
	const char *name;          /* of the file, for messages */
	const char *source, *news; /* of the link: as of a feed */
	const char *licence;       /* or NULL */
	const char *outcome;       /* that was answered; NULL before */
	bool is_whole;             /* what it lacks is to be withdrawn */
	unsigned round, tries;
};

/* Checks it.  RC_UNAVAILABLE as query_run; what is wrong with the file is what
 * its check says, RC_OK. */
enum rc deposit_check(struct harvest *, const struct deposit *);

/* Takes it, or checks it anew when the catalogue is another than when it was
 * checked.  With h->force it was taken already, and what it withdraws is
 * believed.  Fails as deposit_check. */
enum rc deposit_take(struct harvest *, const struct deposit *);

#endif
