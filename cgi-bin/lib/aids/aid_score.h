#ifndef AID_SCORE_H
#define AID_SCORE_H

#include "question/question.h"

/* Appends <score> to the element of an aid that was found by words: what each
 * concept of the question gives it, whom it is for, and what is near. */
void aid_score_put(struct pool *, const struct question *,
    const struct rank_hit *, xmlNodePtr aid);

#endif
