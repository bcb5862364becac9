#ifndef CATALOGUE_H
#define CATALOGUE_H

#include "base/bits.h"
#include "db/query.h"

/*
 * The aids, one narrow record each, in memory and by rising id: what search
 * filters and sorts by.  Refreshed by the rows that are newer than it has, so
 * an edit costs what it changed.
 *
 * Bits of facets are those of sql/constants: entry N of a list is bit
 * FACET_<list> + N - 1.
 */
struct catalogue_aid {
	uint32_t id, perimeter, generic; /* 0: none */
	uint16_t opens, closes, fresh;   /* days; 0: none */
	uint8_t scale;
	bool published;
	bool in_program;
	uint64_t facets, categories[2];
};

/* A local version and the generic aid that it comes from, by their places. */
struct catalogue_local {
	uint32_t place, generic;
};

/* An aid, by its place, and a programme, by its place among the programmes. */
struct catalogue_program {
	uint32_t place, program;
};

/* The aids of one perimeter: n places, rising; those of many aids as bits. */
struct catalogue_perimeter {
	const uint32_t *place;
	const uint64_t *bits; /* or NULL */
	uint32_t id, n;
};

struct catalogue {
	struct catalogue_aid *aid;
	size_t n, size;
	struct catalogue_local *local; /* by rising place of the generic */
	size_t locals;
	struct catalogue_program *member; /* by rising place of the aid */
	size_t members;
	uint32_t *program; /* ids, rising */
	size_t programs;
	unsigned long long version;
	/*
	 * The same by columns, made by catalogue_link: a question is answered
	 * by sets of places, 64 aids at a time.
	 */
	struct pool *columns;
	size_t words; /* of a set of places */
	const uint64_t *published;
	const uint64_t *facet[64], *category[128]; /* NULL: of no aid */
	const uint32_t *closing; /* the first to close first */
	size_t closings;
	const uint8_t *scale;
	/* Smaller comes first: the deadline, 16 bits, then the newest, 16, then
	 * the highest place. */
	const uint64_t *order;
	const struct catalogue_perimeter *perimeter; /* by rising id */
	size_t perimeters;
};

/* Brings *c, zeroed at first, to a version at least as new as the given one. */
enum rc catalogue_refresh(struct catalogue *, struct db *,
    unsigned long long version);
void catalogue_free(struct catalogue *);

/* Makes the columns and the pairs of local and generic aids: for who changed
 * the aids by hand.  The other gives them back. */
void catalogue_link(struct catalogue *);
void catalogue_unlink(struct catalogue *);

/* Place of the aid of that id, or of the first one after it; n at the end. */
size_t catalogue_find(const struct catalogue *, uint32_t id);

/* The same at or after place from: for ids that rise. */
size_t catalogue_find_after(const struct catalogue *, size_t from, uint32_t id);

/* The programmes of the aid at that place; *n of them. */
const struct catalogue_program *catalogue_programs(const struct catalogue *,
    size_t place, size_t *n);

/* Published and not past its last day (AT 2.3: upcoming ones are seen). */
bool catalogue_is_visible(const struct catalogue_aid *, long day);

/* Puts the places of those in a set of c->words words, whatever it holds. */
void catalogue_put_visible(const struct catalogue *, long day, uint64_t *set);

/* Adds the places of a perimeter's aids to a set. */
void catalogue_add_perimeter(const struct catalogue *,
    const struct catalogue_perimeter *, uint64_t *set);

#endif
