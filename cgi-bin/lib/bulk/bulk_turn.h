#ifndef BULK_TURN_H
#define BULK_TURN_H

#include <stdbool.h>

#include "base/conf.h"
#include "base/pool.h"
#include "db/db.h"

/* Gives a version more to each aid that opened or closed by today, and to all
 * when the site has another address and force is set; tells the programs.
 * Errors as query_run: then none has it. */
enum rc bulk_turn(struct db *, const struct conf *, struct pool *,
    const char *today, bool force);

#endif
