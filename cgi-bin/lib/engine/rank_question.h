#ifndef RANK_QUESTION_H
#define RANK_QUESTION_H

#include "engine/term_list.h"
#include "vectors/word_vectors.h"

/* What is asked of rank(): concepts, place, criteria, order; and what it counts
 * beside.  The caller fills it, and owns all that it points to. */

enum rank_order { RANK_RELEVANCE, RANK_PUBLICATION, RANK_DEADLINE, RANK_ID };

/* The variants of a concept that share a weight, and the documents that have
 * one. */
struct rank_variant {
	const struct term_list *list;
	float weight; /* 1: the reader's own word; less for a synonym */
};

/* What the reader means by a word or a phrase: a disjunction of variants, of
 * which those that a document has add up: evidence.h. */
struct rank_concept {
	const char *name; /* the reader's words, for the explanation */
	const struct rank_variant *variant;
	int variants;
	float strong; /* a variant that weighs less says it weakly; 0: none */
	bool decides; /* an object; else an intention, which only adds */
	bool has_synonyms; /* a subject of aids */
	bool common;       /* a word that says little: common_words.h */
	bool required;     /* a phrase in quotes: must */
	bool left_out;     /* must not: an aid that has it is not found */
};

enum { RANK_CONCEPTS = 32, RANK_MASKS = 12, RANK_SETS = 4 };

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
	/* What they are about (word_vectors.h), and how much it counts beside
	 * them: near.c.  NULL: no more than they say. */
	const struct vector *direction;
	float share;
	/* What aids for projects like this one are about, and how much that
	 * counts: near.c.  NULL: not known. */
	const struct vector *aim;
	float aim_share;
	/* Those that may be of that kind, which are found without the words
	 * too; NULL: those that have enough of them. */
	const uint64_t *aim_docs;
	bool finds_near; /* what is near is found, though it has no word */
	/* Perimeters that match, sorted by id; scale is that of the one asked.
	 */
	const uint32_t *perimeter;
	size_t perimeters;
	bool has_place;
	uint8_t scale;
	const uint32_t *asked; /* the perimeters themselves */
	size_t nasked;
	const uint32_t *whole; /* those that hold all of one of them */
	size_t wholes;
	bool unplaced;      /* instead of all that: the aids of no perimeter */
	bool also_unplaced; /* besides */
	/* An aid must have at least one bit of each mask. */
	uint64_t mask[RANK_MASKS];
	enum rank_group group[RANK_MASKS];
	int masks;
	uint64_t forbidden;     /* and none of these: group RANK_CHARGED */
	uint64_t categories[2]; /* any of them, when one is set */
	/* Ids, sorted, of which the aid must be one; of none when n is 0. */
	struct rank_set {
		const uint32_t *id;
		size_t n;
		enum rank_group group;
		const uint64_t *bits; /* their places in the catalogue, when
				       * these are known; NULL */
	} set[RANK_SETS];
	int sets;
	long apply_before, published_after; /* days; 0: any */
	enum rank_order order;
	long day;        /* today */
	size_t limit;    /* how many hits are wanted; 0: all */
	bool count_only; /* no hits, only how many there are */
	/* A generic aid and its local versions are all found. */
	bool keep_duplicates;
	/* With facets: of a group of twins the best alone is a hit. */
	bool fold_twins;
};

/* Facet counts (facet.h), by bits of facets and of categories; free: those that
 * are not charged for; program: by the catalogue's programmes.  unplaced: how
 * many aids of no perimeter meet all the criteria but the place; folded: how
 * many of those that were found are no hits, but twins of one. */
struct rank_facets {
	unsigned facet[64], category[128], free, unplaced, folded;
	unsigned *program;
};

#endif
