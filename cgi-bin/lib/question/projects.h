#ifndef PROJECTS_H
#define PROJECTS_H

#include "question/synonyms.h"

/* Named kinds of projects, in memory: rows of the table project_type. */
struct projects;

/* Wordings of which an aid must bear one. */
struct project_need {
	const struct phrase *phrase;
	int n;
};

struct project {
	unsigned id;
	const char *slug, *name, *category;
	const struct project_need *need; /* all of them */
	int needs;
	struct project_need excluded;
};

/* Reads them; *made, and the code, as lists_load.  Freed by the caller. */
enum rc projects_load(struct db *, struct words *, struct projects **made);
void projects_free(struct projects *);

/* The n kinds of projects, by category. */
const struct project *projects_all(const struct projects *, size_t *n);

/* As an address names it: by slug or by id; NULL when there is none. */
const struct project *projects_find(const struct projects *, const char *slug);

/* As a reader writes it: by name, whose case, accents and blanks do not count;
 * NULL when there is none. */
const struct project *projects_named(const struct projects *, const char *text);

/*
 * The kinds of projects, at most max, whose names say what text says, best
 * first: each word of text, or most of them unless all is set, begins a word of
 * the name.  Returns how many.
 */
int projects_suggest(const struct projects *, struct words *, const char *text,
    bool all, const struct project **best, int max);

#endif
