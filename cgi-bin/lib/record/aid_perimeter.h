#ifndef AID_PERIMETER_H
#define AID_PERIMETER_H

#include "record/aid_record.h"

/* The territory of an aid of a feed. */

/* Adds the perimeter that the feed gives, or else the one inferred from the
 * name of a backer, and marked so.  An unknown perimeter is reported; a known
 * aid then keeps the one that it has. */
enum rc aid_perimeter_put(struct aid_record *);

/*
 * *id becomes the id of the perimeter that the feed gives, read as aid_place.h
 * says, or stays 0 when it is unknown or ambiguous; that is reported.
 */
enum rc aid_perimeter_find(struct aid_record *, long long *id);

#endif
