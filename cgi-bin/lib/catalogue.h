#ifndef CATALOGUE_H
#define CATALOGUE_H

#include <stdbool.h>
#include <stdint.h>

#include "query.h"

/*
 * The aids, one narrow record each, in memory and by rising id: what search
 * filters and sorts by.  Refreshed by the rows that are newer than it has, so
 * an edit costs what it changed.
 *
 * Bits of facets, as sql/queries/index.sql sets them: list entry id N is bit
 * CATALOGUE_<list> + N - 1.
 */
enum {
	CATALOGUE_AUDIENCE	= 0,	/* 12 */
	CATALOGUE_TYPE		= 16,	/* 8 */
	CATALOGUE_STEP		= 32,	/* 3 */
	CATALOGUE_DESTINATION	= 36,	/* 2 */
	CATALOGUE_RECURRENCE	= 40,	/* 3 */
	CATALOGUE_EUROPEAN	= 44,	/* sectorial, organizational */
	CATALOGUE_CALL		= 48,	/* call for projects */
	CATALOGUE_CHARGED	= 49,
};

struct catalogue_aid {
	uint32_t	 id, perimeter, generic;	/* 0: none */
	uint16_t	 opens, closes, fresh;		/* days; 0: none */
	uint8_t		 scale;
	bool		 published;
	bool		 in_program;
	bool		 paired;	/* generic with a local version, or one */
	uint64_t	 facets, categories[2];
};

/* A local version and the generic aid that it comes from, by their places. */
struct catalogue_local { uint32_t place, generic; };

/* An aid, by its place, and a programme, by its place among the programmes. */
struct catalogue_program { uint32_t place, program; };

struct catalogue {
	struct catalogue_aid *aid;
	size_t		 n, size;
	/* Places plus one by id, from the first id on, when ids are dense
	 * enough for it; 0: no such aid. */
	uint32_t	*place_of, first, span;
	struct catalogue_local *local;
	size_t		 locals;
	struct catalogue_program *member;	/* by rising place of the aid */
	size_t		 members;
	uint32_t	*program;		/* ids, rising */
	size_t		 programs;
	unsigned long long version;
};

/* Brings *c, zeroed at first, to a version at least as new as the given one. */
enum rc catalogue_refresh(struct catalogue *, struct db *,
    unsigned long long version);
void catalogue_free(struct catalogue *);

/* Finds the places of ids, and the pairs of local and generic aids: for who
 * changed the aids by hand. */
void catalogue_link(struct catalogue *);

/* Place of the aid of that id, or of the first one after it; n at the end. */
size_t catalogue_find(const struct catalogue *, uint32_t id);

/* The programmes of the aid at that place; *n of them. */
const struct catalogue_program *catalogue_programs(const struct catalogue *,
    size_t place, size_t *n);

/* Published and not past its last day (AT 2.3: upcoming ones are seen). */
bool catalogue_is_visible(const struct catalogue_aid *, long day);

#endif
