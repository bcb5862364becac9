#ifndef AID_KEYS_H
#define AID_KEYS_H

#include "import/aid_record.h"

/* Counts in the report the unknown keys of a record of AT's shape, which may be
 * misspelt: nothing reads them. */
void aid_keys_note(const struct aid_record *);

#endif
