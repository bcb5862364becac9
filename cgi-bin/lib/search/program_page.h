#ifndef PROGRAM_PAGE_H
#define PROGRAM_PAGE_H

#include "web/context.h"
#include "web/request.h"
#include "web/response.h"

/* Appends <program>, the one of the request's slug, with its <facts> and since
 * when its <members> are known, and counts its page.  RC_NOT_FOUND when there
 * is none; otherwise as row_cache_run. */
enum rc program_put(struct context *, const struct request *,
    struct response *);

/* Appends <matches>: those territories of the programme of the page that the
 * given one is, lies in or holds.  Fails as rows_query does. */
enum rc membership_put(struct context *, struct response *, uint32_t place);

#endif
