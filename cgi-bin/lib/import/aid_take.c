/* aid_take.c - the records of a file of aids, into the database. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "crypto/digest.h"
#include "db/rows.h"
#include "gen/queries/import.h"
#include "import/aid_backer.h"
#include "import/aid_identity.h"
#include "import/aid_take.h"
#include "record/aid_date.h"
#include "record/aid_field.h"
#include "record/aid_perimeter.h"
#include "record/aid_relations.h"
#include "record/aid_word.h"
#include "record/record_places.h"
#include "text/normalize.h"

enum {
	MAX_TEXT = 1000,
	MAX_SLUG = 255,
	MAX_STATEMENT = 12 << 20,
	MAX_PLACES = 10000
};

/* The generic aid may come later in the feed: linked once all are in. */
static void
note_generic(struct importer *x, const struct aid_record *d)
{
	json_t *v = json_object_get(aid_record_value(d, "generic_aid"), "id");
	const char *name = v != NULL ? normalize_json(d->run->pool, v) : NULL;
	struct generic *g;
	size_t n;
	enum aid_said said = name != NULL
	    ? SAID_IT
	    : aid_record_said(d, "generic_aid", &name);

	if (said == SAID_NOTHING || (said == SAID_NONE && d->is_new))
		return;
	n = name != NULL ? str_cut(name, MAX_SLUG) : 0;
	if ((g = calloc(1, sizeof(*g) + n + 1)) == NULL)
		log_die("aid_import: out of memory");
	g->next = x->generics;
	g->id = d->id;
	memcpy(g->name, name != NULL ? name : "", n);
	x->generics = g;
}

void
aid_take_note(void *arg, long long id)
{
	struct importer *x = arg;

	if (x->nids == x->size) {
		x->size = x->size > 0 ? 2 * x->size : 1024;
		x->ids = realloc(x->ids, x->size * sizeof(*x->ids));
		if (x->ids == NULL)
			log_die("aid_import: out of memory");
	}
	x->ids[x->nids++] = id;
}

static void
note_written(struct importer *x, const struct aid_record *d)
{
	aid_take_note(x, d->id);
	aid_loss_note(&x->loss, d);
	if (d->is_new)
		x->count->added++;
	else
		x->count->changed++;
	x->count->hidden += !d->is_shown;
	note_generic(x, d);
}

/* Whether a statement can carry it: the server, which takes 16 MB, would end
 * the connection, and the import with it. */
static bool
fits(const struct aid_record *d)
{
	size_t n = 0;

	for (const struct arg *a = d->args; a != NULL; a = a->next)
		if (a->v->type == VALUE_TEXT)
			n += a->v->n;
	return n <= MAX_STATEMENT;
}

static enum rc
write_aid(struct importer *x, struct aid_record *d)
{
	struct pool *pool = d->run->pool;
	struct result res;
	enum rc rc = aid_identity_put_id(d);

	arg_text(pool, &d->args, ARG_SOURCE, d->run->source);
	arg_text(pool, &d->args, ARG_SOURCE_ID, d->source_id);
	arg_text(pool, &d->args, ARG_DIGEST, d->digest);
	arg_text(pool, &d->args, ARG_IMPORTER, d->run->stamp);
	arg_text(pool, &d->args, ARG_NOW, d->run->now);
	arg_int(pool, &d->args, ARG_VERSION, (long long)d->run->version);
	if (rc != RC_OK || (rc = aid_identity_put_slug(d)) != RC_OK ||
	    (rc = aid_perimeter_put(d)) != RC_OK ||
	    (rc = aid_word_put_all(d)) != RC_OK ||
	    (rc = aid_field_put_all(d)) != RC_OK ||
	    (rc = aid_date_put_all(d)) != RC_OK ||
	    (rc = aid_word_put_status(d)) != RC_OK)
		return rc;
	if (!fits(d))
		return RC_FAIL;
	rc = query_run(d->run->db, pool,
	    d->is_new ? Q_AID_INSERT : Q_AID_UPDATE, d->args, &res);
	if (rc != RC_OK)
		return rc;
	if (d->id == 0)
		d->id = (long long)res.last_id;
	if ((rc = aid_identity_keep_old_slug(d)) == RC_OK &&
	    (rc = aid_relations_put(d)) == RC_OK &&
	    (rc = aid_backer_note(d)) == RC_OK)
		note_written(x, d);
	return rc;
}

/* Whether the database has this very aid already; sets id, is_new, old_slug.
 * An aid of an unknown perimeter is another one once its perimeter is known. */
