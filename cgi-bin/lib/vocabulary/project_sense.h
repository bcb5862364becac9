#ifndef PROJECT_SENSE_H
#define PROJECT_SENSE_H

#include "vectors/word_vectors.h"
#include "vocabulary/projects.h"

/* What the aids for each project type are about, by its place in
 * projects_all: its name, and the phrases of which they bear one.  The caller
 * frees it; NULL without vectors, which may be NULL. */
struct vector *project_sense_new(const struct projects *, const struct words *,
    const struct word_vectors *);

#endif
