#ifndef DOCS_H
#define DOCS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The documents that posting lists are of: all that the engine knows of them
 * to score words.  They are sorted by id, and the position of one is its number
 * (doc).  They are aids, or the funded projects of a department (funded.h).
 */
struct docs {
	/* Before their terms, in the index and in the row cache: other
	 * documents have another. */
	const char *prefix;
	const uint32_t *id; /* of the first; the next ones are step bytes on */
	size_t step, n;
	bool has_pairs;       /* the index has bigrams of them: words_pair */
	const uint8_t *prior; /* by doc, of 255; NULL: see score.h */
};

/* The doc of that id, from one on, or of the first one after it: for a sorted
 * list of ids. */
size_t docs_find_after(const struct docs *, size_t from, uint32_t id);

static inline uint32_t
docs_id(const struct docs *d, size_t doc)
{
	return *(const uint32_t *)(const void *)((const char *)d->id +
	    doc * d->step);
}

#endif
