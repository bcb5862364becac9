#ifndef RANK_H
#define RANK_H

#include "catalogue.h"
#include "pool.h"

/* Which aids answer a question, best first.  Rules: AT 2.3, 2.4, 2.6, 2.8. */

enum rank_order { RANK_RELEVANCE, RANK_PUBLICATION, RANK_DEADLINE };

/* One word of the question: lists of the terms that stand for it. */
struct rank_word {
	struct { const void *list; size_t n; unsigned aids; } term[8];
	int		 terms;
};

enum { RANK_WORDS = 16, RANK_MASKS = 12 };

struct rank_question {
	struct rank_word word[RANK_WORDS];
	int		 words;		/* known to the catalogue */
	bool		 has_words;	/* words were asked, known or not */
	/* Perimeters that match, by rising id; asked is the narrowest scale. */
	const uint32_t	*perimeter;
	size_t		 perimeters;
	bool		 has_place;
	uint8_t		 scale;
	const uint32_t	*asked;		/* the perimeters themselves */
	size_t		 nasked;
	/* An aid must meet each mask by at least one bit. */
	uint64_t	 mask[RANK_MASKS];
	int		 masks;
	uint64_t	 forbidden;	/* and have none of these */
	uint64_t	 categories[2];	/* any of them, when one is set */
	/* Ids, by rising id, of which the aid must be one; n 0 with has_set. */
	struct { const uint32_t *id; size_t n; } set[2];
	int		 sets;
	long		 apply_before, published_after;	/* days; 0: any */
	enum rank_order	 order;
	long		 day;		/* today */
};

struct rank_hit {
	const struct catalogue_aid *aid;
	float		 score;		/* of the words; 0 without */
	unsigned	 at;		/* where a word stands, see posting.h */
	uint16_t	 near;		/* smaller is nearer */
};

/*
 * All the hits, in total and stable order, in the pool; *n how many.
 *
 * By relevance: score, then nearness of the perimeter (the one asked, then what
 * contains it from narrow to wide, then what it contains), then the deadline
 * that comes first, then the newest, then the highest id.
 */
struct rank_hit *rank(struct pool *, const struct catalogue *,
    const struct rank_question *, size_t *n);

#endif
