#ifndef API_PAST_H
#define API_PAST_H

#include "question/question.h"
#include "web/request.h"
#include "web/response.h"

/* RC_BAD_PARAM for a day to come, and for one before the first that is known,
 * which the answer then says. */
enum rc api_past_day(struct context *, const struct request *,
    struct response *, const char *on);

/*
 * GET /api/aids/?on=2026-03-01: the aids that answered at the end of that day,
 * as they were: the same question, of the catalogue of then.  Words cannot be
 * looked for there; backers, programmes and what contains a place are those of
 * today.  Appends <answer>.  RC_BAD_PARAM for a question with words.
 */
enum rc api_past_put(struct context *, const struct request *,
    struct response *, struct question *, const char *on);

#endif
