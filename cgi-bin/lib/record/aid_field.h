#ifndef AID_FIELD_H
#define AID_FIELD_H

#include "record/aid_record.h"

/*
 * The fields of a feed that hold a text, a number, a link or a boolean, as a
 * table: how each is written, and which values are refused.  A refused field is
 * reported; a new aid is stored without it, a known one keeps what it had.
 */

/* Adds the arguments of all of them. */
enum rc aid_field_put_all(struct aid_record *);

/* The address of a page that a text is, with its scheme, in the pool; NULL when
 * it is none. */
const char *aid_field_link(struct pool *, const char *);

#endif
