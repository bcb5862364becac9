/* demarche_import.c - a schema of DS, into the base. */

#include "payload/demarche_import.h"
#include "base/say.h"
#include "db/query.h"
#include "db/rows.h"
#include "ds/demarche_diff.h"
#include "ds/demarche_link.h"
#include "ds/demarche_schema.h"
#include "gen/queries/payload.h"
#include "payload/source_propose.h"
#include "table/loss.h"

struct demarche_import {
	struct db *db;
	struct pool *pool;
	struct demarche_schema schema;
	const char *text;
	size_t n;
	struct demarche *before; /* NULL: it was not there */
	struct demarche *now;    /* its sources: before proposals */
	bool force;
	bool is_new; /* the revision */
	unsigned long proposals, aids;
};

/* A list is a line each; NULL is no list. */
static void
demarche_import_put_options(struct buf *rows, const struct champ *c)
{
	struct buf lines = { 0 };

	for (size_t i = 0; i < c->noptions; i++) {
		if (i > 0)
			buf_putc(&lines, '\n');
		buf_puts(&lines, c->option[i]);
	}
	buf_put_tsv(rows, c->noptions > 0 ? lines.data : NULL);
	buf_free(&lines);
}

/* The place of a champ is its rank in the schema, blocks before their children:
 * the order of the array is that of the form (DS 2.1). */
static enum rc
write_champs(struct demarche_import *x, unsigned long long revision)
{
	const struct demarche *d = &x->schema.demarche;
	struct buf rows = { 0 };
	enum rc rc;

	for (size_t i = 0; i < d->n; i++) {
		const struct champ *c = &d->champ[i];

		buf_putf(&rows, "%llu\t%zu\t%llu\t%llu\t%d\t%s\t", revision,
		    i + 1, c->id, c->block, c->private, c->type);
		buf_put_tsv(&rows, c->label);
		buf_putc(&rows, '\t');
		buf_put_tsv(&rows, c->description);
		buf_putf(&rows, "\t%d\t%d\t%d\t", c->required, c->level,
		    c->other);
		demarche_import_put_options(&rows, c);
		buf_putc(&rows, '\t');
		buf_put_tsv(&rows, c->visible_if);
		buf_putc(&rows, '\n');
	}
	rc = query_load(x->db, Q_CHAMPS_WRITE, &rows);
	buf_free(&rows);
	return rc;
}

/* Older versions of DS do not say whether a démarche is for individuals (DS
 * 2.1): unknown is NULL, which is not "no". */
static enum rc
write_demarche(struct demarche_import *x)
{
	const struct demarche *d = &x->schema.demarche;
	const struct arg *args = NULL;
	struct result res;

	arg_int(x->pool, &args, DEMARCHE_WRITE_IN_NUMBER, d->number);
	arg_text(x->pool, &args, DEMARCHE_WRITE_IN_SLUG, d->slug);
	arg_text(x->pool, &args, DEMARCHE_WRITE_IN_TITLE, d->title);
	arg_text(x->pool, &args, DEMARCHE_WRITE_IN_DESCRIPTION, d->description);
	arg_text(x->pool, &args, DEMARCHE_WRITE_IN_STATE, d->state);
	arg_text(x->pool, &args, DEMARCHE_WRITE_IN_INDIVIDUAL,
	    d->individual < 0       ? NULL
		: d->individual > 0 ? "1"
				    : "0");
	arg_text(x->pool, &args, DEMARCHE_WRITE_IN_CLOSES_ON, d->closes_on);
	return query_run(x->db, x->pool, Q_DEMARCHE_WRITE, args, &res);
}

/* The id of the revision, known or new.  It is known by its champs rather than
 * by the id of DS: a form that goes back to earlier champs takes its earlier
 * revision again. */
static enum rc
write_revision(struct demarche_import *x, unsigned long long *id)
{
	const struct demarche_schema *s = &x->schema;
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_int(x->pool, &args, ARG_DEMARCHE, s->demarche.number);
	arg_text(x->pool, &args, ARG_DESCRIPTORS, s->descriptors);
	rc = query_run(x->db, x->pool, Q_REVISION_FIND, args, &res);
	if (rc != RC_OK)
		return rc;
	if (res.rows > 0) {
		*id = (unsigned long long)
		    rows_int(&revision_find_row(&res, 0)->id, 0);
		return RC_OK;
	}
	x->is_new = true;
	arg_text(x->pool, &args, ARG_DS_ID, s->revision);
	arg_text(x->pool, &args, ARG_PUBLISHED_AT, s->published_at);
	arg_bytes(x->pool, &args, ARG_BODY, x->text, x->n);
	rc = query_run(x->db, x->pool, Q_REVISION_WRITE, args, &res);
	if (rc != RC_OK)
		return rc;
	*id = res.last_id;
	return write_champs(x, *id);
}

