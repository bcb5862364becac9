/* feed_page.c - one page of a list of aids. */

#include <stdio.h>
#include <string.h>

#include "feed/feed.h"
#include "fetch/fetch_address.h"
#include "harvest/feed_page.h"

/* The keys under which lists of several APIs have the address of their next
 * page, and the number of all. */
static const char *const next_keys[] = { "next", "next_page_url", "hydra:next",
	NULL };
static const char *const count_keys[] = { "count", "total", "nhits",
	"total_count", NULL };

/* The first key of these that says something. */
static json_t *
first_of(const json_t *page, const char *const *key)
{
	for (; *key != NULL; key++) {
		json_t *v = json_object_get(page, *key);

		if (v != NULL && !json_is_null(v))
			return v;
	}
	return NULL;
}

/* Records are only counted: the import reads them from the same file. */
static enum rc
take_record(void *arg, const struct feed_item *item)
{
	struct feed_page *p = arg;

	(void)item;
	p->records++;
	return RC_OK;
}

static void
take_page(void *arg, const json_t *page)
{
	struct feed_page *p = arg;
	const char *next = json_string_value(first_of(page, next_keys));
	const char *cursor = json_string_value(json_object_get(page, "cursor"));
	json_t *count = first_of(page, count_keys);

	if (next != NULL)
		p->next = pool_strdup(p->pool, next);
	if (cursor != NULL)
		p->cursor = pool_strdup(p->pool, cursor);
	if (json_is_integer(count))
		p->count = json_integer_value(count);
}

enum rc
feed_page_read(const char *path, const struct feed_shapes *shapes,
    struct pool *pool, struct feed_page *p)
{
	*p = (struct feed_page){ .count = -1, .pool = pool };
	return feed_read_pages(path, shapes, take_record, take_page, p);
}

/* Past the host of an address that fetch_address_read wrote. */
static const char *
path_of(const char *url)
{
	const char *host = strstr(url, "://") + 3;

	return host + strcspn(host, "/?");
}

const char *
feed_page_next(struct pool *pool, const char *address, const char *next)
{
	struct fetch_address base, a;

	if (strpbrk(next, " \t\r\n") != NULL || *next == '\0' ||
	    fetch_address_read(&base, address, NULL) != NULL ||
	    fetch_address_read(&a, next, base.url) != NULL)
		return NULL;
	return strcmp(a.origin, base.origin) == 0
	    ? pool_strdup(pool, a.url)
	    : pool_printf(pool, "%.*s%s", (int)(path_of(base.url) - base.url),
		  base.url, path_of(a.url));
}

static bool
is_as_it_is(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || (c != '\0' && strchr("-._~", c) != NULL);
}

const char *
feed_page_with(struct pool *pool, const char *address, const char *key,
    const char *value)
{
	char *coded = pool_take(pool, 3 * strlen(value) + 1), *to = coded;

	for (; *value != '\0'; value++)
		to += is_as_it_is(*value)
		    ? snprintf(to, 2, "%c", *value)
		    : snprintf(to, 4, "%%%02X", (unsigned char)*value);
	*to = '\0';
	return pool_printf(pool, "%s%c%s=%s", address,
	    strchr(address, '?') != NULL ? '&' : '?', key, coded);
}
