/* route.c - which page an address is. */

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/log.h"
#include "web/route.h"

bool
route_is_api(const char *speaks)
{
	return speaks != NULL && strcmp(speaks, "api") == 0;
}

struct route *
routes_fill(const struct route *r, struct route_default by)
{
	size_t n = routes_count(r) + 1;
	struct route *full = calloc(n, sizeof(*full));

	if (full == NULL)
		log_die("route: out of memory");
	memcpy(full, r, n * sizeof(*full));
	for (struct route *to = full; to->path != NULL; to++) {
		if (to->where == ROUTE_BOTH)
			to->where = by.where;
		if (to->speaks == NULL)
			to->speaks = by.speaks;
		else if (strcmp(to->speaks, "html") == 0)
			to->speaks = NULL;
	}
	return full;
}

static bool
route_runs(const struct route *r, enum query_id query)
{
	const enum query_id *q = r->queries;

	while (q != NULL && *q != Q_NONE && *q != query)
		q++;
	return q != NULL && *q == query;
}

bool
routes_run_missing(const struct route *r)
{
	while (r->path != NULL &&
	    (r->missing == Q_NONE || route_runs(r, r->missing)))
		r++;
	return r->path == NULL;
}

size_t
routes_count(const struct route *r)
{
	size_t n = 0;

	while (r[n].path != NULL)
		n++;
	return n;
}

size_t
route_number(const struct route *all, const struct route *r)
{
	return r != NULL ? (size_t)(r - all) + 1 : 0;
}

/* Matches path with pattern; what stands for {slug} goes to *slug. */
static bool
matches(struct pool *pool, const char *pattern, const char *path,
    const char **slug)
{
	const char *open = strchr(pattern, '{');
	size_t head = open != NULL ? (size_t)(open - pattern) : 0, n;

	if (open == NULL)
		return strcmp(pattern, path) == 0;
	if (strncmp(pattern, path, head) != 0)
		return false;
	n = strcspn(path + head, "/");
	if (n == 0 || n > 255 ||
	    strcmp(path + head + n, strchr(open, '}') + 1) != 0)
		return false;
	*slug = pool_strndup(pool, path + head, n);
	return true;
}

static const struct route *
match_route(struct pool *pool, const struct route *r, bool of_portal,
    const char *path, const char **slug)
{
	enum route_where not = of_portal ? ROUTE_SITE : ROUTE_PORTAL;

	while (r->path != NULL &&
	    (r->where == not || !matches(pool, r->path, path, slug)))
		r++;
	return r->path != NULL ? r : NULL;
}

const char *
route_moved(struct pool *pool, const struct route *r, const char *slug,
    const char *query)
{
	const char *open = strchr(r->moved, '{'), *url;
	size_t head = open != NULL ? (size_t)(open - r->moved)
				   : strlen(r->moved);
	struct buf b = { 0 };

	buf_putf(&b, "%.*s", (int)head, r->moved);
	/* Encoded, for what is in it to end no value and no header. */
	if (open != NULL)
		buf_put_url(&b, slug);
	if (open != NULL)
		buf_puts(&b, strchr(open, '}') + 1);
	if (*query != '\0')
		buf_putf(&b, "%c%s", strchr(r->moved, '?') != NULL ? '&' : '?',
		    query);
	url = pool_strndup(pool, b.data, b.len);
	buf_free(&b);
	return url;
}

const struct route *
route_find(struct pool *pool, const struct route *routes, bool of_portal,
    const char *path, const char **slug, const char **slashed)
{
	const struct route *r = match_route(pool, routes, of_portal, path,
	    slug);

	*slashed = NULL;
	if (r != NULL)
		return r;
	/* "/aides" is "/aides/" without its trailing slash. */
	*slashed = pool_printf(pool, "%s/", path);
	r = match_route(pool, routes, of_portal, *slashed, slug);
	if (r != NULL && !route_is_api(r->speaks))
		return NULL;
	*slashed = NULL;
	return r;
}
