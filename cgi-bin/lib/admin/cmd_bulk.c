/* cmd_bulk.c - command: the whole catalogue as files. */

#include "admin/cmd.h"
#include "base/say.h"
#include "bulk/bulk.h"

/* The rest that is left, in whole minutes. */
static unsigned long
minutes(const struct bulk_times *t)
{
	return (unsigned long)((t->rest + 59.9) / 60);
}

/* guichet bulk [--force]: run by a timer, each minute; --force makes them
 * though nothing changed. */
enum rc
cmd_bulk(struct cmd *o, int argc, char **argv)
{
	struct bulk_times t;
	enum bulk_done done;

	(void)argc;
	(void)argv;
	if (*o->conf.exports_dir == '\0')
		say(_("exports_dir is empty in %s: no file is made"),
		    conf_path());
	done = bulk_run(o->db, &o->conf, o->options.force, &t);
	if (done == BULK_MADE)
		say(_("files of the whole catalogue made in %.1f s"), t.took);
	if (done == BULK_SAME && *o->conf.exports_dir != '\0')
		say(_("nothing changed since the files were made"));
	if (done == BULK_RESTS)
		say(ngettext("the files took long to make: they are made again "
			     "in %lu minute, or now by guichet bulk --force",
			"the files took long to make: they are made again in "
			"%lu minutes, or now by guichet bulk --force",
			minutes(&t)),
		    minutes(&t));
	if (done == BULK_WAITS)
		say(ngettext("the files could not be made: that is tried again "
			     "in %lu minute, or now by guichet bulk --force",
			"the files could not be made: that is tried again in "
			"%lu minutes, or now by guichet bulk --force",
			minutes(&t)),
		    minutes(&t));
	if (done == BULK_BUSY)
		say(_("another run is making the files: they are there when it "
		      "ends, and guichet bulk then says so"));
	return done == BULK_FAILED ? RC_FAIL : RC_OK;
}
