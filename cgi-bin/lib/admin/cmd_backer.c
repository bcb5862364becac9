/*
 * cmd_backer.c - commands: backers.
 *
 * Feeds make backers; a file makes one the administrator's.  Aids bear names of
 * backers and links to their pages, rendered ahead: those are rendered again in
 * the transaction that changes a name, or by which a page goes or comes.
 */

#include <string.h>

#include "admin/cmd.h"
#include "backers/backer_file.h"
#include "base/log.h"
#include "base/say.h"
#include "db/rows.h"
#include "files/file_near.h"
#include "gen/queries/backers.h"

/* ---- what they share ---- */

/* A backer that a command names: texts are in its pool. */
struct cmd_backer {
	struct pool *pool;
	const char *slug, *name;
	long long id, aids;
	bool is_hidden, is_written;
};

/* A name that was mistyped begins as the right one does. */
static enum rc
say_no_backer(struct cmd *o, struct pool *pool, const char *slug)
{
	const char *near;
	enum rc rc = file_near_slugs(o->db, pool, Q_BACKER_SLUGS, slug, &near);

	if (rc != RC_OK)
		return rc;
	if (near != NULL)
		log_msg(_("there is no backer \"%s\"; these begin alike: %s"),
		    slug, near);
	else
		log_msg(_("there is no backer \"%s\": its address ends by "
			  "what is asked, /partenaires/12-ademe/ by \"ademe\""),
		    slug);
	return RC_BAD_PARAM;
}

/* Fills *b, whose pool the caller frees whatever comes of it. */
static enum rc
backer_of(struct cmd *o, const char *slug, struct cmd_backer *b)
{
	const struct backer_state_row *row;
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	*b = (struct cmd_backer){ .pool = pool_new(), .slug = slug };
	arg_text(b->pool, &args, ARG_SLUG, slug);
	rc = query_run(o->db, b->pool, Q_BACKER_STATE, args, &res);
	if (rc != RC_OK || res.rows == 0)
		return rc != RC_OK ? rc : say_no_backer(o, b->pool, slug);
	row = backer_state_row(&res, 0);
	b->id = rows_int(&row->id, 0);
	b->aids = rows_int(&row->aids, 0);
	b->is_hidden = rows_int(&row->hidden, 0) != 0;
	b->is_written = rows_int(&row->written, 0) != 0;
	b->name = row->name.s;
	return RC_OK;
}

/* Where its page is, in the pool. */
static const char *
backer_address(struct cmd *o, struct pool *pool, long long id, const char *slug)
{
	return pool_printf(pool, "%s/partenaires/%lld-%s/", o->conf.base_url,
	    id, slug);
}

/* ---- files ---- */

/* guichet backer import FILE: creates or changes one backer. */
enum rc
cmd_backer_import(struct cmd *o, int argc, char **argv)
{
	struct pool *pool = pool_new();
	struct backer_imported made;
	enum rc rc = backer_import(o->db, &o->conf, pool, argv[0], &made);

	(void)argc;
	if (rc == RC_OK)
		say(made.end == FILE_ADDED ? _("backer \"%s\": added")
			: made.end == FILE_SAME
			? _("backer \"%s\": nothing changed")
			: _("backer \"%s\": changed"),
		    made.slug);
	if (rc == RC_OK && !o->options.dry_run) {
		if (made.is_hidden)
			say(_("it is hidden; next: guichet backer publish %s"),
			    made.slug);
		else
			say("%s", backer_address(o, pool, made.id, made.slug));
	}
	pool_free(pool);
	return rc;
}

/* guichet backer create NAME: the file to begin with, whose address is the one
 * that feeds would make; import writes it. */
enum rc
cmd_backer_create(struct cmd *o, int argc, char **argv)
{
	struct pool *pool = pool_new();
	struct buf file = { 0 };
	enum rc rc = backer_start(o->db, pool, argv[0], &file);

	(void)argc;
	if (rc == RC_OK)
		rc = cmd_put(&file);
	buf_free(&file);
	pool_free(pool);
	return rc;
}

/* guichet backer export SLUG: what import reads. */
enum rc
cmd_backer_export(struct cmd *o, int argc, char **argv)
{
	struct buf file = { 0 };
	struct cmd_backer b;
	enum rc rc = backer_of(o, argv[0], &b);

	(void)argc;
	if (rc == RC_OK)
		rc = backer_export(o->db, b.pool, b.id, &file);
	if (rc == RC_OK)
		rc = cmd_put(&file);
	buf_free(&file);
	pool_free(b.pool);
	return rc;
}

/* ---- what there is ---- */

/* Who says what it is. */
static const char *
state_of(bool is_hidden, bool is_written)
{
	return is_hidden ? _("hidden") : is_written ? _("file") : _("feeds");
}

/* guichet backer list: a line for each that has a file or is hidden: the others
 * are what feeds make, and by thousands. */
