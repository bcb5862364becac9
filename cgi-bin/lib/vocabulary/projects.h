#ifndef PROJECTS_H
#define PROJECTS_H

#include "vocabulary/synonyms.h"

/* Named project types ("réfection de toiture"), in memory: rows of the
 * table project_type. */
struct projects;

/* How many needs a project has at most, and how many phrases each of them: the
 * import refuses more (project_check.h), what is read leaves out the rest. */
enum { PROJECT_NEEDS = 8, PROJECT_WORDINGS = 64 };

/* Phrases of which an aid must bear one. */
struct project_need {
	const struct phrase *phrase;
	int n;
};

/* An aid is for the project when it meets all needs and none of excluded. */
struct project {
	unsigned id;
	const char *slug, *name, *category;
	const struct project_need *need;
	int needs;
	struct project_need excluded;
};

/* Loads them.  RC_OK with *made, which the caller frees; otherwise the code of
 * the query that failed, *made untouched. */
enum rc projects_load(struct db *, struct words *, struct projects **made);
void projects_free(struct projects *);

/* The n project types, by category. */
const struct project *projects_all(const struct projects *, size_t *n);

/* The project of a slug, or of an id in digits; NULL when there is none. */
const struct project *projects_find(const struct projects *, const char *slug);

/* The project of a name, whatever its case, accents and spaces; NULL when there
 * is none. */
const struct project *projects_named(const struct projects *, const char *text);

/*
 * The project types, at most max (8 at the most), whose names match a text
 * that a reader types, best first: each word of it, or with all unset more than
 * half of them, is a prefix of a word of the name.  Returns how many.
 */
int projects_suggest(const struct projects *, struct words *, const char *text,
    bool all, const struct project **best, int max);

#endif
