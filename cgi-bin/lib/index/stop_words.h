#ifndef STOP_WORDS_H
#define STOP_WORDS_H

#include "db/db.h"
#include "index/words.h"

/* Adds the stop words of the database to words: those that find nothing.  They
 * change with the schema alone. */
enum rc stop_words_load(struct db *, struct words *);

#endif
