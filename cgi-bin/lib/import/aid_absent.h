#ifndef AID_ABSENT_H
#define AID_ABSENT_H

#include <jansson.h>
#include <stdbool.h>

#include "base/intern.h"
#include "record/import_run.h"

/*
 * Aids that their feed has no more.  One that a whole file lacks is noted, and
 * withdrawn once it was lacking for some days: a page that the source lost for
 * a night hides nothing.  One that is past its deadline stays as it is, for
 * feeds leave out what is closed.  One that comes back is taken as any other.
 */
struct aid_absent {
	bool whole;     /* the file has all the aids of its source */
	unsigned grace; /* days that a lacking aid stays */
	bool force;     /* even if over a tenth would be withdrawn */
	/* Ids of the source: those in the file, and those of which it says
	 * that they were withdrawn, or have closed. */
	struct aid_ids {
		struct intern *ids;
		size_t n;
	} has, withdrew, ended;
	json_t *into; /* by these ids, those of the aids that they are now */
	/* the result */
	unsigned long absent;    /* aids that it lacks and that readers saw */
	unsigned long withdrawn; /* of these, now */
	bool held; /* they are over a tenth: nothing was withdrawn */
	bool wrote;
};

/* Opens what notes the records of a file; the caller closes it. */
void aid_absent_open(struct aid_absent *);
void aid_absent_close(struct aid_absent *);

/* Notes that the file has this aid, whether it can be taken or not; or only a
 * tombstone, as another Guichet gives to who keeps a copy: "withdrawn", which
 * is believed at once, or "closed"; into is the aid that it is now, or NULL. */
void aid_absent_note(struct aid_absent *, const char *source_id);
void aid_absent_bury(struct aid_absent *, const char *source_id,
    const char *status, const char *into);

/* After the last record: writes which aids lack, and withdraws those that have
 * lacked for long; their ids go to fn.  Fails as query_run does. */
enum rc aid_absent_write(struct aid_absent *, struct import_run *,
    void (*fn)(void *arg, long long id), void *arg);

#endif
