#ifndef COMMON_WORDS_H
#define COMMON_WORDS_H

#include "db/db.h"
#include "index/words.h"

/* Words that many titles of funded projects have ("commune", "travaux"), or
 * that stand around a need ("vouloir"): they say less of it than others.
 * conf/learn-words.py makes their table. */
struct common_words;

/* The tables of the base, with word_class; *made is the caller's to free.
 * Fails as query_run does. */
enum rc common_words_load(struct db *, struct words *, struct common_words **);
void common_words_free(struct common_words *);

/* Whether a word of that key (words_key) is one of them; NULL has none. */
bool common_words_has(const struct common_words *, const char *key);

/* Whether a folded word is one that the name of a way follows: "rue"; whether
 * it is English.  NULL has none. */
bool common_words_is_way(const struct common_words *, const char *folded);
bool common_words_is_foreign(const struct common_words *, const char *folded);

#endif
