#ifndef CATALOGUE_H
#define CATALOGUE_H

#include "base/bits.h"
#include "base/pool.h"
#include "index/docs.h"
#include "vectors/word_vectors.h"

/*
 * The aids in memory: what search filters and sorts by, a narrow record each.
 * They are sorted by id, and the index of an aid in that order is its document
 * number (doc): sets of aids are bit sets over docs, posting lists are of docs.
 * A refresh reads the rows that are newer than the catalogue, so that an edit
 * costs what it changed.
 *
 * Bits of facets are those of sql/constants: entry N of a list is bit
 * FACET_<list> + N - 1.
 */
struct catalogue_aid {
	uint32_t id, perimeter, generic; /* 0: none */
	uint32_t twins;                  /* its group: indexing/twins.h; or 0 */
	uint16_t opens, closes, fresh;   /* days; 0: none */
	uint8_t scale;
	uint8_t likely; /* for communes or intercommunalities: 255 is sure */
	bool published;
	bool in_program;
	uint64_t facets, categories[2];
};

/* A local version and the generic aid that it comes from: docs of both. */
struct catalogue_local {
	uint32_t doc, generic;
};

/* An aid of a programme: its doc, and the index of the programme. */
struct catalogue_program {
	uint32_t doc, program;
};

/* The aids of one perimeter: n docs, sorted; of many aids, as a bit set too. */
struct catalogue_perimeter {
	const uint32_t *doc;
	const uint64_t *bits; /* or NULL */
	uint32_t id, n;
};

struct catalogue {
	struct catalogue_aid *aid;
	size_t n, size;
	/* By doc, what each is about, by the table of word vectors of that
	 * number; NULL without a table.  Of an aid that another table read, or
	 * none, it is 0. */
	struct vector *direction;
	uint32_t made;
	const struct catalogue_local *local; /* sorted by generic, then doc */
	size_t locals;
	struct catalogue_program *member; /* sorted by doc */
	size_t members;
	uint32_t *program; /* ids, sorted */
	size_t programs;
	unsigned long long version;
	/*
	 * The same by columns, made by catalogue_columns.c: a question is
	 * answered by operations on bit sets of docs, 64 aids at a time.
	 */
	struct pool *columns;
	size_t words; /* of 64 bits, in a set of docs */
	const uint64_t *published;
	const uint64_t *unplaced; /* of perimeter 0: nobody told it */
	const uint64_t *facet[64], *category[128]; /* NULL: no aid has it */
	const uint32_t *closing; /* docs that close, by last day */
	size_t closings;
	const uint32_t *twin; /* docs of a group of twins, by group */
	size_t twins;
	const uint8_t *scale;
	/* They as documents; the prior is what the strength of one is worth,
	 * when no audience is asked. */
	struct docs docs;
	/* By doc, the sort key without a place nor words, smallest first:
	 * 16 bits of deadline, 16 of newest first, 32 of highest doc first. */
	const uint64_t *order;
	const struct catalogue_perimeter *perimeter; /* sorted by id */
	size_t perimeters;
};

/* Frees what it holds and zeroes it. */
void catalogue_free(struct catalogue *);

/* The doc of the aid of that id, or of the first one after it; n at the end. */
size_t catalogue_find(const struct catalogue *, uint32_t id);

/* The same, from a doc on: for a sorted list of ids. */
size_t catalogue_find_after(const struct catalogue *, size_t from, uint32_t id);

/* Adds the docs of those of n ids, rising, that are there to a set of docs. */
void catalogue_add_ids(const struct catalogue *, const uint32_t *id, size_t n,
    uint64_t *set);

/* Whether the aid of that doc has local versions. */
bool catalogue_has_locals(const struct catalogue *, size_t doc);

/* The programmes of an aid: *n of them, owned by the catalogue. */
const struct catalogue_program *catalogue_programs(const struct catalogue *,
    size_t doc, size_t *n);

/* Published and not past its last day; day counts from 1 January 1970.  Aids
 * that are not open yet are visible (AT 2.3). */
bool catalogue_is_visible(const struct catalogue_aid *, long day);

/* Overwrites a set of c->words words with the visible docs. */
void catalogue_put_visible(const struct catalogue *, long day, uint64_t *set);

/* Adds the aids of a perimeter to a set. */
void catalogue_add_perimeter(const struct catalogue *,
    const struct catalogue_perimeter *, uint64_t *set);

#endif
