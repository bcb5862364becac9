#ifndef QUESTION_READ_H
#define QUESTION_READ_H

#include "question/question.h"
#include "territory/place_read.h"
#include "web/request.h"
#include "web/response.h"

/* The parameters of a search (AT 2.1), and the first of them alone: what and
 * where. */
extern const struct param question_params[];
extern const struct param question_short_params[];

/*
 * Reads the question of a request by one of the two.  Appends to <asked> what
 * was understood, or <choices> to the page when the place must be asked again
 * (then place.open).  *q lives in the pool of the context, and refers to the
 * corpus, which must not be refreshed before the answer.  A value that
 * means nothing any more is left out and said by <ignored>.
 */
enum rc question_read(struct context *, const struct request *,
    struct response *, struct corpus *, struct question *);

#endif
