#ifndef SAID_WORDS_H
#define SAID_WORDS_H

#include <stdio.h>

#include "db/db.h"
#include "table/csv_source.h"

/*
 * What a person says of words of feeds that nothing here is called
 * (record/feed_words.h): once, for one feed or for all, and for good.  The aids
 * of the feeds that bear the word are read again at the next run, though
 * nothing changed there.
 */
struct said_word {
	const char *source; /* "": every feed */
	const char *field, *word;
	const char *means; /* "": nobody says anything any more */
};

/* The word of that number, of its feed, without a meaning.  RC_NOT_FOUND,
 * logged, when there is none; else as query_run.  In the pool. */
enum rc said_word_find(struct db *, struct pool *, const char *number,
    struct said_word *);

/* Writes what is said.  RC_BAD_PARAM, logged, when it means nothing here; else
 * as query_run. */
enum rc said_word_put(struct db *, const struct said_word *);

/* Writes all words as a table; and reads one: words that it lacks stay.  *n of
 * them.  RC_BAD_PARAM, logged with the line, when one is wrong: none is then
 * written. */
enum rc said_words_export(struct db *, FILE *);
enum rc said_words_import(struct db *, struct csv_source *, unsigned *n);

#endif
