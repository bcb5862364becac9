#ifndef PLACE_H
#define PLACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <libxml/tree.h>

#include "web/context.h"

/* Where: the perimeters of a place, and those whose aids apply there. */

enum { PLACE_MAX = 16 };

struct place {
	uint32_t asked[PLACE_MAX]; /* the perimeters understood */
	const char *name[PLACE_MAX];
	size_t nasked;
	uint8_t scale;          /* the narrowest of theirs */
	const char *department; /* code, of the first; NULL: in none */
	uint32_t epci, region;  /* of the first; 0: in none */
	uint32_t *match;        /* whose aids apply (AT 2.4), by rising id */
	size_t n;
	uint32_t *whole; /* those of them that contain all of one asked */
	size_t wholes;
	bool given; /* something was asked as a place */
	bool open;  /* ambiguous or unknown: <choices> say */
};

/*
 * Adds the perimeter of an id to the place, and appends its element, with its
 * containers, to asked.  *found says whether it exists.  Those past PLACE_MAX
 * are left out.
 */
enum rc place_add(struct context *, xmlNodePtr asked, struct place *,
    long long id, bool *found);

/*
 * The department around a place that is one commune or one intercommunality,
 * and its name; for any other place *wide is empty (nasked 0).  Appends
 * nothing.
 */
enum rc place_department(struct context *, const struct place *,
    struct place *wide, const char **name);

/* The same for the region around a commune, an intercommunality or a
 * department. */
enum rc place_region(struct context *, const struct place *, struct place *wide,
    const char **name);

/* Reads ahead, in one query, what is asked of the database of these places. */
enum rc place_chains_ahead(struct context *, const struct value *ids, size_t n);

/* The name of the place of an id; NULL: there is none. */
enum rc place_name(struct context *, long long id, const char **name);

/* The id of the perimeter of a code of today, in upper case: the department
 * first when it shares its own; 0: none. */
enum rc place_of_code(struct context *, const char *code, uint32_t *id);

/* Where a place lies, in hundredths of a degree, and the departments with a
 * commune within 30 km, by their codes; n 0: nobody knows. */
enum { PLACE_AROUND = 32 };
struct place_around {
	int latitude, longitude;
	const char *department[PLACE_AROUND];
	size_t n;
};
enum rc place_around(struct context *, uint32_t id, struct place_around *);

#endif
