/* feed_fields.c - what of the records of a feed is read. */

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "harvest/feed_fields.h"
#include "record/record_places.h"

enum { MAX_PLACES = 1000, MAX_TOLD = 10000, MAX_VALUE = 40 };

struct feed_fields {
	json_t *told;   /* by place: the keys that are told */
	json_t *places; /* by place: records, fields, value, last record */
	unsigned long records;
};

struct feed_fields *
feed_fields_new(void)
{
	struct feed_fields *f = calloc(1, sizeof(*f));

	if (f == NULL || (f->places = json_object()) == NULL ||
	    (f->told = json_object()) == NULL)
		log_die("feed_fields: out of memory");
	return f;
}

void
feed_fields_free(struct feed_fields *f)
{
	if (f == NULL)
		return;
	json_decref(f->places);
	json_decref(f->told);
	free(f);
}

/* A record on its way into them: what shape it has is its own, for a folder may
 * hold files of several. */
struct noting {
	struct feed_fields *to;
	struct aid_record *d;
};

/* The text of a value, on a line, short: by it who reads knows what the source
 * means there. */
static json_t *
short_value(struct pool *pool, const json_t *v)
{
	char *s = json_is_string(v)
	    ? NULL
	    : json_dumps(v, JSON_COMPACT | JSON_ENCODE_ANY);
	const char *text = s != NULL ? s : json_string_value(v);
	char *line = pool_strndup(pool, text, str_cut(text, MAX_VALUE));

	free(s);
	return json_string(str_line(line));
}

/* The place, or as few keys as lead to nothing that is read: looked for once
 * each. */
static const char *
told_as(struct feed_fields *f, const struct aid_record *d, const char *place)
{
	const char *told = json_string_value(json_object_get(f->told, place));

	if (told != NULL)
		return told;
	told = record_place_unread(d->run->shapes, d->shape, d->run->pool,
	    place);
	if (told == NULL)
		told = place;
	if (json_object_size(f->told) < MAX_TOLD)
		json_object_set_new(f->told, place, json_string(told));
	return told;
}

/* A place counts once a record, however many items have it. */
static void
note_place(void *arg, const char *place, const json_t *v)
{
	struct noting *n = arg;
	struct aid_record *d = n->d;
	json_t *known;

	place = told_as(n->to, d, place);
	known = json_object_get(n->to->places, place);
	if (known == NULL) {
		if (json_object_size(n->to->places) == MAX_PLACES)
			return;
		known = json_pack("{s:i, s:i, s:s, s:o}", "records", 0, "last",
		    0, "fields",
		    record_place_fields(d->run->shapes, d->shape, d->run->pool,
			place),
		    "value", short_value(d->run->pool, v));
		json_object_set_new(n->to->places, place, known);
	}
	if (known == NULL ||
	    json_integer_value(json_object_get(known, "last")) ==
		(json_int_t)d->ordinal)
		return;
	json_object_set_new(known, "last",
	    json_integer((json_int_t)d->ordinal));
	json_object_set_new(known, "records",
	    json_integer(
		json_integer_value(json_object_get(known, "records")) + 1));
}

enum rc
feed_fields_note(void *arg, struct aid_record *d, const json_t *fed,
    bool *wrote)
{
	struct noting n = { arg, d };

	(void)wrote;
	n.to->records++;
	record_places(fed, note_place, &n);
	return RC_OK;
}

/* How many faults each field has: an import tells them by AT's names, whatever
 * the source calls them. */
static json_t *
count_faults(FILE *f)
{
	json_t *all = json_object(), *fault;

	rewind(f);
	while ((fault = json_loadf(f, JSON_DISABLE_EOF_CHECK, NULL)) != NULL) {
		const char *field = json_string_value(
		    json_object_get(fault, "field"));

		if (field != NULL)
			json_object_set_new(all, field,
			    json_integer(json_integer_value(
					     json_object_get(all, field)) +
				1));
		json_decref(fault);
	}
	return all;
}

/* The faults of all the fields that a place becomes: which of several places is
 * to blame, nobody noted. */
static long long
faults_of(const json_t *faults, const char *fields)
{
	long long n = 0;
	char field[64];

	for (const char *s = fields; *s != '\0'; s += strspn(s, ", ")) {
		size_t len = strcspn(s, ",");

		snprintf(field, sizeof(field), "%.*s", (int)len, s);
		n += json_integer_value(json_object_get(faults, field));
		s += len;
	}
	return n;
}

void
feed_fields_say(const struct feed_fields *f, FILE *faults)
{
	json_t *counts = count_faults(faults), *v;
	const char *place;

	say(_("%lu records; of each place: those that have it, what it "
	      "becomes, how often that was not understood, a value"),
	    f->records);
	json_object_foreach(f->places, place, v)
	{
		const char *fields = json_string_value(
		    json_object_get(v, "fields"));

		say("  %-32s %6lld  %-32s %6lld  %s", place,
		    (long long)json_integer_value(
			json_object_get(v, "records")),
		    *fields != '\0' ? fields : _("(nothing reads it)"),
		    faults_of(counts, fields),
		    json_string_value(json_object_get(v, "value")));
	}
	json_decref(counts);
}
