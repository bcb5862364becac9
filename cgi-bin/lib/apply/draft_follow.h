#ifndef DRAFT_FOLLOW_H
#define DRAFT_FOLLOW_H

#include "db/db.h"
#include "ds/ds.h"

/*
 * What became of the drafts of the journal (DS 1.3, 3): asked by their tokens,
 * and by GraphQL, one by one, once their démarche is closed.
 */

/* The result of a round. */
struct draft_round {
	unsigned long drafts; /* that could still change */
	unsigned long changed;
	unsigned long
	    untold; /* DS was away, busy or unwell: the next round asks */
	unsigned long
	    closed; /* of closed démarches, and our key may not see them */
};

typedef void draft_teller(void *arg, unsigned demarche, unsigned long number,
    const char *from, const char *to);

/*
 * Asks of every draft that may still change, notes what DS tells, and calls
 * told for each change.  A draft that nobody opened is "expired" only when DS
 * says that it has none.  The round stops early when DS is away.  RC_OK
 * whatever DS does: *round says it; else what the database did.
 */
enum rc draft_follow(struct db *, struct ds *, draft_teller *told, void *arg,
    struct draft_round *round);

#endif
