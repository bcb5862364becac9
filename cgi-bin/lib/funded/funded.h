#ifndef FUNDED_H
#define FUNDED_H

#include "aids/aid_form.h"

/*
 * Projects that were funded near the place asked, and whose titles say what was
 * asked.  They are searched in the department of the place, and up to 60 km
 * away in the departments that have a commune within 30.
 *
 * Those of a department are documents of the engine (index/docs.h): an array of
 * these, by id, in the byte order of the machine that indexes.
 * The terms of their titles are in the index under its code, after a sign that
 * no term of aids begins with: "~79 ecol".
 */
struct funded_place {
	uint32_t id, perimeter, epci; /* of the beneficiary; 0: unknown, none */
	/* In hundredths of a degree, which is a kilometre or less. */
	int16_t latitude, longitude;
};

#define FUNDED_PREFIX "~"
enum { FUNDED_NOWHERE = -32768 }; /* a latitude */

/*
 * Appends <funded-near> with at most max projects, and how many there are in
 * all, which is *total; as cards for a page, or as facts.  What says most of
 * what was asked comes first, and what is near before what is far.  Nothing is
 * appended without words, without a place in a department, or when none is
 * found.  Fails as query_run does.
 */
enum rc funded_put(struct context *, const struct request *, struct response *,
    const struct aid_parts *, const struct question *, size_t max,
    size_t *total);

#endif
