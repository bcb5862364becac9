/* cmd_bulk.c - commands: the exports, a source as a table. */

#include <stdio.h>
#include <string.h>

#include "admin/cmd.h"
#include "base/log.h"
#include "base/say.h"
#include "bulk/bulk.h"
#include "bulk/bulk_table.h"
#include "harvest/feed_settings.h"
#include "import/aid_identity.h"

/* The rest that is left, in whole minutes. */
static unsigned long
minutes(const struct bulk_times *t)
{
	return (unsigned long)((t->rest + 59.9) / 60);
}

/* guichet bulk [--force]: run by a timer, each minute; --force makes them
 * though nothing changed.  It runs where no exports are wanted too: aids open
 * and close all the same.  That nothing is to be done is for who asks: the
 * job would write it to the journal each minute. */
enum rc
cmd_bulk(struct cmd *o, int argc, char **argv)
{
	const bool asked = !log_is_journal();
	struct bulk_times t;
	enum bulk_done done;

	(void)argc;
	(void)argv;
	if (*o->conf.exports_dir == '\0' && asked)
		say(_("exports_dir is empty in %s: no export is made"),
		    conf_path());
	done = bulk_run(o->db, &o->conf, o->options.force, &t);
	if (done == BULK_MADE)
		say(_("exports made in %.1f s"), t.took);
	if (done == BULK_SAME && *o->conf.exports_dir != '\0' && asked)
		say(_("nothing changed since the exports were made"));
	if (done == BULK_RESTS && asked)
		say(ngettext(
			"the exports took long to make: they are made "
			"again in %lu minute, or now by guichet bulk --force",
			"the exports took long to make: they are made again "
			"in %lu minutes, or now by guichet bulk --force",
			minutes(&t)),
		    minutes(&t));
	if (done == BULK_WAITS)
		say(ngettext(
			"the exports could not be made: that is tried "
			"again in %lu minute, or now by guichet bulk --force",
			"the exports could not be made: that is tried again "
			"in %lu minutes, or now by guichet bulk --force",
			minutes(&t)),
		    minutes(&t));
	if (done == BULK_BUSY)
		say(_("another run is making the exports: they are there when "
		      "it ends, and guichet bulk then says so"));
	return done == BULK_FAILED || done == BULK_WAITS ? RC_FAIL : RC_OK;
}

/* ---- tables that come back ---- */

/* Of a source, or without a row: a workbook, unless CSV is asked for. */
static enum rc
export_table(struct cmd *o, const char *source, int argc, char **argv)
{
	struct pool *pool = pool_new();
	bool csv = argc > 0 && strcmp(argv[0], "csv") == 0;
	const char *stamp;
	struct feed_shapes *shapes = NULL;
	enum rc rc = RC_BAD_PARAM;

	if (argc > 0 && !csv && strcmp(argv[0], "xlsx") != 0)
		log_msg(_("\"%s\" is neither csv nor xlsx"), argv[0]);
	else if ((shapes = cmd_shapes(o, pool, &stamp)) != NULL)
		rc = bulk_table_write(o->db, shapes, source, !csv, stdout);
	feed_shapes_free(shapes);
	pool_free(pool);
	return rc;
}

/* guichet export aids [--source NAME] [csv|xlsx] */
enum rc
cmd_export_aids(struct cmd *o, int argc, char **argv)
{
	const char *source = o->options.source != NULL ? o->options.source
						       : AT_SOURCE;

	return feed_settings_is_name(source)
	    ? export_table(o, source, argc, argv)
	    : RC_BAD_PARAM;
}

/* guichet export model [csv|xlsx] */
enum rc
cmd_export_model(struct cmd *o, int argc, char **argv)
{
	return export_table(o, NULL, argc, argv);
}
