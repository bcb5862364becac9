#ifndef WORD_CHECK_H
#define WORD_CHECK_H

#include "db/db.h"

/* Whether what a person says that a word of a feed means is something here, as
 * an import of aids would read it. */
struct word_check;

/* The caller closes it, even on failure, which is as query_run's. */
enum rc word_check_open(struct db *, struct word_check **);
void word_check_close(struct word_check *);

/* RC_BAD_PARAM, logged with what it resembles, when the field has no words, or
 * a value is none of them; "-" and "" always are.  value may be several with
 * "|" between them.  Of a backer or a programme, one that is there, or the word
 * itself, which is then new.  Otherwise fails as query_run does. */
enum rc word_check_value(struct word_check *, const char *field,
    const char *word, const char *value);

#endif
