#ifndef AID_PLACE_H
#define AID_PLACE_H

#include <stdbool.h>

#include "import/aid_record.h"

/* One territory that a feed names: which it is. */
struct aid_place {
	const char *name, *code; /* NULL: not said */
	unsigned scale;          /* SCALE_..., 0: not said */
};

/* The scale of that name; 0 when it is none. */
unsigned aid_place_scale(const struct aid_record *, const char *name);

/*
 * *id becomes the perimeter's, or stays 0 when it is not known or could be
 * several: nothing is noted.  It is said by a code, which means what its scale
 * says (76 of a region is Occitanie, of a department Seine-Maritime), or by a
 * name, with its scale beside or after it: "Bretagne (Région)".  Fails as
 * query_run does.
 */
enum rc aid_place_find(struct aid_record *, const struct aid_place *,
    long long *id);

/* Whether one that was not found could be several. */
bool aid_place_is_several(struct aid_record *, const struct aid_place *);

/* What the feed's table of words says of the name, whose scale may stand after
 * it; NULL: nothing. */
const char *aid_place_meaning(const struct aid_record *, const char *name);

/* The territory of the body of that name; *id stays 0 for any other. */
enum rc aid_place_of_body(struct aid_record *, const char *name, long long *id);

/* The places that a name that was not found resembles, at most three, with
 * their codes; "" when it resembles none.  In the record's pool. */
const char *aid_place_near(struct aid_record *, const char *name);

#endif
