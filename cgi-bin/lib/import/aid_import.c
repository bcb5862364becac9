/* aid_import.c - import of aids from a file of AT's API. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/log.h"
#include "base/say.h"
#include "db/rows.h"
#include "db/version.h"
#include "ds/demarche_link.h"
#include "feed/feed.h"
#include "gen/queries/ds.h"
#include "gen/queries/import.h"
#include "import/aid_date.h"
#include "import/aid_field.h"
#include "import/aid_identity.h"
#include "import/aid_import.h"
#include "import/aid_keys.h"
#include "import/aid_loss.h"
#include "import/aid_perimeter.h"
#include "import/aid_relations.h"
#include "import/aid_word.h"
#include "text/normalize.h"

enum { INDEX_BATCH = 100 };

/* A local aid, linked to its generic one when all are there. */
struct generic {
	struct generic *next;
	long long id;
	char name[256]; /* slug or id of the generic aid; "": none any more */
};

/* One import: what it shares with the other files, and what it alone knows. */
struct importer {
	struct import_run run;
	struct aid_import *import;
	long long *ids; /* written, to index */
	size_t nids, size;
	struct generic *generics;
	struct aid_loss loss;
};

/* ---- one aid ---- */

/* The generic aid may come later in the feed: linked once all are in. */
static void
note_generic(struct importer *x, const struct aid_record *d)
{
	json_t *v = json_object_get(aid_record_value(d, "generic_aid"), "id");
	const char *name = v != NULL ? normalize_json(d->run->pool, v) : NULL;
	struct generic *g;
	enum aid_said said = name != NULL
	    ? SAID_IT
	    : aid_record_said(d, "generic_aid", &name);

	if (said == SAID_NOTHING || (said == SAID_NONE && d->is_new))
		return;
	if ((g = calloc(1, sizeof(*g))) == NULL)
		log_die("aid_import: out of memory");
	g->next = x->generics;
	g->id = d->id;
	snprintf(g->name, sizeof(g->name), "%s", name != NULL ? name : "");
	x->generics = g;
}

static void
note_written(struct importer *x, const struct aid_record *d)
{
	if (x->nids == x->size) {
		x->size = x->size > 0 ? 2 * x->size : 1024;
		x->ids = realloc(x->ids, x->size * sizeof(*x->ids));
		if (x->ids == NULL)
			log_die("aid_import: out of memory");
	}
	x->ids[x->nids++] = d->id;
	aid_loss_note(&x->loss, d);
	if (d->is_new)
		x->import->added++;
	else
		x->import->changed++;
	x->import->hidden += !d->is_shown;
	note_generic(x, d);
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
	    (rc = aid_date_put_all(d)) != RC_OK)
		return rc;
	rc = query_run(d->run->db, pool,
	    d->is_new ? Q_AID_INSERT : Q_AID_UPDATE, d->args, &res);
	if (rc != RC_OK)
		return rc;
	if (d->id == 0)
		d->id = (long long)res.last_id;
	if ((rc = aid_identity_keep_old_slug(d)) == RC_OK &&
	    (rc = aid_relations_put(d)) == RC_OK)
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
	x->import->refused++;
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

/* An aid that the database refuses is undone alone, and what it made known with
 * it.  What harms all, such as a lost connection, ends the import. */
static enum rc
try_aid(struct importer *x, struct aid_record *d)
{
	enum rc rc;

	if ((rc = aid_relations_make_room(d)) != RC_OK ||
	    (rc = db_savepoint(x->run.db)) != RC_OK ||
	    (rc = write_aid(x, d)) != RC_FAIL)
		return rc;
	if ((rc = db_undo(x->run.db)) != RC_OK)
		return rc;
	import_run_forget(&x->run);
	return refuse_aid(x, d, N_("the database refuses it"));
}

/* Why the record is no aid; NULL: it is one. */
static const char *
why_refused(const struct aid_record *d)
{
	return aid_record_text(d, "name") == NULL ? N_("it has no \"name\"")
	    : d->source_id == NULL ? N_("it has neither \"id\" nor \"slug\"")
	    : !aid_record_says_something(d) ? N_("it says nothing but its name")
					    : NULL;
}

static enum rc
take_record(struct importer *x, struct aid_record *d)
{
	const char *why;
	bool same;
	enum rc rc;

	d->source_id = aid_identity_source_id(d);
	if ((why = why_refused(d)) != NULL)
		return refuse_aid(x, d, why);
	if (d->shape == NULL)
		aid_keys_note(d);
	d->digest = digest_of(d);
	if ((rc = find_known(d, &same)) != RC_OK)
		return rc;
	x->import->same += same;
	return same ? RC_OK : try_aid(x, d);
}