static enum rc
find_known(struct aid_record *d, bool *same)
{
	const struct arg *args = NULL;
	struct pool *pool = d->run->pool;
	long long perimeter = 0;
	struct result res;
	const struct aid_by_source_row *row;
	enum rc rc;

	arg_text(pool, &args, AID_BY_SOURCE_IN_SOURCE, d->run->source);
	arg_text(pool, &args, AID_BY_SOURCE_IN_SOURCE_ID, d->source_id);
	arg_text(pool, &args, AID_BY_SOURCE_IN_DIGEST, d->digest);
	arg_text(pool, &args, AID_BY_SOURCE_IN_IMPORTER, d->run->stamp);
	rc = query_run(d->run->db, pool, Q_AID_BY_SOURCE, args, &res);
	d->is_new = rc == RC_OK && res.rows == 0;
	*same = false;
	if (rc != RC_OK || d->is_new)
		return rc;
	row = aid_by_source_row(&res, 0);
	d->id = rows_int(&row->id, 0);
	d->was_shown = rows_int(&row->shown, 0) != 0;
	d->had = (unsigned)rows_int(&row->had, 0);
	snprintf(d->old_slug, sizeof(d->old_slug), "%s", row->slug.s);
	*same = rows_int(&row->same, 0) != 0;
	if (!*same || rows_int(&row->misses_perimeter, 0) == 0)
		return RC_OK;
	rc = aid_perimeter_find(d, &perimeter);
	*same = perimeter == 0;
	return rc;
}

/* The whole record goes to the file of the refused, to be mended there. */
static enum rc
refuse_aid(struct importer *x, const struct aid_record *d, const char *why)
{
	x->count->refused++;
	aid_record_fault_json(d, "", why, d->json);
	return RC_OK;
}

/* Two records of one digest write the same rows: the next deadline of a yearly
 * aid is in it, for it changes with the day. */
static const char *
digest_of(const struct aid_record *d)
{
	const char *year = aid_date_yearly_deadline(d);
	char *s = json_dumps(d->json, JSON_COMPACT | JSON_SORT_KEYS);
	char *hex = pool_take(d->run->pool, DIGEST_HEX + 1);
	struct buf b = { 0 };

	buf_puts(&b, s != NULL ? s : "");
	buf_puts(&b, year != NULL ? year : "");
	digest_sha256(hex, b.data, b.len);
	buf_free(&b);
	free(s);
	return hex;
}

/* Why the aid alone is undone; NULL: it is not at fault, the database is. */
static const char *
why_undone(const struct aid_record *d)
{
	if (d->run->made > IMPORT_MADE)
		return N_("an import makes no more than 5,000 backers and "
			  "programmes: the next one makes its own");
	if (!fits(d))
		return N_("its texts are over 12 MB");
	return db_is_value(d->run->db) ? N_("the database refuses it") : NULL;
}

/* An aid whose values the database refuses is undone alone, and what it made
 * known with it.  What harms all, such as a lost connection or a right that is
 * missing, ends the import. */
static enum rc
try_aid(struct importer *x, struct aid_record *d)
{
	const char *why;
	enum rc rc;

	if ((rc = aid_relations_make_room(d)) != RC_OK ||
	    (rc = db_savepoint(x->run.db)) != RC_OK ||
	    (rc = write_aid(x, d)) != RC_FAIL)
		return rc;
	if ((why = why_undone(d)) == NULL)
		return rc;
	if ((rc = db_undo(x->run.db)) != RC_OK)
		return rc;
	if (x->run.made > IMPORT_MADE)
		x->run.made = IMPORT_MADE;
	import_run_forget(&x->run);
	return refuse_aid(x, d, why);
}

/* Why the record names no aid; NULL: it does. */
static const char *
why_unnamed(const struct aid_record *d)
{
	return !aid_record_is_named(d) ? N_("it has no \"name\"")
	    : d->source_id == NULL ? N_("it has neither \"id\" nor \"slug\"")
				   : NULL;
}

/* What is to be told of a place is looked for once a run: the keys, or null
 * when something reads it. */
static const json_t *
unread_at(const struct aid_record *d, const char *place)
{
	struct import_run *r = d->run;
	const char *key = pool_printf(r->pool, "%s %s",
	    d->shape != NULL ? d->shape : "", place);
	json_t *unread = json_object_get(r->read_places, key);
	const char *told;

	if (unread != NULL)
		return unread;
	told = record_place_unread(r->shapes, d->shape, r->pool, place);
	unread = told != NULL ? json_string(told) : json_null();
	if (json_object_size(r->read_places) == MAX_PLACES)
		json_object_clear(r->read_places);
	json_object_set_new(r->read_places, key, unread);
	return unread;
}

