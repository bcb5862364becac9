#ifndef QUESTION_H
#define QUESTION_H

#include "engine/rank.h"
#include "question/corpus.h"
#include "question/mark.h"
#include "territory/place.h"

/*
 * The reader's question: criteria of the engine, and what pages say of them.
 * question_read.h makes one of a request.
 */

/* The kinds of criteria that a reader may take off, for "relax". */
enum question_part {
	QUESTION_WORDS,
	QUESTION_PLACE,
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
	QUESTION__MAX
};

struct question {
	struct rank_question rank;
	struct place place;
	const struct project *project; /* chosen, or said by its name */
	int needs; /* concepts of the project chosen: first */
	struct mark_terms terms;
	/* The wordings of concepts that decide, for funded projects: a bit for
	 * each word, all of which say the concept, or any. */
	const char *word[64];
	struct question_wording {
		uint64_t words;
		int concept;
		bool any;
	} wording[64];
	size_t words, wordings;
	/* What the form shows as chosen: bits of catalogue.h, then categories. */
	uint64_t chosen[3];
	bool late; /* some kin of the words was left aside */
	bool calls_only, free_only, european_only;
	struct rank_facets *facets; /* counted by the list; NULL: not wanted */
	size_t total; /* how many aids answer, once the list is made */
	const char *name[QUESTION__MAX]; /* of active parts, for relax */
	const char *param[QUESTION__MAX];
	int mask_of[QUESTION__MAX]; /* its mask + 1 */
	int set_of[QUESTION__MAX];  /* its set + 1 */
	int base;                   /* the set of question_restrict + 1 */
	struct corpus *corpus;      /* that it was read against */
};

/* Restricts the question to the aids of n ids, rising, which must last as long
 * as it: none of the questions made of it below goes beyond them.  Once. */
void question_restrict(struct question *, const uint32_t *id, size_t n);

/* The same question without one of its parts. */
struct rank_question question_without(const struct question *,
    enum question_part);

/* The same question at another place. */
struct rank_question question_at(const struct question *, const struct place *);

/* Only the words, or only the place, of the question. */
struct rank_question question_only(const struct question *, enum question_part);

#endif
