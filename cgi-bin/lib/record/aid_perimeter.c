/* aid_perimeter.c - the territory of an aid: said, or told by its backer. */

#include <string.h>

#include "base/say.h"
#include "base/str.h"
#include "gen/queries/record.h"
#include "record/aid_perimeter.h"
#include "record/aid_place.h"
#include "record/aid_union.h"
#include "record/aid_unknown.h"

/* Of what is kept of a territory that is not understood, in bytes; of the
 * backers that tell one. */
enum { MAX_ASKED = 255, MAX_BACKERS = 64 };

/* ---- what the feed says ---- */

/* The items of a field: those of a list of several, or what it is. */
static size_t
item_count(const json_t *v)
{
	return v == NULL || json_is_null(v) ? 0
	    : json_is_array(v)              ? json_array_size(v)
					    : 1;
}

static const json_t *
item_at(const json_t *v, size_t i)
{
	return json_is_array(v) ? json_array_get(v, i) : v;
}

/* Territory i: a text, or an object; its code and its scale are beside it, or
 * of the object.  scale: what is said of all; NULL. */
static struct aid_place
place_at(const struct aid_record *d, const json_t *names, const json_t *codes,
    const char *scale, size_t i)
{
	const json_t *item = item_at(names, i), *code = item_at(codes, i);
	struct aid_place p = { .name = aid_record_name(d, item),
		.code = aid_record_code(d, code) };

	if (scale == NULL)
		scale = aid_record_name(d, json_object_get(item, "scale"));
	if (p.code == NULL)
		p.code = aid_record_name(d, json_object_get(item, "code"));
	p.scale = scale != NULL ? aid_place_scale(d, scale) : 0;
	return p;
}

/* What the feed says of the territory, though it is not understood: a name, a
 * code, several of them; NULL when it says nothing. */
static const char *
perimeter_asked(const struct aid_record *d)
{
	const json_t *names = aid_record_value(d, "perimeter"),
		     *codes = aid_record_value(d, "perimeter_code");
	size_t n = item_count(names) > 0 ? item_count(names)
					 : item_count(codes);
	const char *asked = NULL, *one;

	for (size_t i = 0;
	     i < n && (asked == NULL || strlen(asked) < MAX_ASKED); i++) {
		struct aid_place p = place_at(d, names, codes, NULL, i);

		if ((one = p.name != NULL ? p.name : p.code) != NULL)
			asked = asked == NULL
			    ? one
			    : pool_printf(d->run->pool, "%s, %s", asked, one);
	}
	return asked != NULL
	    ? pool_strndup(d->run->pool, asked, str_cut(asked, MAX_ASKED))
	    : NULL;
}

static void
note_unknown(struct aid_record *d, const struct aid_place *p)
{
	aid_unknown_place(d, p->name != NULL ? p->name : p->code,
	    p->name != NULL, aid_place_is_several(d, p));
	d->run->unknown_perimeters++;
}

enum rc
aid_perimeter_find(struct aid_record *d, long long *id)
{
	const json_t *names = aid_record_value(d, "perimeter"),
		     *codes = aid_record_value(d, "perimeter_code");
	size_t n = item_count(names) > 0 ? item_count(names)
					 : item_count(codes);
	const char *scale = aid_record_text(d, "perimeter_scale");
	struct aid_union *u = aid_union_new(d);
	bool said = false;
	enum rc rc = RC_OK;

	/* One that is not known makes the rest of no use. */
	for (size_t i = 0; rc == RC_OK && i < n && aid_union_unread(u) == NULL;
	     i++) {
		struct aid_place p = place_at(d, names, codes, scale, i);

		if (p.name == NULL && p.code == NULL)
			continue;
		said = true;
		rc = aid_union_add(u, &p);
	}
	if (!said && names != NULL && !aid_record_is_none(names))
		aid_record_fault_json(d, "perimeter", N_("not a text"), names);
	if (rc == RC_OK)
		rc = aid_union_find(u, id);
	if (rc == RC_OK && *id == 0 && aid_union_unread(u) != NULL)
		note_unknown(d, aid_union_unread(u));
	return rc;
}

/* ---- what its backers tell ---- */

/* Backers of two territories tell none. */
static enum rc
infer(struct aid_record *d, long long *id)
{
	json_t *backers = json_object_get(d->json, "financers");
	size_t n = json_is_array(backers) ? json_array_size(backers) : 1;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < n && i < MAX_BACKERS; i++) {
		const char *name = aid_record_name(d,
		    json_is_array(backers) ? json_array_get(backers, i)
					   : backers);
		long long one = 0;

		if (name == NULL)
			continue;
		if ((rc = aid_place_of_body(d, name, &one)) != RC_OK)
			return rc;
		if (*id != 0 && one != 0 && one != *id) {
			*id = 0;
			return RC_OK;
		}
		if (one != 0)
			*id = one;
	}
	return rc;
}

/* Whether the feed says nothing of the territory, or nothing that can be read:
 * to say that there is none is to say something. */
static bool
is_silent(const struct aid_record *d)
{
	const json_t *name = json_object_get(d->json, "perimeter");
	const json_t *code = json_object_get(d->json, "perimeter_code");

	return (name == NULL || !aid_record_is_none(name)) &&
	    (code == NULL || !aid_record_is_none(code));
}

/* What the aid had, and what the feed says that it is. */
static enum rc
keep_perimeter(struct aid_record *d, const char *asked)
{
	enum rc rc = aid_record_put_kept(d, ARG_PERIMETER_ID);

	if (d->is_new)
		arg_int(d->run->pool, &d->args, ARG_PERIMETER_INFERRED, false);
	else if (rc == RC_OK)
		rc = aid_record_put_kept(d, ARG_PERIMETER_INFERRED);
	if (asked != NULL)
		arg_text(d->run->pool, &d->args, ARG_PERIMETER_ASKED, asked);
	else if (rc == RC_OK)
		rc = aid_record_put_kept(d, ARG_PERIMETER_ASKED);
	return rc;
}

/* Whether the aid has a territory that the feed has said. */
static bool
has_said_one(struct aid_record *d, enum rc *rc)
{
	const char *by = aid_record_kept(d,
	    COLUMN(aid_kept, perimeter_inferred), rc);

	return by != NULL && *by == '0' &&
	    aid_record_kept(d, COLUMN(aid_kept, perimeter_id), rc) != NULL;
}

enum rc
aid_perimeter_put(struct aid_record *d)
{
	const char *asked = perimeter_asked(d);
	bool silent = asked == NULL && is_silent(d), inferred = false;
	long long id = 0;
	enum rc rc = aid_perimeter_find(d, &id);

	if (rc == RC_OK && id == 0 && asked == NULL &&
	    !(silent && has_said_one(d, &rc)) && rc == RC_OK) {
		rc = infer(d, &id);
		inferred = id > 0;
	}
	if (rc != RC_OK)
		return rc;
	if (id == 0 && (silent || asked != NULL))
		return keep_perimeter(d, asked);
	if (id > 0)
		arg_int(d->run->pool, &d->args, ARG_PERIMETER_ID, id);
	else
		arg_text(d->run->pool, &d->args, ARG_PERIMETER_ID, NULL);
	arg_int(d->run->pool, &d->args, ARG_PERIMETER_INFERRED, inferred);
	arg_text(d->run->pool, &d->args, ARG_PERIMETER_ASKED, NULL);
	return RC_OK;
}
