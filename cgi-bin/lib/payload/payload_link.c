/* payload_link.c - a payload as an address. */

#include <string.h>

#include "payload/payload_link.h"

char *
payload_plain_link(struct pool *pool, const char *base,
    const struct demarche *d)
{
	return d->slug != NULL
	    ? pool_printf(pool, "%s/commencer/%s", base, d->slug)
	    : NULL;
}

/* One "name=value", name with its brackets.  DS accepts brackets
 * percent-encoded (DS 1.7). */
static void
payload_link_put(struct buf *b, const char *name, const char *value)
{
	buf_putc(b, strchr(b->data, '?') == NULL ? '?' : '&');
	buf_put_url(b, name);
	buf_putc(b, '=');
	buf_put_url(b, value);
}

static void
payload_link_put_items(struct buf *b, struct pool *pool, const char *name,
    const json_t *items)
{
	const json_t *item;
	size_t i;

	json_array_foreach(items, i, item) payload_link_put(b,
	    pool_printf(pool, "%s[]", name), json_string_value(item));
}

/* A new row begins when the name of a scalar child comes again: each begins
 * with the same one.  False when a row has none. */
static bool
payload_link_put_rows(struct buf *b, struct pool *pool, const char *name,
    const json_t *rows)
{
	const char *first = NULL, *key;
	const json_t *row, *v;
	size_t i;

	json_object_foreach(json_array_get(rows, 0), key,
	    v) if (first == NULL && json_is_string(v)) first = key;
	json_array_foreach(rows, i, row)
	{
		const json_t *head = first != NULL ? json_object_get(row, first)
						   : NULL;

		if (!json_is_string(head))
			return false;
		payload_link_put(b, pool_printf(pool, "%s[][%s]", name, first),
		    json_string_value(head));
		json_object_foreach((json_t *)(uintptr_t)row, key, v)
		{
			char *child = pool_printf(pool, "%s[][%s]", name, key);

			if (strcmp(key, first) == 0)
				continue;
			if (json_is_string(v))
				payload_link_put(b, child,
				    json_string_value(v));
			else
				payload_link_put_items(b, pool, child, v);
		}
	}
	return true;
}

char *
payload_link(struct pool *pool, const char *base, const struct payload *p)
{
	char *plain = payload_plain_link(pool, base, p->demarche), *link = NULL;
	struct buf b = { 0 };
	bool fits = plain != NULL;

	buf_puts(&b, plain != NULL ? plain : "");
	for (size_t i = 0; fits && i < p->n; i++) {
		const struct payload_item *item = &p->item[i];

		if (json_is_string(item->value))
			payload_link_put(&b, item->key,
			    json_string_value(item->value));
		else if (json_is_object(json_array_get(item->value, 0)))
			fits = payload_link_put_rows(&b, pool, item->key,
			    item->value);
		else
			payload_link_put_items(&b, pool, item->key,
			    item->value);
		fits = fits && b.len < PAYLOAD_LINK_MAX;
	}
	if (fits)
		link = pool_strndup(pool, b.data, b.len);
	buf_free(&b);
	return link;
}
