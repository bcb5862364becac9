#ifndef AID_BACKER_H
#define AID_BACKER_H

#include "record/aid_record.h"

/*
 * What a feed says of backers and programmes beyond their names, in the items
 * of financers_full, instructors_full and programs_full: their id, if it is
 * kept (aid_identity.h); of backers also "group" (sql/data/backer-groups.sql),
 * "perimeter", "external_link" and "contact".  Only an aid that readers see is
 * believed; of a backer that its source did not make it fills what is empty.
 */

/* Notes what the aid says of its own, until aid_backer_write.  Fails as
 * query_run does. */
enum rc aid_backer_note(struct aid_record *);

/* Writes what was noted, and reports what stays otherwise here: call it after
 * the last aid_relations_write, for ids change.  One that has an id of a feed
 * keeps it, and an id that is taken is not given twice.  Fails as query_run
 * does. */
enum rc aid_backer_write(struct import_run *);

#endif
