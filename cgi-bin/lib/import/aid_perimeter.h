#ifndef AID_PERIMETER_H
#define AID_PERIMETER_H

#include "import/aid_record.h"

/* The territory of an aid of a feed. */

/* Adds the perimeter, as it is said, or else as the name of a backer tells:
 * that is marked as inferred.  One that is said and not known is noted; a known
 * aid then keeps the one it has. */
enum rc aid_perimeter_put(struct aid_record *);

/*
 * *id becomes the perimeter's that the feed says, or stays 0 when it is unknown
 * or could be several; that is noted.  It is said by a code, which means what
 * its scale says (76 of a region is Occitanie, of a department Seine-Maritime),
 * or by a name, with its scale beside or after it: "Bretagne (Région)".
 */
enum rc aid_perimeter_find(struct aid_record *, long long *id);

#endif
