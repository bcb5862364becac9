/* aid_pages.c - the pages of a list of aids. */

#include <stdlib.h>
#include <string.h>

#include "aids/aid_pages.h"
#include "web/url.h"
#include "xml/xml.h"

enum { PER_PAGE = 18, MAX_EXPORT = 2000, MAX_WHOLE = 200000, PER_FEED = 100 };

bool
aid_pages_is_feed(const struct request *req)
{
	return req->format != NULL && strcmp(req->format, "atom") == 0;
}

/* Whether a format has all aids at once. */
static bool
is_whole(const struct request *req)
{
	return req->format != NULL && strcmp(req->format, "xml") != 0 &&
	    !aid_pages_is_feed(req);
}

/* What a reader asks for is bounded; what the administrator's command makes
 * once for all of them (tables.h) is not. */
static size_t
per_page(const struct request *req)
{
	return aid_pages_is_feed(req)      ? PER_FEED
	    : !is_whole(req)               ? PER_PAGE
	    : getenv("GUICHET_WHOLE") != 0 ? MAX_WHOLE
					   : MAX_EXPORT;
}

/* The address of a page of the feed. */
static void
put_feed_page(struct pool *pool, const struct request *req, xmlNodePtr aids,
    const char *name, size_t page)
{
	const char *url = url_with(pool, req, NULL, NULL,
	    page > 1 ? "page" : NULL, pool_printf(pool, "%zu", page));

	xml_set(aids, name,
	    pool_printf(pool, "%s%sformat=atom", url,
		strchr(url, '?') != NULL ? "&" : "?"));
}

static void
put_feed_pages(struct pool *pool, const struct request *req, xmlNodePtr aids,
    size_t page, size_t pages)
{
	xml_set(aids, "base", url_with(pool, req, NULL, NULL, NULL, NULL));
	put_feed_page(pool, req, aids, "first", 1);
	if (page > 1)
		put_feed_page(pool, req, aids, "previous", page - 1);
	if (page < pages)
		put_feed_page(pool, req, aids, "next", page + 1);
	put_feed_page(pool, req, aids, "last", pages);
}

size_t
aid_pages_last(const struct request *req, size_t total)
{
	size_t per = per_page(req);

	return total == 0 ? 1 : (total + per - 1) / per;
}

void
aid_pages_put(struct pool *pool, const struct request *req, xmlNodePtr aids,
    size_t total, size_t shown, size_t page)
{
	size_t per = per_page(req), pages = aid_pages_last(req, shown);

	xml_set_int(aids, "total", (long long)total);
	xml_set_int(aids, "page", (long long)page);
	xml_set_int(aids, "pages", (long long)pages);
	xml_set_int(aids, "per-page", (long long)per);
	if (aid_pages_is_feed(req)) {
		put_feed_pages(pool, req, aids, page, pages);
		return;
	}
	if (is_whole(req))
		return;
	if (page > 1)
		xml_set(aids, "previous",
		    url_with(pool, req, NULL, NULL, "page",
			pool_printf(pool, "%zu", page - 1)));
	if (page < pages)
		xml_set(aids, "next",
		    url_with(pool, req, NULL, NULL, "page",
			pool_printf(pool, "%zu", page + 1)));
	xml_set(aids, "base", url_with(pool, req, NULL, NULL, NULL, NULL));
}

size_t
aid_pages_limit(const struct request *req, size_t page)
{
	return is_whole(req) ? per_page(req) : page * per_page(req);
}

size_t
aid_pages_window(const struct request *req, size_t total, size_t page,
    size_t *from)
{
	size_t max = per_page(req);

	*from = is_whole(req) ? 0 : (page - 1) * max;
	if (*from >= total)
		return 0;
	return total - *from < max ? total - *from : max;
}
