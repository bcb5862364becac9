#ifndef DOCS_H
#define DOCS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The documents that posting lists are of: all that the engine knows of them
 * to score words.  They stand in shelves, by rising id in each, and the number
 * of one (doc) is its position in all of them.  Aids are one shelf; funded
 * projects are one for each department (funded.h).
 */
enum { DOCS_SHELVES = 8 };

struct docs_shelf {
	/* Before its terms in the index: a term has a list for each shelf. */
	const char *prefix;
	const uint32_t *id; /* of the first; the next ones are step bytes on */
	size_t step, n;
};

struct docs {
	struct docs_shelf shelf[DOCS_SHELVES];
	size_t shelves, n;
	bool has_pairs; /* the index has bigrams of them: words_pair */
	/* Before the names of their lists in the row cache: no other documents
	 * have it, and it ends with a sign that no term has. */
	const char *name;
	const uint8_t *prior; /* by doc, of 255; NULL: see score.h */
};

/* The position on a shelf, from one on, of the document of that id or of the
 * first one after it: for a sorted list of ids. */
size_t docs_find_after(const struct docs_shelf *, size_t from, uint32_t id);

/* The id of the document at a position on a shelf. */
static inline uint32_t
docs_id(const struct docs_shelf *s, size_t at)
{
	return *(
	    const uint32_t *)(const void *)((const char *)s->id + at * s->step);
}

#endif
