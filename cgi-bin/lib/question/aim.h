#ifndef AIM_H
#define AIM_H

#include "question/corpus.h"
#include "question/sense.h"

/*
 * What kind of aids a project leads to, whose words its title need not say: by
 * the kinds of projects that it may be (project_match.h) and, when it is a
 * title, by what projects like it were funded by (aid_kinds.h).
 */
enum { AIM_PROJECTS = 4 };

struct aim {
	const char *name; /* of the kind that it mostly is; NULL: none */
	struct vector direction;
	const uint64_t *docs; /* of a kind that was learned: rank_question.h */
	float share;          /* of the best score by words: rank_question.h */
	/* The kinds of projects, best first. */
	const struct project *project[AIM_PROJECTS];
	int projects;
};

/* Reads it of a text of so many words and of that sense, or NULL when that is
 * not known; it lives as long as the text and the corpus.  Its share is 0 when
 * it leads to no kind. */
void aim_read(struct pool *, const struct corpus *, const char *text, int words,
    const struct sense *, struct aim *);

#endif
