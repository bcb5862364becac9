/* feed_show.c - what the fields of a record become. */

#include <string.h>

#include "base/buf.h"
#include "base/say.h"
#include "base/str.h"
#include "feed/feed_keys.h"
#include "harvest/feed_show.h"
#include "record/record_places.h"

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

/* The places of a record that nothing reads, as they are told. */
struct unread {
	const struct aid_record *d;
	json_t *told;
};

/* What is left of the record is what a mapping may still take: what stands
 * below keys that lead nowhere is told once, by its first value. */
static void
show_unread(void *arg, const char *place, const json_t *v)
{
	struct unread *u = arg;
	struct pool *pool = u->d->run->pool;
	const char *keys = record_place_unread(u->d->run->shapes, u->d->shape,
	    pool, place);

	/* Where a list of aids is may be deep: all is shown of what is none. */
	if (keys != NULL && !aid_record_is_named(u->d))
		keys = place;
	if (keys == NULL || json_object_get(u->told, keys) != NULL)
		return;
	if (json_object_size(u->told) == 0)
		say(_("  keys that nothing reads:"));
	json_object_set_new(u->told, keys, json_true());
	say("    %s: %s", keys, short_text(pool, v));
}

enum rc
feed_show(void *arg, struct aid_record *d, const json_t *fed, bool *wrote)
{
	struct unread u = { d, json_object() };
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
	record_places(fed, show_unread, &u);
	json_decref(u.told);
	return RC_OK;
}
