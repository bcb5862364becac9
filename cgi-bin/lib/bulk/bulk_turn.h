#ifndef BULK_TURN_H
#define BULK_TURN_H

#include <stdbool.h>

#include "base/conf.h"
#include "base/pool.h"
#include "db/db.h"

/* Makes a revision of each aid that opened or closed since the day when this
 * was last done, and of all when the site has another address and force is set;
 * tells the programs.  force: it looks at all aids, and not at those alone that
 * open or close on the days between.  Errors as query_run: then none has it. */
enum rc bulk_turn(struct db *, const struct conf *, struct pool *, bool force);

#endif
