#ifndef AID_TAKE_H
#define AID_TAKE_H

#include "feed/feed_table.h"
#include "import/aid_absent.h"
#include "import/aid_loss.h"
#include "record/import_run.h"

/* The records of a file of aids, one after another, into the database. */

/* A local aid, linked to its generic one when all are there. */
struct generic {
	struct generic *next;
	long long id;
	char name[]; /* slug or id of the generic aid; "": none any more */
};

/* One import: the run that its files share, and its own state.  The caller
 * frees ids and generics. */
struct importer {
	struct import_run run;
	struct import_counts *count;
	long long *ids; /* written, to index */
	size_t nids, size;
	struct generic *generics;
	struct aid_loss loss;
	struct aid_absent *absent; /* NULL: what the file lacks stays */
	unsigned long most;        /* records to read; 0: all */
};

/* A feed_taker, whose arg is an importer: writes, skips as unchanged, or
 * refuses a record, and counts it.  Links to generic aids are left for the end.
 * RC_EMPTY after as many as it is to read.  Otherwise fails as query_run does.
 */
enum rc aid_take(void *arg, const struct feed_item *);

/* Notes that the importer, arg, wrote an aid, which is then indexed. */
void aid_take_note(void *arg, long long id);

#endif
