#ifndef AID_UNKNOWN_H
#define AID_UNKNOWN_H

#include "record/aid_record.h"

/* Words of a feed that nothing here is called, and what they resemble: told
 * with the run, and kept until somebody says what they are (feed_words.h). */

/* A word of a field, which is a constant, that its list does not have: lists.h,
 * NULL when it is none of those.  It is lost, and told. */
void aid_unknown_word(struct aid_record *, const char *field, const char *list,
    const char *word);

/* A territory that is not known, or that may be several. */
void aid_unknown_place(struct aid_record *, const char *word, bool has_name,
    bool is_several);

/* A backer or a programme of that id, which this run has made by the query
 * make, or made before: told when it resembles another that was there, and
 * taken for a new one all the same.  Fails as query_run does. */
enum rc aid_unknown_name(struct aid_record *, const char *field,
    enum query_id make, const char *name, long long id, bool made);

#endif
