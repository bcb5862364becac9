#ifndef COUNT_RUN_H
#define COUNT_RUN_H

#include "base/conf.h"
#include "count/count_most.h"
#include "db/db.h"

/*
 * Counts the logs of one host.  A batch of lines is one transaction: what they
 * add, what their visitors did, and how far the log was counted; so a run that
 * ends anywhere, or two at a time, count no line twice and none is lost.
 */
struct count_run;

/* What became of lines, and of logs. */
struct count_report {
	unsigned long long lines; /* new ones */
	unsigned long long counted, robots, no_answer, bad, foreign, unknown;
	unsigned long long undated; /* of a day that is not, or to come */
	unsigned long long back;    /* a minute or more before the last one */
	unsigned logs, faults;      /* that were read; that could not be */
	struct count_most most;     /* of the lines that are ours */
};

/* Reads what logs may speak of; conf and host must outlive it.  The caller
 * closes it; NULL is ignored.  Errors as query_run. */
enum rc count_run_open(struct db *, const struct conf *, const char *host,
    struct count_run **run);
void count_run_close(struct count_run *);

/* Counts the lines of a log that were not counted yet.  A log that cannot be
 * read, or not to its end, is logged and is a fault of the report; errors are
 * those of the database. */
enum rc count_run_log(struct count_run *, const char *path);

/* Ends a run that counted all the logs of the host: forgets what visitors did
 * on days that are over, what is too old (count_month.h), and that a clock was
 * ahead. */
enum rc count_run_end(struct count_run *);

const struct count_report *count_run_report(const struct count_run *);

#endif
