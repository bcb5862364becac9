#ifndef RANK_QUESTION_H
#define RANK_QUESTION_H

#include "engine/term_list.h"

/* What is asked of rank(): concepts, place, criteria, order; and what it counts
 * beside.  The caller fills it and owns all that it points to. */

enum rank_order { RANK_RELEVANCE, RANK_PUBLICATION, RANK_DEADLINE };

/* One way to say a concept, and the aids that do. */
struct rank_way {
	struct term_list list;
	float weight; /* 1: the reader's own word */
};

/* What the reader means by a word or a phrase: the best of its ways counts. */
struct rank_concept {
	const char *name; /* the reader's words, for who asks why */
	const struct rank_way *way;
	int ways;
	bool decides;  /* an object; else an intention, that helps */
	bool kin;      /* of a family: it is a subject of aids */
	bool required; /* a phrase in quotes */
	bool left_out; /* an aid that bears it is not found */
};

enum { RANK_CONCEPTS = 32, RANK_MASKS = 12, RANK_SETS = 3 };

/* The criteria whose values are counted as facets. */
enum rank_group {
	RANK_NONE, /* a criterion that no facet counts */
	RANK_AUDIENCE,
	RANK_TYPE,
	RANK_STEP,
	RANK_DESTINATION,
	RANK_RECURRENCE,
	RANK_CATEGORY,
	RANK_EUROPEAN,
	RANK_CALL,
	RANK_CHARGED,
	RANK_PROGRAM,
	RANK__MAX
};

struct rank_question {
	struct rank_concept concept[RANK_CONCEPTS];
	int concepts;   /* known to the catalogue */
	bool has_words; /* words were asked, known or not */
	/* Perimeters that match, by rising id; asked is the narrowest scale. */
	const uint32_t *perimeter;
	size_t perimeters;
	bool has_place;
	uint8_t scale;
	const uint32_t *asked; /* the perimeters themselves */
	size_t nasked;
	/* An aid must meet each mask by at least one bit. */
	uint64_t mask[RANK_MASKS];
	enum rank_group group[RANK_MASKS];
	int masks;
	uint64_t forbidden;     /* and have none of these: RANK_CHARGED */
	uint64_t categories[2]; /* any of them, when one is set */
	/* Ids, by rising id, of which the aid must be one; n 0 with has_set. */
	struct {
		const uint32_t *id;
		size_t n;
		enum rank_group group;
	} set[RANK_SETS];
	int sets;
	long apply_before, published_after; /* days; 0: any */
	enum rank_order order;
	long day;      /* today */
	size_t limit;  /* how many hits are wanted; 0: all */
	bool fast;     /* ask for the total alone */
	bool versions; /* generic and local aids alike */
};

/* How many aids each value would leave, the other criteria as they are: by bits
 * of catalogue.h, then of categories; free: those not charged. */
struct rank_facets {
	unsigned facet[64], category[128], free;
	unsigned *program; /* by the catalogue's programs */
};

#endif
