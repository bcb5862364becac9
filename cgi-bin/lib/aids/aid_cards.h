#ifndef AID_CARDS_H
#define AID_CARDS_H

#include "aids/aid_form.h"
#include "question/question_read.h"

/* Appends <cards>, the cards of n hits of the question with its words marked;
 * in another, with @weak, those of hits that only say the words weakly, when
 * they come last.  The parts are those of the program.  Errors as query_run. */
enum rc aid_cards_put(struct context *, const struct request *,
    const struct aid_parts *, struct question *, const struct rank_hit *,
    size_t n, xmlNodePtr aids);

#endif
