#ifndef AID_WORD_H
#define AID_WORD_H

#include "import/aid_record.h"

/* Adds the status, the recurrence and whether it is European; sets is_shown.
 * An aid is published unless the feed says otherwise.  With an invalid status a
 * known aid keeps its own, and a new one is not shown. */
enum rc aid_word_put_all(struct aid_record *);

#endif
