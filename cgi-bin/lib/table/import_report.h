#ifndef IMPORT_REPORT_H
#define IMPORT_REPORT_H

#include <stdbool.h>
#include <stdio.h>

/* What an import could not read: each fault by record, field and reason, and
 * how often each kind occurred. */
struct import_report {
	char cell[16]; /* "D12": where the next fault stands; "": unknown */
	bool lines;    /* records are lines of a table, not aids */
	FILE *file;    /* gets every fault, as a JSON object a line; NULL: none.
		      * The caller opens and closes it. */
	void *kinds;   /* a tree of fields and reasons, counted */
	void *keys;    /* a tree of keys that nothing reads, counted */
	unsigned nkeys;
	void *places; /* a tree of unknown territories, counted */
	unsigned nplaces;
};

/* What came of the records of a file. */
struct import_counts {
	unsigned long read, added, changed, same, refused;
	unsigned long hidden; /* of those added or changed: not shown */
};

/* A fault of the record, numbered from 1 in the file and known by id, which may
 * be NULL.  field is the feed's name of it; "" for the whole record, which is
 * then refused.  reason is a message of N_().  The first 20 of a kind are
 * printed, the others only counted. */
void import_report_fault(struct import_report *, unsigned long record,
    const char *id, const char *field, const char *reason, const char *value);

/* The same, but not printed: only counted, and written to the file. */
void import_report_count(struct import_report *, unsigned long record,
    const char *id, const char *field, const char *reason, const char *value);

/* Counts an unknown territory.  True when it is new to the report: the caller
 * then adds what it resembles.  The first five hundred are told apart. */
bool import_report_place(struct import_report *, const char *name);
void import_report_near(struct import_report *, const char *name,
    const char *near);

/* Counts a key that nothing reads; the first hundred are told apart. */
void import_report_key(struct import_report *, const char *name);

/* Prints how often each kind, each such territory and each such key
 * occurred. */
void import_report_say(const struct import_report *);

void import_report_free(struct import_report *);

#endif
