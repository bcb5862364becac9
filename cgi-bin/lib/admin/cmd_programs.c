/*
 * cmd_programs.c - commands: programmes.
 *
 * A programme comes with Guichet, with the first aid that names it, or by a
 * file; a file goes before what comes with Guichet.
 */

#include <stdlib.h>

#include "admin/cmd.h"
#include "base/log.h"
#include "base/say.h"
#include "db/rows.h"
#include "files/file_near.h"
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
	char *codes;
	enum rc rc;

	(void)argc;
	if ((codes = cmd_file(argv[1], &m.n)) == NULL)
		return RC_BAD_PARAM;
	m.codes = codes;
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
	free(codes);
	return rc;
}

/* ---- files ---- */

/* A programme that a command names: texts are in its pool. */
struct cmd_program {
	struct pool *pool;
	const char *slug, *name;
	long long id, aids, facts, members;
	bool is_written;
};

/* A name that was mistyped begins as the right one does. */
static enum rc
say_no_program(struct cmd *o, struct pool *pool, const char *slug)
{
	const char *near;
	enum rc rc = file_near_slugs(o->db, pool, Q_PROGRAM_SLUGS, slug, &near);

	if (rc != RC_OK)
		return rc;
	if (near != NULL)
		log_msg(_("there is no programme \"%s\"; these begin alike: "
			  "%s"),
		    slug, near);
	else
		log_msg(_("there is no programme \"%s\": guichet program list "
			  "says which there are"),
		    slug);
	return RC_BAD_PARAM;
}

/* Fills *p, whose pool the caller frees whatever comes of it. */
static enum rc
program_of(struct cmd *o, const char *slug, struct cmd_program *p)
{
	const struct program_state_row *row;
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	*p = (struct cmd_program){ .pool = pool_new(), .slug = slug };
	arg_text(p->pool, &args, ARG_SLUG, slug);
	rc = query_run(o->db, p->pool, Q_PROGRAM_STATE, args, &res);
	if (rc != RC_OK || res.rows == 0)
		return rc != RC_OK ? rc : say_no_program(o, p->pool, slug);
	row = program_state_row(&res, 0);
	p->id = rows_int(&row->id, 0);
	p->aids = rows_int(&row->aids, 0);
	p->facts = rows_int(&row->facts, 0);
	p->members = rows_int(&row->members, 0);
	p->is_written = rows_int(&row->written, 0) != 0;
	p->name = row->name.s;
	return RC_OK;
}

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

/* guichet program import FILE: creates or changes one programme. */
enum rc
cmd_program_import(struct cmd *o, int argc, char **argv)
{
	struct pool *pool = pool_new();
	struct program_imported made;
	enum rc rc = program_import(o->db, &o->conf, pool, argv[0], &made);

	(void)argc;
	if (rc == RC_OK)
		say(made.end == FILE_ADDED ? _("programme \"%s\": added")
			: made.end == FILE_SAME
			? _("programme \"%s\": nothing changed")
			: _("programme \"%s\": changed"),
		    made.slug);
	if (rc == RC_OK && !o->options.dry_run)
		say("%s", program_address(o, pool, made.slug));
	pool_free(pool);
	return rc;
}

/* guichet program create NAME: the file to begin with, whose address is the one
 * that feeds would make; import writes it. */
enum rc
cmd_program_create(struct cmd *o, int argc, char **argv)
{
	struct pool *pool = pool_new();
	struct buf file = { 0 };
	enum rc rc = program_start(o->db, pool, argv[0], &file);

	(void)argc;
	if (rc == RC_OK)
		rc = cmd_put(&file);
	buf_free(&file);
	pool_free(pool);
	return rc;
}

/* guichet program export SLUG: what import reads. */
enum rc
cmd_program_export(struct cmd *o, int argc, char **argv)
{
	struct buf file = { 0 };
	struct cmd_program p;
	enum rc rc = program_of(o, argv[0], &p);

	(void)argc;
	if (rc == RC_OK)
		rc = program_export(o->db, p.pool, p.id, &file);
	if (rc == RC_OK)
		rc = cmd_put(&file);
	buf_free(&file);
	pool_free(p.pool);
	return rc;
}

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
	struct cmd_program p;
	enum rc rc = program_of(o, argv[0], &p);

	(void)argc;
	if (rc == RC_OK) {
		say(_("name      %s"), p.name);
		say(_("address   %s"), program_address(o, p.pool, p.slug));
		say(_("said by   %s"),
		    program_source(p.is_written, p.facts > 0));
		say(_("facts     %lld"), p.facts);
		say(_("aids      %lld"), p.aids);
		say(_("members   %lld"), p.members);
	}
	pool_free(p.pool);
	return rc;
}

/* guichet program delete SLUG: what was written of it, and what comes with
 * Guichet is shown again. */
enum rc
cmd_program_delete(struct cmd *o, int argc, char **argv)
{
	const struct arg *args = NULL;
	struct cmd_program p;
	enum rc rc = program_of(o, argv[0], &p);

	(void)argc;
	if (rc == RC_OK && !p.is_written) {
		log_msg(_("the programme \"%s\" has no file"), p.slug);
		rc = RC_BAD_PARAM;
	}
	if (rc == RC_OK && !cmd_is_meant(o, p.slug, p.name))
		rc = RC_BAD_PARAM;
	if (rc == RC_OK) {
		arg_int(p.pool, &args, ARG_ID, p.id);
		arg_text(p.pool, &args, ARG_SLUG, p.slug);
		rc = cmd_change(o, p.pool,
		    CHANGES(Q_PROGRAM_FILE_REMOVE, Q_PROGRAM_FACTS_CLEAR,
			Q_PROGRAM_REMOVE),
		    args);
	}
	if (rc == RC_OK)
		say(_("programme \"%s\": its file is deleted"), p.slug);
	pool_free(p.pool);
	return rc;
}
