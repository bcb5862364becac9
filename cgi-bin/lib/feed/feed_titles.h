#ifndef FEED_TITLES_H
#define FEED_TITLES_H

#include "feed/feed_shape.h"
#include "table/csv_titles.h"

/*
 * The titles of a table of aids, as keys of a record: those of the shape whose
 * keys are all there, else those of AT's API.  Titles are folded
 * (csv_titles.h): "DATE CLOTURE" is "Date Clôture", "Type d'aide" is "Types
 * d’aide".
 * Of two keys of different shapes that fold alike, "nom" and "Nom", the shape
 * tells which is meant.
 */
struct feed_titles;

/* Those that the shapes and AT's API have; path names the file in messages, and
 * both must last as long.  The caller frees it. */
struct feed_titles *feed_titles_new(const struct feed_shapes *,
    const char *path);
void feed_titles_free(struct feed_titles *);

/* Goes to the line of titles and takes its separator: csv_titles_find.
 * RC_BAD_PARAM, logged with what is read, when no line has a known title. */
enum rc feed_titles_find(const struct feed_titles *, struct csv_text *,
    unsigned long *before);

/* line is where the titles are.  key[i] becomes the key of the n titles' i-th,
 * NULL for one that nothing reads; it lasts as long as the titles known.
 * Prints those that nothing reads, and those that are one key.  RC_BAD_PARAM,
 * logged, when none is read: they are of a shape that lacks others, and the
 * nearest is told. */
enum rc feed_titles_name(const struct feed_titles *, char *const *title, int n,
    unsigned long line, const char **key);

#endif
