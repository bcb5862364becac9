#ifndef AID_PLACE_H
#define AID_PLACE_H

#include <stdbool.h>

#include "record/aid_record.h"

/* Finds a territory that a feed names. */
struct aid_place {
	const char *name, *code; /* NULL: not said */
	unsigned scale;          /* SCALE_..., 0: not said */
};

/* The scale of that name; 0 when it is none. */
unsigned aid_place_scale(const struct aid_record *, const char *name);

/*
 * *id becomes the id of the perimeter, or stays 0 when it is unknown or
 * ambiguous; nothing is reported.  A feed gives a code, which its scale
 * qualifies (76 is Occitanie as a region, Seine-Maritime as a department), or a
 * name, with its scale beside or after it: "Bretagne (Région)"; or both in the
 * name, as the State's exchange format has them: "REG-53".  Fails as
 * query_run does.
 */
enum rc aid_place_find(struct aid_record *, const struct aid_place *,
    long long *id);

/* Whether a territory that was not found is ambiguous. */
bool aid_place_is_several(struct aid_record *, const struct aid_place *);

/* The meaning of the name, whose scale may follow it, in the feed's table of
 * words; NULL: none. */
const char *aid_place_meaning(const struct aid_record *, const char *name);

/* The territory of the body of that name; *id stays 0 for any other. */
enum rc aid_place_of_body(struct aid_record *, const char *name, long long *id);

/* At most three places, with their codes, that an unknown name resembles; ""
 * for none.  In the record's pool. */
const char *aid_place_near(struct aid_record *, const char *name);

#endif