enum rc
cmd_backer_list(struct cmd *o, int argc, char **argv)
{
	struct pool *pool = pool_new();
	struct result res;
	enum rc rc = query_run(o->db, pool, Q_BACKERS_WRITTEN, NULL, &res);

	(void)argc;
	(void)argv;
	if (rc == RC_OK && res.rows == 0)
		say(_("no backer has a file yet: guichet backer export SLUG "
		      "writes one"));
	for (unsigned i = 0; rc == RC_OK && i < res.rows; i++) {
		const struct backers_written_row *row =
		    backers_written_row(&res, i);

		say("%-33s %-8s %s  %s", row->slug.s,
		    state_of(rows_int(&row->hidden, 0) != 0,
			rows_int(&row->written, 0) != 0),
		    row->name.s,
		    backer_address(o, pool, rows_int(&row->id, 0),
			row->slug.s));
	}
	pool_free(pool);
	return rc;
}

/* guichet backer groups: the names that a file may say. */
enum rc
cmd_backer_groups(struct cmd *o, int argc, char **argv)
{
	struct pool *pool = pool_new();
	struct result res;
	enum rc rc = query_run(o->db, pool, Q_BACKER_GROUPS, NULL, &res);

	(void)argc;
	(void)argv;
	for (unsigned i = 0; rc == RC_OK && i < res.rows; i++)
		say("%s\t%s", backer_groups_row(&res, i)->category.s,
		    backer_groups_row(&res, i)->name.s);
	pool_free(pool);
	return rc;
}

/* What nobody said is told, too. */
static const char *
or_none(const struct value *v)
{
	return v->type != VALUE_NULL ? v->s : _("none");
}

/* guichet backer show SLUG: what feeds said of it, or its file, without the
 * texts, which its page shows better. */
enum rc
cmd_backer_show(struct cmd *o, int argc, char **argv)
{
	const struct backer_facts_row *row;
	const struct arg *args = NULL;
	struct cmd_backer b;
	struct result res;
	enum rc rc = backer_of(o, argv[0], &b);

	(void)argc;
	if (rc == RC_OK) {
		arg_int(b.pool, &args, ARG_ID, b.id);
		rc = query_run(o->db, b.pool, Q_BACKER_FACTS, args, &res);
	}
	if (rc == RC_OK && res.rows > 0) {
		row = backer_facts_row(&res, 0);
		say(_("name      %s"), b.name);
		say(_("state     %s"), state_of(b.is_hidden, b.is_written));
		say(_("address   %s"), backer_address(o, b.pool, b.id, b.slug));
		say(_("aids      %lld"), b.aids);
		say(_("group     %s (%s)"), or_none(&row->kind),
		    or_none(&row->category));
		say(_("territory %s"), or_none(&row->perimeter));
		say(_("website   %s"), or_none(&row->website));
		say(_("contact   %s"), or_none(&row->contact));
		say(_("sections  %lld, bytes of the picture: %lld"),
		    rows_int(&row->sections, 0), rows_int(&row->logo, 0));
	}
	pool_free(b.pool);
	return rc;
}

/* ---- who sees it ---- */

/* What is so already is left alone, for rendering takes a while. */
static enum rc
set_hidden(struct cmd *o, const char *slug, bool hidden)
{
	const struct arg *args = NULL;
	struct cmd_backer b;
	enum rc rc = backer_of(o, slug, &b);

	if (rc == RC_OK && b.is_hidden != hidden) {
		arg_int(b.pool, &args, ARG_ID, b.id);
		arg_int(b.pool, &args, ARG_HIDDEN, hidden);
		rc = cmd_change_aids(o, b.pool, CHANGES(Q_BACKER_SET_HIDDEN),
		    args, Q_BACKER_AIDS, b.id);
	}
	if (rc == RC_OK && hidden)
		say(_("backer \"%s\": it has no page, and its aids stay"),
		    slug);
	else if (rc == RC_OK)
		say("%s", backer_address(o, b.pool, b.id, b.slug));
	pool_free(b.pool);
	return rc;
}

/* guichet backer hide SLUG: with or without a file. */
enum rc
cmd_backer_hide(struct cmd *o, int argc, char **argv)
{
	(void)argc;
	return set_hidden(o, argv[0], true);
}

/* guichet backer publish SLUG. */
enum rc
cmd_backer_publish(struct cmd *o, int argc, char **argv)
{
	(void)argc;
	return set_hidden(o, argv[0], false);
}

/* guichet backer delete SLUG: what was written of it; and the backer, when no
 * aid names it. */
enum rc
cmd_backer_delete(struct cmd *o, int argc, char **argv)
{
	const struct arg *args = NULL;
	struct cmd_backer b;
	enum rc rc = backer_of(o, argv[0], &b);

	(void)argc;
	if (rc == RC_OK && !cmd_is_meant(o, b.slug, b.name))
		rc = RC_BAD_PARAM;
	if (rc == RC_OK) {
		arg_int(b.pool, &args, ARG_ID, b.id);
		rc = cmd_change(o, b.pool,
		    CHANGES(
			b.aids == 0 ? Q_BACKER_REMOVE : Q_BACKER_FILE_REMOVE),
		    args);
	}
	if (rc == RC_OK)
		say(b.aids == 0 ? _("backer \"%s\": deleted")
				: _("backer \"%s\": what was written of it is "
				    "deleted; feeds say again who it is"),
		    b.slug);
	pool_free(b.pool);
	return rc;
}
