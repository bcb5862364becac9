#ifndef AID_RELATIONS_H
#define AID_RELATIONS_H

#include "import/aid_record.h"

/* The lists, backers and programmes of an aid, gathered over some aids and
 * written a table at a time. */

/* Writes those that wait when they are RELATION_BATCH aids or this aid is among
 * them: before each aid_relations_put, and before the savepoint to which the
 * aid may be undone. */
enum rc aid_relations_make_room(struct aid_record *);

/* Takes the audiences, types, steps, destinations, categories, backers and
 * programmes of an aid that is written and has its id.  On failure, as
 * query_run, it has taken none. */
enum rc aid_relations_put(struct aid_record *);

/* Writes those that wait: once more, after the last aid. */
enum rc aid_relations_write(struct import_run *);

#endif
