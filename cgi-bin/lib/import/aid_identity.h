#ifndef AID_IDENTITY_H
#define AID_IDENTITY_H

#include "record/aid_record.h"

/* What identifies an aid: its id in the feed, its id here, its slug. */

/*
 * Numbers of aids, backers and programmes mean what they mean at AT, for good.
 * AT is the source of that name, and keeps its own; what comes from elsewhere
 * is given one from OWN_IDS on.  SAMPLE_IDS to OWN_IDS - 1, which AT does not
 * reach, are for samples: any source keeps them.
 */
#define AT_SOURCE "aides-territoires"
enum { SAMPLE_IDS = 9000000, OWN_IDS = 10000000 };

/* Whether the source of the run keeps that number of its own. */
bool aid_identity_keeps(const struct import_run *, long long id);

/* The feed's own id of the aid; its slug, when the id is missing, over 64 bytes
 * or not ASCII; or else a digest of the id.  NULL when it has neither.  Valid
 * as long as the record. */
const char *aid_identity_source_id(const struct aid_record *);

/* Adds the argument "id": for a new aid the one that it has in the feed, if it
 * is kept and no other aid has it; else NULL, and the database gives one.  An
 * aid of AT whose id another has is reported. */
enum rc aid_identity_put_id(struct aid_record *);

/* Adds the argument "slug", which is set in the record: the feed's when it is
 * well-formed, else made from the name; followed by the source id when another
 * aid has it, or had it: readers still come to that one by it. */
enum rc aid_identity_put_slug(struct aid_record *);

/* Stores the former slug of a known aid, so that its old address redirects. */
enum rc aid_identity_keep_old_slug(struct aid_record *);

#endif
