#ifndef API_PAST_H
#define API_PAST_H

#include "api/api_fields.h"
#include "question/question.h"
#include "web/request.h"
#include "web/response.h"

/*
 * Aids as the public had them at the end of a day, by "on".  A day ends where
 * the machine is, for there aids open and close, while revisions have moments
 * in UTC: the end of the day that is asked is such a moment, exactly, whatever
 * the clock did meanwhile.  So the days of the revisions need not be kept, and
 * those that were made before this was so have them too.
 */

/* Reads the day, whose end, in UTC, becomes *until, in the pool, and an
 * argument of the queries of the context.  RC_BAD_PARAM for a day to come, and
 * for one before the first that is known, which the answer then says. */
enum rc api_past_day(struct context *, const struct request *,
    struct response *, const char *on, const char **until);

/*
 * GET /api/aids/?on=2026-03-01: has the question asked of the catalogue of
 * then, *past, which is the corpus's.  Words cannot be looked for there;
 * backers, programmes and what contains a place are those of today.  Errors as
 * api_past_day, and for a question with words.
 */
enum rc api_past_read(struct context *, const struct request *,
    struct response *, struct question *, const char *on,
    const struct catalogue **past);

/* Appends those of n ids that were public then, as api_records_put. */
enum rc api_past_put(struct context *, const struct api_fields *,
    const struct value *ids, size_t n, struct buf *out);

#endif
