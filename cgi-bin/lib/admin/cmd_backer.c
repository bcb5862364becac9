/*
 * cmd_backer.c - commands: backers.
 *
 * Feeds make backers; a file makes one the administrator's.  Aids bear names of
 * backers and links to their pages, rendered ahead: those are rendered again in
 * the transaction that changes a name, or by which a page goes or comes.
 */

#include <string.h>

#include "admin/cmd_file.h"
#include "backers/backer_file.h"
#include "base/say.h"
#include "db/rows.h"
#include "gen/queries/backers.h"

/* Where its page is, in the pool. */
static const char *
backer_address(struct cmd *o, struct pool *pool, long long id, const char *slug)
{
	return pool_printf(pool, "%s/partenaires/%lld-%s/", o->conf.base_url,
	    id, slug);
}

/* ---- files ---- */

static enum rc
backer_take(struct cmd *o, struct pool *pool, const char *path)
{
	struct backer_imported made;
	enum rc rc = backer_import(o->db, &o->conf, pool, path, &made);

	if (rc == RC_OK)
		cmd_say_end(&cmd_backers, made.slug, made.end);
	if (rc != RC_OK || o->options.dry_run)
		return rc;
	if (made.is_hidden)
		say(_("it is hidden; next: guichet backer publish %s"),
		    made.slug);
	else
		say("%s", backer_address(o, pool, made.id, made.slug));
	return RC_OK;
}

STATE_OF(backer_state);
/* One that aids name stays, without its file. */
const struct cmd_kind cmd_backers = { N_("backer"), "backer",
	N_("its address ends by what is asked, /partenaires/12-ademe/ by "
	   "\"ademe\""),
	N_("deleted; of one that aids name, feeds say again who it is"),
	"guichet-fiche(5)", &backer_queries, Q_BACKER_STATE, Q_BACKER_SLUGS,
	{ Q_BACKER_NAME_BACK, Q_BACKER_FILE_REMOVE, Q_BACKER_REMOVE, Q_NONE },
	Q_BACKER_AIDS, backer_take, NULL };

/* ---- what there is ---- */

/* Who says what it is. */
static const char *
state_of(const struct value *hidden, const struct value *written)
{
	return rows_int(hidden, 0) != 0 ? _("hidden")
	    : rows_int(written, 0) != 0 ? _("file")
					: _("feeds");
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
		    state_of(&row->hidden, &row->written), row->name.s,
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
	const struct backer_state_row *state;
	const struct backer_facts_row *row;
	struct cmd_found b;
	struct result res;
	enum rc rc = cmd_find(o, &cmd_backers, argv[0], &b);

	(void)argc;
	if (rc == RC_OK)
		rc = query_run(o->db, b.pool, Q_BACKER_FACTS, b.args, &res);
	if (rc == RC_OK && res.rows > 0) {
		state = backer_state_row(&b.state, 0);
		row = backer_facts_row(&res, 0);
		say(_("name      %s"), b.name);
		say(_("state     %s"),
		    state_of(&state->hidden, &state->written));
		say(_("address   %s"), backer_address(o, b.pool, b.id, b.slug));
		say(_("aids      %lld"), rows_int(&state->aids, 0));
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
	const struct backer_state_row *row;
	struct cmd_found b;
	enum rc rc = cmd_find(o, &cmd_backers, slug, &b);

	row = rc == RC_OK ? backer_state_row(&b.state, 0) : NULL;
	if (row != NULL && (rows_int(&row->hidden, 0) != 0) != hidden) {
		arg_int(b.pool, &b.args, ARG_HIDDEN, hidden);
		rc = cmd_change_aids(o, b.pool, CHANGES(Q_BACKER_SET_HIDDEN),
		    b.args, Q_BACKER_AIDS, b.id);
	}
	if (rc == RC_OK && hidden)
		cmd_say_of(&cmd_backers, slug,
		    _("it has no page, and its aids stay"));
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
