#ifndef IMPORT_LOG_H
#define IMPORT_LOG_H

#include <stdbool.h>
#include <stdio.h>

#include "db/db.h"
#include "import/aid_absent.h"
#include "table/import_report.h"

/* How an import of aids ended: a row that stays for a year, with the first
 * thousand of its faults. */
struct import_entry {
	long long id; /* that import_log_begin gave; 0: none */
	const char *source;
	bool is_harvest; /* of a feed, by guichet harvest */
	bool taken;      /* else nothing was written */
	const struct import_counts *count;
	const struct aid_absent *absent; /* or NULL */
	unsigned long long version;      /* of the data that it made; 0: none */
	unsigned ms;
	FILE *faults;    /* those of the import, to be read again; or NULL */
	const char *why; /* what stopped it, or was not done; or NULL */
	const char *outcome; /* IMPORT_...; NULL: as taken says */
};

/* A file for the faults of an import, NULL, logged, when there can be none.
 * The caller closes it. */
FILE *import_log_faults(void);

/* Adds the row of a run that begins, which tells of it if it is killed; *id is
 * its number.  Fails as query_run does. */
enum rc import_log_begin(struct db *, const char *source, long long *id);

/* Adds the row, or replaces that of its beginning, in the transaction of the
 * caller or its own, and forgets those that are too old.  Fails as query_run
 * does. */
enum rc import_log_add(struct db *, const struct import_entry *);

#endif
