/* cmd_bulk.c - command: the whole catalogue as files. */

#include "admin/cmd.h"
#include "base/say.h"
#include "bulk/bulk.h"

/* guichet bulk [--force]: run by a timer, each minute; --force makes them
 * though nothing changed. */
enum rc
cmd_bulk(struct cmd *o, int argc, char **argv)
{
	double ms;
	enum bulk_done done;

	(void)argc;
	(void)argv;
	if (*o->conf.exports_dir == '\0')
		say(_("exports_dir is empty in %s: no file is made"),
		    conf_path());
	done = bulk_run(o->db, &o->conf, o->options.force, &ms);
	if (done == BULK_MADE)
		say(_("files of the whole catalogue made in %.1f s"),
		    ms / 1000);
	if (done == BULK_SAME && *o->conf.exports_dir != '\0')
		say(_("nothing changed since the files were made"));
	if (done == BULK_RESTS)
		say(_("the files took long to make: they are made again "
		      "later"));
	if (done == BULK_WAITS)
		say(_("the files could not be made: that is tried again later, "
		      "or by --force"));
	if (done == BULK_BUSY)
		say(_("another run is making the files"));
	return done == BULK_FAILED ? RC_FAIL : RC_OK;
}
