#ifndef MOVE_H
#define MOVE_H

#include "site/portal.h"

/*
 * Moves the addresses of a page, HTML or XML as our own writers make it, below
 * a portal: what begins with a slash in href, src, action, formaction and
 * data-suggest comes to begin with the portal's prefix.  Sheets, and what is
 * rendered ahead, know nothing of it.  Assets are at one address for all.
 *
 * In a frame, what the frame is not for, applications and other sites, gets
 * target="_top": browsers then open it in place of the page around.
 */
void move_addresses(struct buf *page, const struct portal_address *);

/* One address of the site, as a redirection has it: that of the same page of
 * the portal, in the pool.  Others are returned as they are. */
const char *move_location(struct pool *, const char *location,
    const struct portal_address *);

#endif
