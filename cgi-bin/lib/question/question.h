#ifndef QUESTION_H
#define QUESTION_H

#include "engine/rank.h"
#include "engine/terms.h"
#include "question/aim.h"
#include "question/corpus.h"
#include "question/mark.h"
#include "question/sense.h"
#include "territory/place.h"

/*
 * The reader's question: criteria of the engine, and what pages say of them.
 * question_read.h makes one of a request.
 */

/* The kinds of criteria that a reader may take off: see <relax>. */
enum question_part {
	QUESTION_WORDS,
	QUESTION_PLACE,
	QUESTION_UNPLACED, /* the aids of no perimeter, alone */
	QUESTION_PROJECT,
	QUESTION_AUDIENCE,
	QUESTION_TYPE,
	QUESTION_STEP,
	QUESTION_DESTINATION,
	QUESTION_RECURRENCE,
	QUESTION_CATEGORY,
	QUESTION_EUROPEAN,
	QUESTION_CALL,
	QUESTION_CHARGED,
	QUESTION_BEFORE,
	QUESTION_AFTER,
	QUESTION_BACKER,
	QUESTION_PROGRAM,
	QUESTION_BACKER_GROUP,
	QUESTION__MAX
};

struct question {
	struct rank_question rank;
	struct place place;
	const struct project *project; /* chosen, or named by the words */
	const char *meant; /* the words corrected; NULL: as they were typed */
	int needs;         /* concepts of the project chosen: the first ones */
	struct mark_terms terms;
	const struct sense *sense; /* of the words; NULL: not known */
	const struct aim *aim; /* of the project that they say; NULL likewise */
	/* For other documents: the concepts that were said, but for pairs of
	 * words, whether an aid bears them or not; and their wordings. */
	struct rank_concept concept[RANK_CONCEPTS];
	int concepts;
	const struct terms *wordings;
	/* What the form shows as chosen: bits of facets, then of categories. */
	uint64_t chosen[3];
	bool late; /* some synonyms or corrections were left out: see
		    * request_is_late */
	bool calls_only, free_only, european_only;
	struct rank_facets *facets; /* counted by the list; NULL: not wanted */
	size_t total; /* how many aids answer, once the list is made */
	const struct rank_hit *shown; /* that the page has above its list */
	size_t nshown;
	/* Of each part: its name (NULL: not asked) and its parameter. */
	const char *name[QUESTION__MAX];
	const char *param[QUESTION__MAX];
	/* Where it is in rank: number of its mask or set, from 1; 0: none. */
	int mask_of[QUESTION__MAX];
	int set_of[QUESTION__MAX];
	int base;              /* the set of question_restrict, likewise */
	const char *within;    /* the query of that base; NULL: not known */
	struct corpus *corpus; /* that it was read against */
};

/* Restricts the question to the aids of n ids, rising, which must last as long
 * as it: none of the questions made of it below goes beyond them.  Once.  bits
 * is the set of their docs in the catalogue, which lasts too; NULL: not known.
 */
void question_restrict(struct question *, const uint32_t *id, size_t n,
    const uint64_t *bits);

/* The criteria without one of the parts; it must be an active one. */
struct rank_question question_without(const struct question *,
    enum question_part);

/* The criteria at another place, which must outlive them. */
struct rank_question question_at(const struct question *, const struct place *);

/* The criteria, asked where the other question is, and by whom. */
struct rank_question question_asked_by(const struct question *,
    const struct question *where);

/* The words alone (QUESTION_WORDS) or the place alone (QUESTION_PLACE). */
struct rank_question question_only(const struct question *, enum question_part);

#endif
