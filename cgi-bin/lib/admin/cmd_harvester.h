#ifndef CMD_HARVESTER_H
#define CMD_HARVESTER_H

#include "admin/cmd.h"
#include "harvest/harvest.h"

/* What commands that write aids by an import work with. */
struct cmd_harvester {
	struct harvest h;
	struct feed_shapes *shapes;
	struct pool *pool;
	char today[11], now[20];
};

/* Opens it; false, logged, when a sheet or the shapes cannot be read.  The
 * caller closes it in any case. */
bool cmd_harvester_open(struct cmd *, struct cmd_harvester *);
void cmd_harvester_close(struct cmd_harvester *);

/* After aids were written: which sheets rendered them, and statistics. */
enum rc cmd_harvester_finish(struct cmd_harvester *);

#endif
