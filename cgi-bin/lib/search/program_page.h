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

/* Appends <matches>: of the first territory that was asked, those of the
 * programme of the page that it is, lies in or holds; nothing when none was
 * asked.  Call it after the list, which reads the question.  Fails as
 * rows_query does. */
enum rc membership_put(struct context *, struct response *);

#endif
