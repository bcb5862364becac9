#ifndef AID_UNION_H
#define AID_UNION_H

#include "import/aid_place.h"

/*
 * Several territories that one field names: "Jura, Seine-et-Marne", a list.
 * Together they are an ad hoc perimeter, as AT has them, whose members they
 * are: made once, known by a digest of their codes, and named by their names.
 * It is no place that a reader could ask for.
 */

/* What a feed says of them. */
struct aid_union;

struct aid_union *aid_union_new(struct aid_record *);

/* Adds the territory that is said, or those of a text with signs between them.
 * It fails as query_run does. */
enum rc aid_union_add(struct aid_union *, const struct aid_place *);

/* What was added and is no territory: the first of them; NULL: nothing. */
const struct aid_place *aid_union_unread(const struct aid_union *);

/* *id becomes that of the perimeter that they are together; 0 when there are
 * none, or one of them was not read. */
enum rc aid_union_find(struct aid_union *, long long *id);

#endif
