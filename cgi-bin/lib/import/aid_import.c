/* aid_import.c - import of aids from a file of AT's API. */

#include <assert.h>
#include <search.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/say.h"
#include "base/str.h"
#include "db/rows.h"
#include "ds/demarche_link.h"
#include "gen/queries/db.h"
#include "gen/queries/ds.h"
#include "gen/queries/import.h"
#include "gen/queries/index.h"
#include "import/aid_record.h"
#include "import/feed.h"

enum { MAX_SAID = 20, OWN_IDS = 10000000, MAX_SLUGS = 1000 };

/* A word of the feed that we do not know, and how often it came. */
struct unknown {
	char *what;
	unsigned long times;
};

/* A local aid, to link when all are there. */
struct generic {
	struct generic *next;
	long long id;
	char name[256];
};

/* ---- what the feed says that we do not know ---- */

static int
compare_unknown(const void *a, const void *b)
{
	const struct unknown *x = a, *y = b;

	return strcmp(x->what, y->what);
}

void
aid_record_note_unknown(struct import_run *r, const char *kind,
    const char *name)
{
	char what[400];
	struct unknown key = { what, 0 }, *u, **at;

	snprintf(what, sizeof(what), "%s \"%.300s\"", gettext(kind), name);
	if ((at = tfind(&key, &r->unknown, compare_unknown)) == NULL) {
		u = calloc(1, sizeof(*u));
		if (u == NULL || (u->what = strdup(what)) == NULL ||
		    (at = tsearch(u, &r->unknown, compare_unknown)) == NULL)
			log_die("aid_import: out of memory");
	}
	(*at)->times++;
}

static void
say_unknown(const void *node, VISIT visit, void *arg)
{
	const struct unknown *u = *(struct unknown *const *)node;

	(void)arg;
	if (visit == postorder || visit == leaf)
		say(ngettext("  unknown %s (%lu time)",
			"  unknown %s (%lu times)", u->times),
		    u->what, u->times);
}

static void
free_unknown(void *p)
{
	struct unknown *u = p;

	free(u->what);
	free(u);
}

/* ---- id and address ---- */

static_assert((int)AID_SLUG_TAKEN_ID == AID_ID_TAKEN_ID, "read by is_taken");

static enum rc
aid_import_is_taken(struct aid_record *d, enum query_id query,
    enum query_arg name, const char *slug, long long id, long long *by)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	if (slug != NULL)
		arg_text(d->run->pool, &args, name, slug);
	else
		arg_int(d->run->pool, &args, name, id);
	rc = query_run(d->run->db, d->run->pool, query, args, &res);
	*by = rc == RC_OK && res.rows > 0
	    ? rows_int(&res.row[0][AID_SLUG_TAKEN_ID], 0)
	    : 0;
	return rc;
}

/* The feed's slug when it is one, else made from the name; one that another
 * aid has gets the aid's number behind it. */
static enum rc
put_slug(struct aid_record *d)
{
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
	const char *given = aid_record_text(d, "slug");
	char slug[256], number[24];
	long long by = 0;
	enum rc rc = RC_OK;
	size_t n;

	str_slug(number, sizeof(number), d->source_id);
	if (given != NULL && strlen(given) < 240 &&
	    strspn(given, allowed) == strlen(given))
		snprintf(slug, sizeof(slug), "%s", given);
	else if (str_slug(slug, 200, aid_record_text(d, "name"))[0] == '\0')
		snprintf(slug, sizeof(slug), "aide-%s", number);
	n = strlen(slug) < 200 ? strlen(slug) : 200;
	for (int i = 1; i < MAX_SLUGS; i++) {
		rc = aid_import_is_taken(d, Q_AID_SLUG_TAKEN,
		    AID_SLUG_TAKEN_IN_SLUG, slug, 0, &by);
		if (rc != RC_OK || by == 0 || by == d->id)
			break;
		if (i == 1)
			snprintf(slug + n, sizeof(slug) - n, "-%s", number);
		else
			snprintf(slug + n, sizeof(slug) - n, "-%s-%d", number,
			    i);
	}
	d->slug = pool_strdup(d->run->pool, slug);
	arg_text(d->run->pool, &d->args, ARG_SLUG, d->slug);
	return rc;
}

