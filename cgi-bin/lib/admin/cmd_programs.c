/*
 * cmd_programs.c - commands: programmes.
 *
 * A programme comes with Guichet, with the first aid that names it, or by a
 * file; a file goes before what comes with Guichet.
 */

#include "admin/cmd_file.h"
#include "base/log.h"
#include "base/say.h"
#include "db/rows.h"
#include "gen/queries/programs.h"
#include "programs/program_file.h"
#include "programs/program_members.h"

/* guichet program members SLUG FILE DATE SOURCE: replaces the list of the
 * territories that are in a programme. */
enum rc
cmd_program_members(struct cmd *o, int argc, char **argv)
{
	struct program_members m = { .slug = argv[0],
		.vintage = argv[2],
		.source = argv[3] };
	unsigned long long members;
	struct buf unknown = { 0 };
	struct csv_source in;
	enum rc rc;

	(void)argc;
	if (!cmd_table(o, argv[1], NULL, &in))
		return RC_BAD_PARAM;
	m.in = &in;
	rc = program_members_replace(o->db, &m, o->options.force, &unknown,
	    &members);
	if (rc == RC_OK && unknown.len > 0)
		say(_("codes that lead to no territory of today: %s"),
		    unknown.data);
	if (rc == RC_OK)
		say(ngettext("programme \"%s\": %llu territory",
			"programme \"%s\": %llu territories", members),
		    m.slug, members);
	buf_free(&unknown);
	csv_source_close(&in);
	return rc;
}

/* ---- files ---- */

static const char *
program_address(struct cmd *o, struct pool *pool, const char *slug)
{
	return pool_printf(pool, "%s/programmes/%s/", o->conf.base_url, slug);
}

/* Who says what it is for. */
static const char *
program_source(bool written, bool shipped)
{
	return written ? _("file") : shipped ? _("Guichet") : _("feeds");
}

static enum rc
program_take(struct cmd *o, struct pool *pool, const char *path)
{
	struct program_imported made;
	enum rc rc = program_import(o->db, &o->conf, pool, path, &made);

	if (rc == RC_OK)
		cmd_say_end(&cmd_programs, made.slug, made.end);
	if (rc == RC_OK && !o->options.dry_run)
		say("%s", program_address(o, pool, made.slug));
	return rc;
}

STATE_OF(program_state);
const struct cmd_kind cmd_programs = { N_("programme"), "program",
	N_("guichet program list says which there are"),
	N_("what was written of it is deleted"), "guichet-fiche(5)",
	&program_queries, Q_PROGRAM_STATE, Q_PROGRAM_SLUGS,
	{ Q_PROGRAM_FED_BACK, Q_PROGRAM_FILE_REMOVE, Q_PROGRAM_FACTS_CLEAR,
	    Q_PROGRAM_LIST_FORGET, Q_PROGRAM_REMOVE, Q_NONE },
	Q_PROGRAM_AIDS, program_take, NULL };

/* guichet program list: a line each. */
enum rc
cmd_program_list(struct cmd *o, int argc, char **argv)
{
	struct pool *pool = pool_new();
	struct result res;
	enum rc rc = query_run(o->db, pool, Q_PROGRAMS_ALL, NULL, &res);

	(void)argc;
	(void)argv;
	for (unsigned i = 0; rc == RC_OK && i < res.rows; i++) {
		const struct programs_all_row *row = programs_all_row(&res, i);

		say("%-40s %-8s %6lld  %s", row->slug.s,
		    program_source(rows_int(&row->written, 0) != 0,
			rows_int(&row->shipped, 0) != 0),
		    rows_int(&row->aids, 0), row->name.s);
	}
	pool_free(pool);
	return rc;
}

/* guichet program show SLUG. */
enum rc
cmd_program_show(struct cmd *o, int argc, char **argv)
{
	const struct program_state_row *row;
	struct cmd_found p;
	enum rc rc = cmd_find(o, &cmd_programs, argv[0], &p);

	(void)argc;
	if (rc == RC_OK) {
		row = program_state_row(&p.state, 0);
		say(_("name      %s"), p.name);
		say(_("address   %s"), program_address(o, p.pool, p.slug));
		say(_("said by   %s"),
		    program_source(rows_int(&row->written, 0) != 0,
			rows_int(&row->facts, 0) > 0));
		say(_("facts     %lld"), rows_int(&row->facts, 0));
		say(_("aids      %lld"), rows_int(&row->aids, 0));
		say(_("members   %lld"), rows_int(&row->members, 0));
	}
	pool_free(p.pool);
	return rc;
}

/* Whether something was written of it, but for a list that is not to go; else
 * why it is there is logged. */
static bool
can_delete(const struct cmd *o, const struct cmd_found *p)
{
	const struct program_state_row *row = program_state_row(&p->state, 0);
	bool listed = rows_int(&row->listed, 0) != 0;
	bool shipped = rows_int(&row->shipped, 0) != 0;

	if (rows_int(&row->written, 0) != 0 || (listed && o->options.force) ||
	    (!listed && !shipped && rows_int(&row->aids, 0) == 0))
		return true;
	log_msg(listed ? _("the programme \"%s\" has no file; --force deletes "
			   "its list of territories")
		: shipped
		? _("the programme \"%s\" has no file: it comes with Guichet")
		: _("the programme \"%s\" has no file: aids name it"),
	    p->slug);
	return false;
}

/* guichet program delete SLUG: what was written of it, and what comes with
 * Guichet is shown again. */
enum rc
cmd_program_delete(struct cmd *o, int argc, char **argv)
{
	struct cmd_found p;
	enum rc rc = cmd_find(o, &cmd_programs, argv[0], &p);

	(void)argc;
	arg_int(p.pool, &p.args, ARG_FORCE, o->options.force);
	if (rc == RC_OK && !can_delete(o, &p))
		rc = RC_BAD_PARAM;
	if (rc == RC_OK)
		rc = cmd_remove(o, &p);
	if (rc == RC_OK && !o->options.force &&
	    rows_int(&program_state_row(&p.state, 0)->listed, 0) != 0)
		say(_("its list of territories stays: --force deletes it"));
	pool_free(p.pool);
	return rc;
}
