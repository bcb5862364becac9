/* command_run.c - a command, from its settings to what comes next. */

#include <errno.h>
#include <unistd.h>

#include "admin/cmd_file.h"
#include "admin/command_run.h"
#include "base/log.h"
#include "base/say.h"
#include "db/query.h"
#include "db/schema.h"
#include "db/version.h"
#include "gen/queries/db.h"

/* What comes next is said where something was written. */
static void
say_end(const struct command_call *call)
{
	if (call->options.dry_run)
		say(_("nothing was written"));
	else if (call->command->next != NULL)
		say("%s %s", _("next:"), gettext(call->command->next));
}

/* Without the option file the connector would take its own defaults, and blame
 * a socket that nobody named. */
static bool
has_options(const struct cmd *o, const struct command *c)
{
	const char *file = db_options(o->db);

	if (c->run == cmd_setup || c->run == cmd_check ||
	    c->run == cmd_status || access(file, R_OK) == 0)
		return true;
	log_msg(_("cannot read \"%s\": %s; guichet setup makes it, or correct "
		  "database_options in %s"),
	    file, say_error(errno), conf_path());
	return false;
}

/* Whether the schema is the one of this version: without it every query would
 * fail by an error of MariaDB.  Those that bring it or look at it pass. */
static enum rc
look_at_schema(struct cmd *o, const struct command *c)
{
	struct schema_state s;
	enum rc rc;

	if (c->run == cmd_setup || c->run == cmd_migrate ||
	    c->run == cmd_check || c->run == cmd_status)
		return RC_OK;
	rc = schema_look(o->db, o->conf.share_dir, &s);
	if (rc == RC_OK && s.restoring)
		log_msg(_("schema: a restore of the base was begun and did not "
			  "end: restore it again"));
	else if (rc == RC_OK && s.newer[0] != '\0')
		log_msg(_("the base is of a newer Guichet: install that one"));
	else if (rc == RC_OK && (s.missing > 0 || s.begun[0] != '\0'))
		log_msg(_("the schema is not that of this version: "
			  "guichet migrate"));
	else
		return rc;
	return RC_FAIL;
}

/* Holds the row of the command, by a connection of its own, as long as that
 * lasts: *held is false when somebody else has it. */
static enum rc
hold(struct db *db, const char *words, bool *held)
{
	struct pool *pool = pool_new();
	const struct arg *args = NULL;
	struct result res;
	enum rc rc;

	arg_text(pool, &args, ARG_NAME, words);
	rc = query_run(db, pool, Q_JOB_KNOWN, args, &res);
	if (rc == RC_OK && res.rows == 0)
		rc = query_run(db, pool, Q_JOB_ADD, args, &res);
	if (rc == RC_OK)
		rc = db_begin(db);
	if (rc == RC_OK)
		rc = query_run(db, pool, Q_JOB_HOLD, args, &res);
	*held = rc == RC_OK && res.rows > 0;
	pool_free(pool);
	return rc;
}

/* What is done once is left to who does it already: that is no fault, for a
 * timer starts it on each machine. */
static enum rc
run_once(struct cmd *o, const struct command_call *call)
{
	const struct command *c = call->command;
	struct db *db = db_new(o->conf.database_options, c->account, true);
	bool held;
	enum rc rc = hold(db, c->words, &held);

	if (rc == RC_OK && held)
		rc = c->run(o, call->argc, call->argv);
	else if (rc == RC_OK)
		say(_("another \"guichet %s\" runs, here or on a machine with "
		      "the same base: this one leaves it to do so"),
		    c->words);
	db_free(db);
	return rc;
}

enum rc
command_run(const struct command_call *call)
{
	const struct command *c = call->command;
	struct cmd o = { .options = call->options, .kind = cmd_kind(c->words) };
	enum rc rc;

	if (c->account == NULL)
		return c->run(&o, call->argc, call->argv);
	if ((rc = conf_load(&o.conf, conf_path())) == RC_OK) {
		o.db = db_new(o.conf.database_options, c->account, true);
		if (o.options.dry_run)
			db_dry_run(o.db);
		rc = has_options(&o, c) ? look_at_schema(&o, c) : RC_FAIL;
		if (rc == RC_OK)
			rc = (c->options & COMMAND_ONCE) != 0
			    ? run_once(&o, call)
			    : c->run(&o, call->argc, call->argv);
		if (rc == RC_OK)
			say_end(call);
		if (!o.options.dry_run)
			version_tell(o.conf.notice);
	}
	db_free(o.db);
	xsl_close(o.xsl);
	word_vectors_close(o.vectors);
	conf_free(&o.conf);
	return rc;
}
