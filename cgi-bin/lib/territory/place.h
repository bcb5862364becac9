#ifndef PLACE_H
#define PLACE_H

#include <stdint.h>

#include "web/context.h"
#include "web/request.h"
#include "web/response.h"

/* Where: what a reader writes as a place, to perimeters. */

/* The parameters that name it. */
#define PLACE_PARAMS "perimeter_id perimeter_codes perimeter_q"

struct place {
	uint32_t asked[16]; /* the perimeters understood */
	size_t nasked;
	uint8_t scale;          /* the narrowest of theirs */
	const char *department; /* code, of the first; NULL: in none */
	uint32_t epci;          /* of the first; 0: in none */
	uint32_t *match;        /* whose aids apply, by rising id (AT 2.4) */
	size_t n;
	bool given; /* something was asked as a place */
	bool open;  /* ambiguous or unknown: <choices> say */
};

/*
 * Understands the page's perimeter_id, perimeter_codes and perimeter_q, and
 * writes <perimeter> elements with their containers in a->asked, or <choices>
 * in the page when the place must be asked again.  A code or id of nothing is
 * RC_BAD_PARAM.
 */
enum rc place_read(struct context *, const struct request *, struct response *,
    struct place *);

/*
 * The department around a place that is one commune or one intercommunality,
 * and its name; *wide asks nothing (nasked 0) around another.  Writes nothing in
 * the page.
 */
enum rc place_department(struct context *, const struct place *,
    struct place *wide, const char **name);

#endif
