/* feed_show.c - what the fields of a record become. */

#include <string.h>

#include "base/buf.h"
#include "base/say.h"
#include "base/str.h"
#include "feed/feed_keys.h"
#include "harvest/feed_show.h"

enum { MAX_VALUE = 100 };

/* A value on one line, short. */
static const char *
short_text(struct pool *pool, const json_t *v)
{
	char *s = json_is_string(v)
	    ? NULL
	    : json_dumps(v, JSON_COMPACT | JSON_ENCODE_ANY);
	const char *text = json_is_string(v) ? json_string_value(v)
	    : s != NULL                      ? s
					     : "";
	size_t n = str_cut(text, MAX_VALUE);
	char *line = pool_printf(pool, "%.*s%s", (int)n, text,
	    text[n] != '\0' ? "…" : "");

	free(s);
	return str_line(line);
}

/* The keys of a record that its shape reads. */
struct unread {
	const struct aid_record *d;
	const json_t *fed;
	json_t *read; /* keys, as members */
};

/* A path is told by its first key. */
static void
note_key(void *arg, const char *shape, const char *key, bool tells)
{
	struct unread *u = arg;

	(void)tells;
	if (u->d->shape != NULL && strcmp(shape, u->d->shape) == 0)
		json_object_set_new(u->read, key, json_true());
}

/* What is left of the record is what a mapping may still take. */
static void
show_unread(const struct aid_record *d, const json_t *fed)
{
	struct unread u = { d, fed, json_object() };
	struct pool *pool = d->run->pool;
	const char *key;
	json_t *v;
	bool any = false;

	feed_shapes_keys(d->run->shapes, note_key, &u);
	json_object_foreach((json_t *)fed, key, v)
	{
		if (d->shape == NULL ? feed_keys_has(key)
				     : json_object_get(u.read, key) != NULL)
			continue;
		if (!any)
			say(_("  keys that nothing reads:"));
		any = true;
		say("    %s: %s", key, short_text(pool, v));
	}
	json_decref(u.read);
}

enum rc
feed_show(void *arg, struct aid_record *d, const json_t *fed, bool *wrote)
{
	const char *key;
	json_t *v;

	(void)arg;
	(void)wrote;
	say(d->shape != NULL ? _("record %lu, of the shape \"%s\":")
			     : _("record %lu, of the shape of AT's API:"),
	    d->ordinal, d->shape);
	json_object_foreach(d->json, key, v)
	{
		if (!aid_record_is_none(v) && feed_keys_has(key))
			say("  %-24s %s", key, short_text(d->run->pool, v));
	}
	show_unread(d, fed);
	return RC_OK;
}
