#ifndef AIM_H
#define AIM_H

#include "question/corpus.h"
#include "question/sense.h"

/*
 * What aids a project leads to, whose words its title need not say: by the
 * project types that it may be (project_match.h) and, when it is a title, by
 * the aid kind that projects like it were funded by (aid_kinds.h).
 */
enum { AIM_PROJECTS = 4, AIM_NAMES = 2 };

struct aim {
	/* Of the aid kind, which it mostly is, or else of the project types
	 * that it is the mean of: names of them, the first AIM_NAMES here. */
	const char *name[AIM_NAMES];
	int names;
	struct vector direction;
	const uint64_t *docs; /* of a kind that was learned: rank_question.h */
	float share;          /* of the best score by words: rank_question.h */
	/* The project types, best first. */
	const struct project *project[AIM_PROJECTS];
	int projects;
};

/* Reads it of a text of so many words and of that sense, or NULL when that is
 * not known; it lives as long as the text and the corpus.  Its share is 0 when
 * it leads to no kind. */
void aim_read(struct pool *, const struct corpus *, const char *text, int words,
    const struct sense *, struct aim *);

#endif
