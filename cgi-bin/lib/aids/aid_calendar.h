#ifndef AID_CALENDAR_H
#define AID_CALENDAR_H

#include "question/question_read.h"

/*
 * The calls to come among the aids that answer the question: appends
 * <calendar>, a <month> for each in which one opens or closes, from today on,
 * with its <event>s in their order.  Of more than 500 aids with such a day,
 * those that come first: @more then says that there are others.  Errors as
 * query_run.
 */
enum rc aid_calendar_put(struct context *, const struct request *,
    struct response *, struct question *);

#endif
