#ifndef MEMBERSHIP_H
#define MEMBERSHIP_H

#include "web/context.h"
#include "web/response.h"

/* Appends <matches>: of the first territory that was asked, those of the
 * programme of the page that it is, lies in or holds; nothing when none was
 * asked.  Call it after the list, which reads the question.  Fails as
 * rows_query does. */
enum rc membership_put(struct context *, struct response *);

#endif
