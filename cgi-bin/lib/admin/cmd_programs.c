/* cmd_programs.c - commands: programmes. */

#include <stdlib.h>

#include "admin/cmd.h"
#include "base/say.h"
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
