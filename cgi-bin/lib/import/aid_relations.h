#ifndef AID_RELATIONS_H
#define AID_RELATIONS_H

#include "import/aid_record.h"

/* The lists, backers and programmes of an aid, gathered over some aids and
 * written a table at a time. */

/* Takes the audiences, types, steps, destinations, categories, backers and
 * programmes of an aid that is written and has its id.  Writes those that wait
 * first, when they are RELATION_BATCH aids or this aid is among them. */
enum rc aid_relations_put(struct aid_record *);

/* Writes those that wait: once more, after the last aid. */
enum rc aid_relations_write(struct import_run *);

#endif
