#ifndef COMMAND_RUN_H
#define COMMAND_RUN_H

#include "admin/command.h"

/*
 * Runs a command that was read: with the settings, by its account of MariaDB,
 * over a base whose schema is that of this version; a dry run keeps nothing.
 * Then tells the programs that data may have changed, and says what comes next.
 * Returns what the command did, or RC_FAIL, logged, when it could not be begun.
 */
enum rc command_run(const struct command_call *);

#endif