/* An aid keeps its number of the feed when no other aid has it. */
static enum rc
put_id(struct aid_record *d)
{
	long long by = 0, want = strtoll(d->source_id, NULL, 10);
	enum rc rc = RC_OK;

	if (d->is_new && want > 0 && want < OWN_IDS &&
	    strspn(d->source_id, "0123456789") == strlen(d->source_id)) {
		rc = aid_import_is_taken(d, Q_AID_ID_TAKEN, AID_ID_TAKEN_IN_ID,
		    NULL, want, &by);
		d->id = by == 0 ? want : 0;
	}
	if (d->id > 0)
		arg_int(d->run->pool, &d->args, ARG_ID, d->id);
	else
		arg_text(d->run->pool, &d->args, ARG_ID, NULL);
	return rc;
}

/* ---- one aid ---- */

static enum rc
keep_old_slug(struct aid_record *d)
{
	const struct arg *args = NULL;
	struct result res;

	if (d->is_new || strcmp(d->slug, d->old_slug) == 0)
		return RC_OK;
	arg_text(d->run->pool, &args, AID_KEEP_SLUG_IN_SLUG, d->old_slug);
	arg_int(d->run->pool, &args, AID_KEEP_SLUG_IN_ID, d->id);
	return query_run(d->run->db, d->run->pool, Q_AID_KEEP_SLUG, args, &res);
}

static void
note_changed(struct aid_record *d)
{
	struct import_run *r = d->run;
	const char *generic = aid_record_text(d, "generic_aid");
	struct generic *g;

	if (r->nids == r->size) {
		r->size = r->size > 0 ? 2 * r->size : 1024;
		r->ids = realloc(r->ids, r->size * sizeof(*r->ids));
		if (r->ids == NULL)
			log_die("aid_import: out of memory");
	}
	r->ids[r->nids++] = d->id;
	if (d->is_new)
		r->import->added++;
	else
		r->import->changed++;
	if (generic == NULL && d->is_new)
		return;
	if ((g = calloc(1, sizeof(*g))) == NULL)
		log_die("aid_import: out of memory");
	g->next = r->generics;
	g->id = d->id;
	snprintf(g->name, sizeof(g->name), "%s",
	    generic != NULL ? generic : "");
	r->generics = g;
}

static enum rc
write_aid(struct aid_record *d)
{
	struct result res;
	enum rc rc = put_id(d);

	arg_text(d->run->pool, &d->args, ARG_SOURCE, d->run->import->source);
	arg_text(d->run->pool, &d->args, ARG_SOURCE_ID, d->source_id);
	arg_text(d->run->pool, &d->args, ARG_RAW, d->raw);
	if (rc != RC_OK || (rc = put_slug(d)) != RC_OK ||
	    (rc = aid_record_put_perimeter(d)) != RC_OK)
		return rc;
	aid_record_put_facts(d);
	rc = query_run(d->run->db, d->run->pool,
	    d->is_new ? Q_AID_INSERT : Q_AID_UPDATE, d->args, &res);
	if (rc != RC_OK)
		return rc;
	if (d->id == 0)
		d->id = (long long)res.last_id;
	if ((rc = keep_old_slug(d)) == RC_OK &&
	    (rc = aid_record_put_relations(d)) == RC_OK)
		note_changed(d);
	return rc;
}

/* Whether the base has this very aid already; sets id, is_new, old_slug.  An
 * aid of an unknown perimeter is another one once its perimeter is known. */