static enum rc
set_revision(struct demarche_import *x)
{
	unsigned number = x->schema.demarche.number;
	const struct arg *args = NULL;
	unsigned long long id = 0;
	struct result res;
	enum rc rc = write_revision(x, &id);

	if (rc != RC_OK)
		return rc;
	arg_int(x->pool, &args, DEMARCHE_SET_REVISION_IN_NUMBER, number);
	arg_int(x->pool, &args, DEMARCHE_SET_REVISION_IN_REVISION,
	    (long long)id);
	rc = query_run(x->db, x->pool, Q_DEMARCHE_SET_REVISION, args, &res);
	return rc == RC_OK ? demarche_load(x->db, x->pool, number, &x->now)
			   : rc;
}

/* The champs of before that are no more: with them go their sources. */
static enum rc
demarche_import_check_loss(const struct demarche_import *x)
{
	unsigned long long lost = 0;

	if (x->before == NULL)
		return RC_OK;
	for (size_t i = 0; i < x->before->n; i++) {
		const struct champ *c = &x->before->champ[i];

		lost += demarche_champ(x->now, c->id, c->block) == NULL;
	}
	return loss_check(lost, x->before->n, x->force);
}

/* What was there is read before anything is written, to tell the difference
 * afterwards; proposals read the champs that were just written. */
static enum rc
demarche_import_write_all(struct demarche_import *x)
{
	struct result res;
	enum rc rc = query_run(x->db, x->pool, Q_VERSION_BUMP, NULL, &res);

	if (rc == RC_OK)
		rc = demarche_load(x->db, x->pool, x->schema.demarche.number,
		    &x->before);
	if (rc == RC_NOT_FOUND) {
		x->before = NULL;
		rc = RC_OK;
	}
	if (rc == RC_OK && (rc = write_demarche(x)) == RC_OK &&
	    (rc = set_revision(x)) == RC_OK &&
	    (rc = demarche_import_check_loss(x)) == RC_OK &&
	    (rc = source_propose(x->db, x->now, &x->proposals)) == RC_OK)
		rc = demarche_link(x->db, x->now->number, &x->aids);
	return rc;
}

/* Said once all is committed: nothing is announced that a failure takes back.
 */
static void
say_all(struct demarche_import *x)
{
	const struct demarche *d = x->now;
	unsigned long annotations = 0;

	for (size_t i = 0; i < d->n; i++)
		annotations += d->champ[i].private;
	say(_("démarche %u, \"%s\": %lu champs, %lu annotations"), d->number,
	    d->title, (unsigned long)d->n - annotations, annotations);
	if (x->before == NULL)
		say(_("it is new here"));
	else if (x->before->revision == d->revision)
		say(_("its revision is unchanged"));
	else if (x->is_new)
		say(_("it has a new revision"));
	else
		say(_("a former revision is in force again"));
	if (x->before != NULL && x->before->revision != d->revision)
		demarche_diff_say(x->pool, x->before, d);
	demarche_broken_say(x->pool, d);
	say(ngettext("%lu source proposed", "%lu sources proposed",
		x->proposals),
	    x->proposals);
	if (x->aids > 0)
		say(ngettext("%lu aid leads to it", "%lu aids lead to it",
			x->aids),
		    x->aids);
}

enum rc
demarche_import(struct db *db, const char *text, size_t n, bool force)
{
	struct demarche_import x = { .db = db,
		.pool = pool_new(),
		.text = text,
		.n = n,
		.force = force };
	enum rc rc = demarche_schema_parse(x.pool, text, n, &x.schema);

	if (rc == RC_OK && (rc = db_begin(db)) == RC_OK) {
		rc = demarche_import_write_all(&x);
		if (rc == RC_OK)
			rc = db_commit(db);
		else
			db_rollback(db);
	}
	if (rc == RC_OK)
		say_all(&x);
	else
		say(_("nothing was written"));
	pool_free(x.pool);
	return rc;
}
