#ifndef NEEDS_H
#define NEEDS_H

#include "question/question.h"
#include "web/context.h"
#include "web/request.h"
#include "web/response.h"

/* What home begins with: needs, as project types. */

/*
 * Appends <needs>: a project type of each of the first twelve categories,
 * with the address that searches for it and the number of aids that it finds
 * today.  of is where and who asks, with the query that carries them on, or
 * NULL: then what was counted is kept for the day and the version of the data.
 * With it a search each, past the deadline none: the totals are then absent.
 */
enum rc needs_put(struct context *, const struct request *, struct response *,
    struct corpus *, const struct question *of, const char *carry);

#endif