/* A record of another shape is read as AT's API would have it. */
static enum rc
take_aid(void *arg, unsigned long ordinal, json_t *json)
{
	struct importer *x = arg;
	struct aid_record d = { .run = &x->run,
		.json = json,
		.ordinal = ordinal };
	enum rc rc;

	pool_reset(x->run.pool);
	x->import->read++;
	if (ordinal % 50 == 0)
		say_progress(_("aids read"), ordinal, 0);
	if (!json_is_object(json))
		return refuse_aid(x, &d,
		    json == NULL ? N_("it is not JSON")
				 : N_("it is not an object"));
	d.shape = feed_shape_of(x->run.shapes, json);
	if (d.shape != NULL)
		d.json = feed_shape_translate(x->run.shapes, d.shape, json);
	rc = take_record(x, &d);
	if (d.json != json)
		json_decref(d.json);
	return rc;
}

/* ---- the whole ---- */

/* What waits for all the aids to be there. */
static enum rc
write_links(struct importer *x)
{
	struct import_run *r = &x->run;
	struct result res;
	enum rc rc = aid_relations_write(r);

	if (rc == RC_OK)
		rc = query_run(r->db, r->pool, Q_AID_FREE_SLUGS, NULL, &res);
	for (struct generic *g = x->generics; rc == RC_OK && g != NULL;
	     g = g->next) {
		const struct arg *args = NULL;

		arg_int(r->pool, &args, ARG_ID, g->id);
		arg_text(r->pool, &args, ARG_SOURCE, r->source);
		arg_text(r->pool, &args, ARG_GENERIC, g->name);
		rc = query_run(r->db, r->pool, Q_AID_SET_GENERIC, args, &res);
	}
	return rc == RC_OK ? demarche_link_aids(r->db, x->ids, x->nids) : rc;
}

/* By batches: what is rendered and indexed waits in memory until it is
 * loaded. */
static enum rc
index_written(struct importer *x)
{
	struct import_run *r = &x->run;
	enum rc rc = RC_OK;

	for (size_t i = 0, n; rc == RC_OK && i < x->nids; i += n) {
		n = x->nids - i < INDEX_BATCH ? x->nids - i : INDEX_BATCH;
		say_progress(_("aids indexed"), i, x->nids);
		rc = indexer_add(r->indexer, x->ids + i, n, r->version);
	}
	if (rc == RC_OK)
		rc = indexer_finish(r->indexer);
	return rc == RC_OK ? indexer_render_lists(r->indexer) : rc;
}

static void
importer_close(struct importer *x)
{
	for (struct generic *g = x->generics, *next; g != NULL; g = next) {
		next = g->next;
		free(g);
	}
	free(x->ids);
	import_run_close(&x->run);
}

static void
say_summary(const struct importer *x)
{
	const struct aid_import *i = x->import;

	say_progress_end();
	import_report_say(&x->run.report);
	say(_("%lu aids read: %lu added, %lu changed, %lu the same, "
	      "%lu refused; %lu with an unknown perimeter"),
	    i->read, i->added, i->changed, i->same, i->refused,
	    x->run.unknown_perimeters);
	if (i->hidden > 0)
		say(_("of those added or changed, not shown: %lu"), i->hidden);
	if (i->same > 0)
		say(ngettext("%lu aid the same: what was refused of it was "
			     "told when it was read",
			"%lu aids the same: what was refused of them was "
			"told when they were read",
			i->same),
		    i->same);
}

/* Reads and writes all, but does not commit. */
static enum rc
import_file(struct importer *x, const char *path)
{
	struct import_run *r = &x->run;
	enum rc rc;

	if ((rc = db_begin(r->db)) != RC_OK ||
	    (rc = version_bump(r->db, r->pool, &r->version)) != RC_OK ||
	    (rc = aid_loss_begin(&x->loss, r)) != RC_OK ||
	    (rc = feed_read(path, feed_shapes_lists(r->shapes), take_aid, x)) !=
		RC_OK ||
	    (rc = write_links(x)) != RC_OK)
		return rc;
	if (x->import->read > 0 && x->import->refused == x->import->read) {
		log_msg(_("\"%s\" holds no aid"), path);
		return RC_BAD_PARAM;
	}
	rc = aid_loss_check(&x->loss, x->import->force);
	return rc == RC_OK && x->nids > 0 && !x->import->dry_run
	    ? index_written(x)
	    : rc;
}

enum rc
aid_import(struct db *db, const struct xsl *xsl, struct aid_import *import,
    const char *path)
{
	struct importer x = { .import = import };
	enum rc rc;

	x.run.db = db;
	x.run.source = import->source;
	x.run.today = import->today;
	x.run.now = import->now;
	x.run.shapes = import->shapes;
	x.run.stamp = import->stamp;
	x.run.report.file = import->refused_file;
	if ((rc = import_run_open(&x.run, xsl)) == RC_OK)
		rc = import_file(&x, path);
	if (rc == RC_OK && x.nids > 0 && !import->dry_run)
		rc = db_commit(db);
	else
		db_rollback(db);
	say_progress_end();
	if (rc == RC_OK)
		say_summary(&x);
	if (rc != RC_OK)
		say(_("nothing was written"));
	importer_close(&x);
	return rc;
}
