#ifndef SITEMAP_H
#define SITEMAP_H

#include "search/search.h"

/*
 * What search engines are shown of the site, or of a portal: /sitemap.xml, then
 * /sitemap-2.xml and so on, which have aids alone, for one takes 50,000
 * addresses at most (sitemaps.org).  The pages that a portal has of the site
 * are its own only when its owner says so.  RC_NOT_FOUND after the last.
 */
enum rc sitemap_put(struct context *, const struct request *,
    struct response *);

/* Where they are: robots.txt leads there.  One index may not name another: that
 * of the site has the first of each portal below it, and nearly always there is
 * no other. */
enum rc sitemap_put_index(struct context *, const struct request *,
    struct response *);

#endif
