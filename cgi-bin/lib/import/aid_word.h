#ifndef AID_WORD_H
#define AID_WORD_H

#include "import/aid_record.h"

/* Adds the status, the recurrence and whether it is European; is_shown is set.
 * An aid is published unless the feed says other: what is not understood keeps
 * the status that it had, and does not show a new one. */
enum rc aid_word_put_all(struct aid_record *);

#endif
