#ifndef FEED_WORDS_H
#define FEED_WORDS_H

#include "db/db.h"
#include "table/import_report.h"

/*
 * Words of a feed that no list here has, and what a person has said of them: a
 * row of the base each, once and for good.  What a word means is said as a
 * shape of feeds says it (feed_shape.h): AT's words with "|" between them, "-"
 * for nothing at all, and of a backer that is new its own name.
 */
struct feed_words;

/* Those that were said of the source, or of every feed.  The caller frees them;
 * NULL is ignored.  On failure, as query_run, *words is as it was. */
enum rc feed_words_load(struct db *, const char *source,
    struct feed_words **words);
void feed_words_free(struct feed_words *);

/* What somebody said that a word of a field means; NULL: nothing.  Case and
 * accents are ignored.  It lasts as long as the words, which may be NULL. */
const char *feed_words_meaning(const struct feed_words *, const char *field,
    const char *word);

/* Keeps the words of a report until somebody says what they are, with what they
 * resemble now; today is a day.  Fails as query_run does. */
enum rc feed_words_keep(struct db *, const char *source, const char *today,
    const struct import_report *);

#endif
