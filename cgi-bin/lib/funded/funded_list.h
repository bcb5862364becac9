#ifndef FUNDED_LIST_H
#define FUNDED_LIST_H

#include "question/question_read.h"

/* Funded projects on pages. */

/* Beside a list of aids: appends some of them, and where to see the others. */
enum rc funded_list_near(struct context *, const struct request *,
    struct response *, const struct question *);

/* On their own page: appends the best, or says what the question lacks. */
enum rc funded_list_put(struct context *, const struct request *,
    struct response *, const struct question *);

#endif
