/*
 * backer_file.c - backers as files: their rows.
 *
 * A backer is known by its slug, which feeds make of its name: a new one has
 * that of its own name, so that aids which name it find it.
 */

#include <assert.h>
#include <string.h>

#include "backers/backer_file.h"
#include "backers/backer_read.h"
#include "base/say.h"
#include "base/str.h"
#include "db/rows.h"
#include "gen/queries/backers.h"
#include "indexing/reindex.h"

static enum rc
backer_step_read(struct file_import *in, xmlNodePtr root)
{
	return backer_read((struct backer_importing *)in, root);
}

/* A new one is one that no feed named by that slug. */
static enum rc
backer_step_find(struct file_import *in)
{
	struct backer_importing *x = (struct backer_importing *)in;
	const char *name = x->r.field[BACKER_NAME].s;
	const struct backer_state_row *row;
	const struct arg *args = NULL;
	char slug[256];
	struct result res;
	enum rc rc;

	arg_text(in->pool, &args, ARG_SLUG, x->r.slug);
	rc = query_run(in->db, in->pool, Q_BACKER_STATE, args, &res);
	if (rc != RC_OK)
		return rc;
	/* A file that does not say it changes nothing of that. */
	x->is_hidden = x->is_public == 0;
	if (res.rows > 0) {
		row = backer_state_row(&res, 0);
		in->id = rows_int(&row->id, 0);
		if (x->is_public < 0)
			x->is_hidden = rows_int(&row->hidden, 0) != 0;
		x->is_seen_otherwise = rows_int(&row->aids, 0) > 0 &&
		    (strcmp(row->name.s, name) != 0 ||
			x->is_hidden != (rows_int(&row->hidden, 0) != 0));
		return RC_OK;
	}
	if (strcmp(str_slug(slug, sizeof(slug), name), x->r.slug) == 0)
		return RC_OK;
	file_fault(&in->faults, x->r.at, "slug",
	    _("no backer has the address \"%s\", and a new one of that name "
	      "has the address \"%s\""),
	    x->r.slug, slug);
	return RC_OK;
}

/* What lists and searches read of it too. */
static enum rc
write_row(struct backer_importing *x)
{
	const struct file_import *in = &x->in;
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_text(in->pool, &args, ARG_NAME, x->r.field[BACKER_NAME].s);
	arg_text(in->pool, &args, ARG_SLUG, x->r.slug);
	if (in->id == 0) {
		rc = query_run(in->db, in->pool, Q_BACKER_NEW, args, &res);
		if (rc != RC_OK)
			return rc;
		x->in.id = (long long)res.last_id;
		arg_int(in->pool, &args, ARG_ID, in->id);
	} else {
		arg_int(in->pool, &args, ARG_ID, in->id);
		rc = query_run(in->db, in->pool, Q_BACKER_FILE_BEGIN, args,
		    &res);
		if (rc != RC_OK)
			return rc;
	}
	arg_int(in->pool, &args, BACKER_WRITE_IN_HIDDEN, x->is_hidden);
	/* The file is the whole of what is known: what it does not say goes. */
	if (x->group > 0)
		arg_int(in->pool, &args, BACKER_WRITE_IN_GROUP, x->group);
	else
		arg_text(in->pool, &args, BACKER_WRITE_IN_GROUP, NULL);
	if (x->perimeter > 0)
		arg_int(in->pool, &args, ARG_PERIMETER, x->perimeter);
	else
		arg_text(in->pool, &args, ARG_PERIMETER, NULL);
	arg_text(in->pool, &args, BACKER_WRITE_IN_WEBSITE,
	    x->r.field[BACKER_WEBSITE].s);
	arg_text(in->pool, &args, ARG_CONTACT, x->r.field[BACKER_CONTACT].s);
	return query_run(in->db, in->pool, Q_BACKER_WRITE, args, &res);
}

/* What its page alone shows. */
static enum rc
write_file(struct backer_importing *x)
{
	const struct file_import *in = &x->in;
	const struct arg *args = NULL;
	struct result res;

	arg_int(in->pool, &args, ARG_ID, in->id);
	arg_text(in->pool, &args, ARG_DESCRIPTION,
	    x->r.field[BACKER_DESCRIPTION].s);
	if (x->r.logo != NULL)
		arg_bytes(in->pool, &args, BACKER_FILE_WRITE_IN_LOGO, x->r.logo,
		    x->r.logo_n);
	else
		arg_text(in->pool, &args, BACKER_FILE_WRITE_IN_LOGO, NULL);
	arg_text(in->pool, &args, BACKER_FILE_WRITE_IN_LOGO_TYPE,
	    x->r.logo_type);
	arg_text(in->pool, &args, BACKER_FILE_WRITE_IN_LOGO_LABEL,
	    x->r.field[BACKER_LOGO].s);
	return query_run(in->db, in->pool, Q_BACKER_FILE_WRITE, args, &res);
}

/* They are written anew: there are a few, and their places are those of the
 * file. */
static enum rc
write_sections(struct backer_importing *x)
{
	const struct file_items *of = &x->r.part[BACKER_SECTIONS];
	const struct file_import *in = &x->in;
	const struct arg *id = NULL;
	struct result res;
	enum rc rc;

	arg_int(in->pool, &id, ARG_ID, in->id);
	rc = query_run(in->db, in->pool, Q_BACKER_SECTIONS_CLEAR, id, &res);
	for (size_t i = 0; rc == RC_OK && i < of->n; i++) {
		const struct arg *args = id;

		arg_int(in->pool, &args, ARG_POSITION, (long long)i + 1);
		arg_text(in->pool, &args, ARG_TITLE, of->item[i].title);
		arg_text(in->pool, &args, ARG_BODY, of->item[i].text);
		rc = query_run(in->db, in->pool, Q_BACKER_SECTION_ADD, args,
		    &res);
	}
	return rc;
}

static_assert(COLUMN(backer_aids, id) == 0, "what reindex_aids asks for");

/* Its row first, for the others refer to it; its aids last. */
static enum rc
backer_step_write(struct file_import *in)
{
	struct backer_importing *x = (struct backer_importing *)in;
	enum rc rc = write_row(x);

	if (rc == RC_OK)
		rc = write_file(x);
	if (rc == RC_OK)
		rc = write_sections(x);
	return rc == RC_OK && x->is_seen_otherwise
	    ? reindex_aids(in->db, in->conf->share_dir, Q_BACKER_AIDS, in->id)
	    : rc;
}

/* What feeds say of a backer without a file goes out too, in the same elements:
 * its own file may begin with that. */
static const enum query_id parts[] = { Q_BACKER_EXPORT_SECTIONS, Q_NONE };
const struct file_queries backer_queries = { BACKER_NS, ARG_ID, Q_BACKER_EXPORT,
	parts, Q_BACKER_START, 255 };

enum rc
backer_import(struct db *db, const struct conf *conf, struct pool *pool,
    const char *path, struct backer_imported *made)
{
	static const struct file_steps steps = { "backers/backer.rng",
		"guichet-fiche(5)", NULL, backer_step_read, backer_step_find,
		backer_step_write, &backer_queries };
	struct backer_importing x = { .in = { .db = db,
					  .pool = pool,
					  .conf = conf,
					  .faults = { path, pool, NULL, 0 } } };
	enum rc rc = file_import(&x.in, &steps);

	*made = (struct backer_imported){ x.r.slug, x.in.end, x.in.id,
		x.is_hidden };
	return rc;
}
