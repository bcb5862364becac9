#ifndef AID_UNION_H
#define AID_UNION_H

#include "record/aid_place.h"

/*
 * Several territories that one field names: "Jura, Seine-et-Marne", a list.
 * They are the members of an ad hoc perimeter, as in AT: made once, identified
 * by a digest of their codes, named after them.  Readers cannot ask for it as a
 * place.
 */

/* The territories of one field. */
struct aid_union;

struct aid_union *aid_union_new(struct aid_record *);

/* Adds one territory, or several from a text with separators.  Fails as
 * query_run does. */
enum rc aid_union_add(struct aid_union *, const struct aid_place *);

/* The first of those added that is not a territory; NULL: none. */
const struct aid_place *aid_union_unread(const struct aid_union *);

/* *id becomes the id of the perimeter that they form together; 0 when there are
 * none, or one was not understood. */
enum rc aid_union_find(struct aid_union *, long long *id);

#endif
