#ifndef AID_WORD_H
#define AID_WORD_H

#include "record/aid_record.h"

/* Adds the recurrence and whether it is European. */
enum rc aid_word_put_all(struct aid_record *);

/* Adds the status and sets is_shown, once the days are added.  An aid is
 * published unless the feed says otherwise.  With an invalid status a known aid
 * keeps its own, and a new one is not shown.  One that is_live denies is a
 * draft, unless its days say as much: in AT's API that is an aid that opens
 * later or has closed. */
enum rc aid_word_put_status(struct aid_record *);

#endif