static enum rc
aid_import_compare(struct aid_record *d, bool *same)
{
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_text(d->run->pool, &args, AID_BY_SOURCE_IN_SOURCE,
	    d->run->import->source);
	arg_text(d->run->pool, &args, AID_BY_SOURCE_IN_SOURCE_ID, d->source_id);
	arg_text(d->run->pool, &args, AID_BY_SOURCE_IN_RAW, d->raw);
	rc = query_run(d->run->db, d->run->pool, Q_AID_BY_SOURCE, args, &res);
	d->is_new = rc == RC_OK && res.rows == 0;
	*same = false;
	if (rc != RC_OK || d->is_new)
		return rc;
	d->id = rows_int(&res.row[0][AID_BY_SOURCE_ID], 0);
	snprintf(d->old_slug, sizeof(d->old_slug), "%s",
	    res.row[0][AID_BY_SOURCE_SLUG].s);
	*same = rows_int(&res.row[0][AID_BY_SOURCE_SAME], 0) != 0;
	if (*same &&
	    rows_int(&res.row[0][AID_BY_SOURCE_MISSES_PERIMETER], 0) != 0) {
		long long id = 0;

		rc = aid_record_find_perimeter(d, &id);
		*same = id == 0;
	}
	return rc;
}

static enum rc
aid_import_refuse(struct aid_record *d, const char *why)
{
	if (++d->run->import->refused <= MAX_SAID) {
		say_progress_end();
		say(_("  aid %lu of the file refused: %s"), d->place, why);
	}
	return RC_OK;
}

/* The feed's own number for the aid, or its slug. */
static const char *
source_id_of(struct aid_record *d)
{
	json_t *id = json_object_get(d->json, "id");
	const char *s = aid_record_text(d, "id");

	if (json_is_integer(id))
		return pool_printf(d->run->pool, "%lld",
		    (long long)json_integer_value(id));
	if (s == NULL)
		s = aid_record_text(d, "slug");
	return s != NULL && strlen(s) <= 64 ? s : NULL;
}

/* The object as one text, dates of yearly aids included: what is compared. */
static const char *
raw_of(struct aid_record *d)
{
	const char *year = aid_record_yearly_deadline(d), *copy;
	char *s = json_dumps(d->json, JSON_COMPACT | JSON_SORT_KEYS);

	copy = pool_printf(d->run->pool, "%s%s", s != NULL ? s : "",
	    year != NULL ? year : "");
	free(s);
	return copy;
}

static enum rc
aid_import_take(void *arg, unsigned long place, json_t *json)
{
	struct import_run *r = arg;
	struct aid_record d = { .run = r, .json = json, .place = place };
	bool same;
	enum rc rc;

	pool_reset(r->pool);
	r->import->read++;
	if (place % 50 == 0)
		say_progress(_("aids read"), place, 0);
	if (!json_is_object(json))
		return aid_import_refuse(&d, _("it is not an object"));
	if (aid_record_text(&d, "name") == NULL)
		return aid_import_refuse(&d, _("it has no \"name\""));
	if ((d.source_id = source_id_of(&d)) == NULL)
		return aid_import_refuse(&d,
		    _("it has neither \"id\" nor \"slug\""));
	d.raw = raw_of(&d);
	if ((rc = aid_import_compare(&d, &same)) != RC_OK)
		return rc;
	if (same) {
		r->import->same++;
		return RC_OK;
	}
	return write_aid(&d);
}

/* ---- the whole ---- */

/* What waits for all the aids to be there. */
static enum rc
write_links(struct import_run *r)
{
	struct result res;
	enum rc rc = aid_record_write_relations(r);

	if (rc == RC_OK)
		rc = query_run(r->db, r->pool, Q_AID_FREE_SLUGS, NULL, &res);
	for (struct generic *g = r->generics; rc == RC_OK && g != NULL;
	     g = g->next) {
		const struct arg *args = NULL;

		arg_int(r->pool, &args, ARG_ID, g->id);
		arg_text(r->pool, &args, ARG_SOURCE, r->import->source);
		arg_text(r->pool, &args, ARG_GENERIC, g->name);
		rc = query_run(r->db, r->pool, Q_AID_SET_GENERIC, args, &res);
	}
	return rc == RC_OK ? demarche_link_aids(r->db, r->ids, r->nids) : rc;
}

