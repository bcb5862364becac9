#ifndef AID_KEYS_H
#define AID_KEYS_H

#include "import/aid_record.h"

/* Counts in the report the keys of a record of AT's shape that are not AT's and
 * that nothing reads: a name that is misspelt takes nothing in. */
void aid_keys_note(const struct aid_record *);

#endif