static void
note_place(void *arg, const char *place, const json_t *v)
{
	const struct aid_record *d = arg;
	const char *unread = json_string_value(unread_at(d, place));

	(void)v;
	if (unread != NULL)
		import_report_key(&d->run->report, d->ordinal, unread);
}

/* Another record of that id came before in the file, and said other things: the
 * last is what the aid becomes. */
static void
note_repeated(const struct aid_record *d, bool same)
{
	struct import_run *r = d->run;
	long long *before = import_run_id_of(r, Q_AID_BY_SOURCE, 0,
	    d->source_id);

	if (*before != 0 && !same)
		aid_record_fault(d, "id",
		    N_("came before in the file: the last is taken"),
		    pool_printf(r->pool, "%lld", *before));
	*before = (long long)d->ordinal;
}

static enum rc
take_record(struct importer *x, struct aid_record *d)
{
	const char *why;
	bool same;
	enum rc rc;

	d->source_id = aid_identity_source_id(d);
	if (x->absent != NULL && d->source_id != NULL)
		aid_absent_note(x->absent, d->source_id);
	/* Of one that is refused, too: they may be those of another shape, or
	 * misspelt. */
	record_places(d->item->value, note_place, d);
	if ((why = why_unnamed(d)) != NULL)
		return refuse_aid(x, d, why);
	d->digest = digest_of(d);
	if ((rc = find_known(d, &same)) != RC_OK)
		return rc;
	if (!aid_record_says_something(d))
		return refuse_aid(x, d, N_("it says nothing but its name"));
	note_repeated(d, same);
	x->count->same += same;
	if (same)
		return RC_OK;
	if (d->is_new && aid_record_lacks_words(d, "description"))
		aid_record_fault(d, "description", N_("without a word"), "");
	return try_aid(x, d);
}

/* What stands there goes to the file of the refused, as much of it as tells
 * which it is. */
static enum rc
refuse_item(struct importer *x, const struct feed_item *item)
{
	const char *why = item->value != NULL ? N_("it is not an object")
					      : item->why;

	x->count->refused++;
	import_run_place(&x->run, item, NULL, "");
	import_report_fault(&x->run.report, item->ordinal, NULL, "", why,
	    pool_strndup(x->run.pool, item->text,
		str_cut(item->text, MAX_TEXT)));
	return RC_OK;
}

/* Whether it is what another Guichet says of an aid that its lists have no
 * more. */
static bool
is_tombstone(const struct importer *x, const struct aid_record *d)
{
	return x->absent != NULL &&
	    json_object_get(d->json, "date_withdrawn") != NULL &&
	    json_object_get(d->json, "name") == NULL &&
	    aid_identity_source_id(d) != NULL &&
	    aid_record_text(d, "status") != NULL;
}

static void
bury(struct importer *x, const struct aid_record *d)
{
	json_t *into = json_object_get(d->json, "replaced_by");

	aid_absent_bury(x->absent, aid_identity_source_id(d),
	    aid_record_text(d, "status"),
	    into != NULL ? normalize_json(x->run.pool, into) : NULL);
}

/* A record of another shape is read as AT's API would have it. */
enum rc
aid_take(void *arg, const struct feed_item *item)
{
	struct importer *x = arg;
	struct aid_record d = { .run = &x->run,
		.json = item->value,
		.item = item,
		.ordinal = item->ordinal };
	enum rc rc;

	pool_reset(x->run.pool);
	if (json_is_object(item->value) && is_tombstone(x, &d)) {
		bury(x, &d);
		return RC_OK;
	}
	if (++x->count->read % 50 == 0)
		say_progress(_("aids read"), x->count->read, 0);
	if (!json_is_object(item->value))
		return refuse_item(x, item);
	d.shape = feed_shape_of(x->run.shapes, item->value);
	if (d.shape != NULL)
		d.json = feed_shape_translate(x->run.shapes, d.shape,
		    item->value);
	if (x->run.licence != NULL &&
	    json_object_get(d.json, "import_share_licence") == NULL)
		json_object_set_new(d.json, "import_share_licence",
		    json_string(x->run.licence));
	rc = x->run.revise == NULL
	    ? RC_OK
	    : x->run.revise(x->run.revise_arg, &d, item->value, &x->run.wrote);
	if (rc == RC_OK)
		rc = take_record(x, &d);
	if (rc == RC_OK && x->count->read == x->most)
		rc = RC_EMPTY;
	if (d.json != item->value)
		json_decref(d.json);
	return rc;
}
