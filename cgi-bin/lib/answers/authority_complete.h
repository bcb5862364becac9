#ifndef AUTHORITY_COMPLETE_H
#define AUTHORITY_COMPLETE_H

#include "answers/answers.h"

/*
 * Adds to territories that were answered what DS wants beside them (DS 1.6):
 * to communes their postal codes, to an EPCI its department, to an
 * arrondissement the wordings of lists.  One that does not exist is refused; a
 * former commune becomes the present one.  RC_UNAVAILABLE when the database
 * does not answer.
 */
enum rc authority_complete(struct db *, struct answers *);

#endif