static enum rc
index_changed(struct import_run *r)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; rc == RC_OK && i < r->nids; i += 100) {
		size_t n = r->nids - i < 100 ? r->nids - i : 100;

		say_progress(_("aids indexed"), i, r->nids);
		rc = indexer_add(r->indexer, r->ids + i, n, r->version);
	}
	if (rc == RC_OK)
		rc = indexer_finish(r->indexer);
	return rc == RC_OK ? indexer_render_lists(r->indexer) : rc;
}

static enum rc
bump_version(struct import_run *r)
{
	struct result res;
	enum rc rc = query_run(r->db, r->pool, Q_VERSION_BUMP, NULL, &res);

	if (rc == RC_OK)
		rc = query_run(r->db, r->pool, Q_DATA_VERSION, NULL, &res);
	if (rc == RC_OK && res.rows > 0)
		r->version = (unsigned long long)
		    rows_int(&res.row[0][DATA_VERSION_VERSION], 0);
	return rc;
}

static enum rc
open_run(struct import_run *r, const struct xsl *xsl)
{
	struct result res;
	enum rc rc = lists_load(r->db, &r->lists);

	r->words = words_new();
	r->names = intern_new();
	if (rc == RC_OK)
		rc = query_run(r->db, r->pool, Q_STOP_WORDS, NULL, &res);
	for (unsigned i = 0; rc == RC_OK && i < res.rows; i++)
		words_add_stop(r->words, res.row[i][STOP_WORDS_WORD].s);
	r->indexer = indexer_new(r->db, xsl, r->words);
	return rc;
}

static void
close_run(struct import_run *r)
{
	for (struct generic *g = r->generics, *next; g != NULL; g = next) {
		next = g->next;
		free(g);
	}
	for (int i = 0; i < RELATIONS; i++)
		buf_free(&r->rows[i]);
	indexer_free(r->indexer);
	words_free(r->words);
	intern_free(r->names);
	free(r->name_id);
	lists_free(r->lists);
	pool_free(r->pool);
	free(r->ids);
	tdestroy(r->unknown, free_unknown);
}

static void
say_summary(struct import_run *r)
{
	const struct aid_import *i = r->import;

	say_progress_end();
	if (i->refused > MAX_SAID)
		say(ngettext("  and %lu more aid refused",
			"  and %lu more aids refused", i->refused - MAX_SAID),
		    i->refused - MAX_SAID);
	twalk_r(r->unknown, say_unknown, NULL);
	say(_("%lu aids read: %lu added, %lu changed, %lu the same, "
	      "%lu refused; %lu with an unknown perimeter"),
	    i->read, i->added, i->changed, i->same, i->refused,
	    i->unknown_perimeter);
}

enum rc
aid_import(struct db *db, const struct xsl *xsl, struct aid_import *import,
    const char *path)
{
	struct import_run r = { .import = import,
		.db = db,
		.pool = pool_new() };
	enum rc rc;

	if ((rc = open_run(&r, xsl)) == RC_OK && (rc = db_begin(db)) == RC_OK &&
	    (rc = bump_version(&r)) == RC_OK &&
	    (rc = feed_read(path, aid_import_take, &r)) == RC_OK &&
	    (rc = write_links(&r)) == RC_OK && r.nids > 0)
		rc = index_changed(&r);
	if (rc == RC_OK && import->read > 0 &&
	    import->refused == import->read) {
		log_msg("aid_import: \"%s\" holds no aid", path);
		rc = RC_BAD_PARAM;
	}
	if (rc == RC_OK && r.nids > 0)
		rc = db_commit(db);
	else
		db_rollback(db);
	say_progress_end();
	if (rc == RC_OK)
		say_summary(&r);
	else
		say(_("nothing was written"));
	close_run(&r);
	return rc;
}
