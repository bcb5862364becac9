#ifndef AID_NAMED_H
#define AID_NAMED_H

#include "record/aid_record.h"

/* Queues the rows of the backers and programmes of an aid that is written and
 * has its id, by their names; those that are new are made.  On failure, as
 * query_run, none is queued. */
enum rc aid_named_put_all(struct aid_record *);

#endif
