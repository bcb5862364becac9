#ifndef AID_RELATIONS_H
#define AID_RELATIONS_H

#include "record/aid_record.h"

/* The lists, backers and programmes of an aid, gathered over some aids and
 * written a table at a time. */

/* Writes the pending relations when they are of RELATION_BATCH aids, or some
 * are of this aid.  Call it before each aid_relations_put, and before the
 * savepoint that the aid may be rolled back to. */
enum rc aid_relations_make_room(struct aid_record *);

/* Queues the audiences, types, steps, destinations, categories, backers and
 * programmes of an aid that is written and has its id.  On failure, as
 * query_run, none is queued. */
enum rc aid_relations_put(struct aid_record *);

/* Reads what the field of that name lists, and tells what it does not know;
 * false when it is none of the lists. */
bool aid_relations_read(struct aid_record *, const char *key);

/* Writes the pending relations: call it after the last aid. */
enum rc aid_relations_write(struct import_run *);

#endif
