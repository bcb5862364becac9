#ifndef COMMAND_H
#define COMMAND_H

#include "admin/cmd.h"

/*
 * The line that an administrator types: which command it names, with which
 * options and operands.  What each command takes is declared in a table
 * (guichet.c), from which usage and help are written too.
 */
struct command {
	const char *words;    /* "import aids" */
	unsigned options;     /* OPTION_..., "--help" apart; COMMAND_ONCE */
	const char *operands; /* "NAME [FILE]", translated when it is shown */
	int min, max;         /* how many of them */
	cmd_handler *run;
	const char *account; /* of MariaDB; NULL: no settings, no base */
	const char *help;    /* what it does, a sentence or two */
	const char *example; /* the rest of a line after "guichet" */
	const char *next;    /* what comes after it; NULL: nothing */
};

/* Among its options: no two of it run at a time, of all machines that share the
 * base. */
enum { COMMAND_ONCE = 1 << 15 };

/* A line that was read. */
struct command_call {
	const struct command *command;
	struct cmd_options options;
	int argc; /* its operands, within the argv that was given */
	char **argv;
};

enum { COMMAND_RUN = -1, COMMAND_WRONG = 2 };

/*
 * Reads the argc arguments after the name of the program, which argv begins
 * with, by a table ended by an entry without words; argv is put in another
 * order.  COMMAND_RUN: *call is what to run.  Otherwise the status to exit
 * with: 0 when help ("--help", or "help" first) or the version was asked for,
 * wherever it stands, and printed on standard output; COMMAND_WRONG when the
 * line is wrong and why was said, with the usage of the command that it names,
 * on standard error.
 */
int command_read(const struct command *table, int argc, char **argv,
    struct command_call *call);

/* The command whose words are nearest to what was typed, a few letters apart;
 * NULL when none is. */
const struct command *command_near(const struct command *table,
    const char *typed);

#endif
